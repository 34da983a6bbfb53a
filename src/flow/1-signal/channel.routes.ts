/** Noun routes of channels and tokens. */
import type { Serve } from '#people/serve.ts';
import { addChannel, changeChannel, makeToken, revokeToken, setChannelRules } from '#signal/channel.actions.ts';
import { channelApi as api } from '#signal/channel.api.ts';
import { listChannels, listTokens } from '#signal/channel.store.ts';
import { setRetention } from '#signal/erase.actions.ts';
import { closeTemplate, listTemplates, writeTemplate } from '#signal/template.actions.ts';

export function channelRoutes(serve: Serve): void {
  serve(api.list, async ({ tx }) => ({ items: await listChannels(tx) }));
  serve(api.add, ({ tx, actor, body }) => addChannel(tx, actor, body));
  serve(api.change, ({ tx, actor, params, body }) => changeChannel(tx, actor, params.id, body));
  serve(api.retention, ({ tx, actor, params, body }) => setRetention(tx, actor, params.id, body));
  serve(api.rules, ({ tx, actor, params, body }) => setChannelRules(tx, actor, params.id, body));
  serve(api.templates, async ({ tx, query }) => ({ items: await listTemplates(tx, query.channelId) }));
  serve(api.writeTemplate, ({ tx, actor, params, body }) => writeTemplate(tx, actor, params.id, body));
  serve(api.closeTemplate, ({ tx, actor, params, query }) => closeTemplate(tx, actor, params.id, query.id));
  serve(api.tokens, async ({ tx }) => ({ items: await listTokens(tx) }));
  serve(api.makeToken, ({ tx, actor, body }) => makeToken(tx, actor, body));
  serve(api.revokeToken, ({ tx, actor, params }) => revokeToken(tx, actor, params.id));
}
