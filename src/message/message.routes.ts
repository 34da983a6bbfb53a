/** A person's own messages: each route serves only whoever calls it. */
import { bellOf, listMessages, markAllRead, markRead, mute, mutingOf, unreadOf } from '#message/inbox.store.ts';
import { messageApi as api } from '#message/message.api.ts';
import { personOf } from '#people/actor.ts';
import type { Serve } from '#people/serve.ts';

export function messageRoutes(serve: Serve): void {
  serve(api.bell, ({ tx, actor }) => bellOf(tx, personOf(actor)));
  serve(api.list, ({ tx, actor, query }) => listMessages(tx, personOf(actor), query));
  serve(api.readAll, async ({ tx, actor, body }) => {
    await markAllRead(tx, personOf(actor), new Date(body.until));
    return { unread: await unreadOf(tx, personOf(actor)) };
  });
  serve(api.read, async ({ tx, actor, params }) => {
    await markRead(tx, personOf(actor), params.id);
    return { unread: await unreadOf(tx, personOf(actor)) };
  });
  serve(api.muting, ({ tx, actor }) => mutingOf(tx, personOf(actor)));
  serve(api.mute, async ({ tx, actor, params, body }) => {
    await mute(tx, personOf(actor), params.kind, body.muted);
    return { kind: params.kind, muted: body.muted };
  });
}
