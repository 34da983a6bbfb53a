/** Noun routes of the dispatch centre. */
import type { Serve } from '#people/serve.ts';
import { centreApi as api } from '#triage/centre/centre.api.ts';
import { centreQueue } from '#triage/centre/queue.store.ts';
import { keepLease, letGo, takeNext, takeThis } from '#triage/centre/take.actions.ts';

export function centreRoutes(serve: Serve): void {
  serve(api.queue, ({ tx, actor, query }) => centreQueue(tx, actor, query));
  serve(api.next, async ({ tx, actor, body }) => ({ item: await takeNext(tx, actor, body) }));
  serve(api.take, async ({ tx, actor, body }) => ({ item: await takeThis(tx, actor, body.thing) }));
  serve(api.keep, ({ tx, actor, params }) => keepLease(tx, actor, params.id));
  serve(api.letGo, ({ tx, actor, params }) => letGo(tx, actor, params.id));
}
