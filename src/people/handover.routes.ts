/** Serves handing work over. */
import { handOver, whatIsStranded, workOf } from '#people/handover.actions.ts';
import { handoverApi as api } from '#people/handover.api.ts';
import type { Serve } from '#people/serve.ts';

export function handoverRoutes(serve: Serve): void {
  serve(api.work, async ({ tx, actor, params }) => ({ items: await workOf(tx, actor, params.id) }));
  serve(api.stranded, ({ tx }) => whatIsStranded(tx));
  serve(api.handOver, async ({ tx, actor, params, body }) => ({ handed: await handOver(tx, actor, params.id, body) }));
}
