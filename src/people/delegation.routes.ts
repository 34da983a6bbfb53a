/** Serves delegation. */
import { delegate, endEarly, listDelegations } from '#people/delegation.actions.ts';
import { delegationApi as api } from '#people/delegation.api.ts';
import { delegationView } from '#people/person-page.store.ts';
import type { Serve } from '#people/serve.ts';

export function delegationRoutes(serve: Serve): void {
  serve(api.list, async ({ tx, actor }) => ({
    items: (await listDelegations(tx, actor)).map((row) => delegationView(row)),
  }));
  serve(api.make, ({ tx, actor, body }) => delegate(tx, actor, body));
  serve(api.end, ({ tx, actor, params, body }) => endEarly(tx, actor, params.id, body.id));
}
