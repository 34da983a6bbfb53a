/** Noun routes of the knowledge base. */
import { dayOf } from '#clock/day.ts';
import { findEntries } from '#knowledge/find.store.ts';
import { addEntry, changeEntry, confirmEntry, publishEntry, withdrawEntry } from '#knowledge/knowledge.actions.ts';
import { knowledgeApi as api } from '#knowledge/knowledge.api.ts';
import { countUse } from '#knowledge/knowledge.store.ts';
import { listEntries, showEntry } from '#knowledge/list.store.ts';
import { dropWish, leaveWish, openWishes } from '#knowledge/wish.actions.ts';
import type { Serve } from '#people/serve.ts';

export function knowledgeRoutes(serve: Serve): void {
  serve(api.list, ({ tx, actor, query }) => listEntries(tx, actor, query));
  serve(api.find, async ({ tx, body }) => ({ items: await findEntries(tx, body.words, dayOf(tx.now)) }));
  serve(api.wishes, ({ tx }) => openWishes(tx));
  serve(api.wish, ({ tx, actor, body }) => leaveWish(tx, actor, body));
  serve(api.dropWish, ({ tx, actor, params, body }) => dropWish(tx, actor, params.id, body));
  serve(api.one, ({ tx, actor, params }) => showEntry(tx, actor, params.id));
  serve(api.add, ({ tx, actor, body }) => addEntry(tx, actor, body));
  serve(api.write, ({ tx, actor, params, body }) => changeEntry(tx, actor, params.id, body));
  serve(api.publish, ({ tx, actor, params, body }) => publishEntry(tx, actor, params.id, body));
  serve(api.confirm, ({ tx, actor, params, body }) => confirmEntry(tx, actor, params.id, body));
  serve(api.withdraw, ({ tx, actor, params, body }) => withdrawEntry(tx, actor, params.id, body));
  serve(api.use, async ({ tx, params, body }) => {
    await countUse(tx, params.id, dayOf(tx.now), body.how);
    return {};
  });
}
