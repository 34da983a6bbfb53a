/** Noun routes of channels and tokens. */
import type { Serve } from '#people/serve.ts';
import { addChannel, changeChannel, makeToken, revokeToken } from '#signal/channel.actions.ts';
import { channelApi as api } from '#signal/channel.api.ts';
import { listChannels, listTokens } from '#signal/channel.store.ts';
import { setRetention } from '#signal/erase.actions.ts';

export function channelRoutes(serve: Serve): void {
  serve(api.list, async ({ tx }) => ({ items: await listChannels(tx) }));
  serve(api.add, ({ tx, actor, body }) => addChannel(tx, actor, body));
  serve(api.change, ({ tx, actor, params, body }) => changeChannel(tx, actor, params.id, body));
  serve(api.retention, ({ tx, actor, params, body }) => setRetention(tx, actor, params.id, body));
  serve(api.tokens, async ({ tx }) => ({ items: await listTokens(tx) }));
  serve(api.makeToken, ({ tx, actor, body }) => makeToken(tx, actor, body));
  serve(api.revokeToken, ({ tx, actor, params }) => revokeToken(tx, actor, params.id));
}
