/** Noun routes of the triage desk: parse, call, show. */
import type { Serve } from '#people/serve.ts';
import { triageDeskApi as api } from '#views/triage-desk.api.ts';
import { triageQueue, triageTaken } from '#views/triage-desk.view.ts';

export function triageDeskRoutes(serve: Serve): void {
  serve(api.queue, ({ tx, actor, query }) => triageQueue(tx, actor, query));
  serve(api.taken, ({ tx, actor, body }) => triageTaken(tx, actor, body.ids));
}
