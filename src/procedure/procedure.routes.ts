/** Noun routes of procedures. Pages of runs, which tell their history, are served by the views. */
import type { Serve } from '#people/serve.ts';
import { countAudience } from '#procedure/audience.store.ts';
import { procedureApi as api } from '#procedure/procedure.api.ts';
import { listProcedures, procedureOf } from '#procedure/procedure-page.store.ts';
import { moveRun, stopRun } from '#procedure/run.actions.ts';
import { runApi as runs } from '#procedure/run.api.ts';
import { listRuns, lookAhead } from '#procedure/run-page.store.ts';
import { startRun } from '#procedure/start.actions.ts';
import { addTrigger, endTrigger, settleFiring } from '#procedure/trigger.actions.ts';
import { triggerApi as triggers } from '#procedure/trigger.api.ts';
import { triggersOf } from '#procedure/trigger.store.ts';
import { addProcedure, draftAnew, dropVersion, issueVersion, saveDraft } from '#procedure/version.actions.ts';

export function procedureRoutes(serve: Serve): void {
  serve(api.list, ({ tx, query }) => listProcedures(tx, query));
  serve(api.one, ({ tx, actor, params }) => procedureOf(tx, actor, params.id));
  serve(api.add, ({ tx, actor, body }) => addProcedure(tx, actor, body));
  serve(api.draft, ({ tx, actor, params, body }) => draftAnew(tx, actor, params.id, body));
  serve(api.save, ({ tx, actor, params, body }) => saveDraft(tx, actor, params.id, body));
  serve(api.issue, ({ tx, actor, params, body }) => issueVersion(tx, actor, params.id, body));
  serve(api.drop, ({ tx, actor, params, body }) => dropVersion(tx, actor, params.id, body));
  serve(triggers.list, async ({ tx, params }) => ({ items: await triggersOf(tx, params.id) }));
  serve(triggers.add, ({ tx, actor, params, body }) => addTrigger(tx, actor, params.id, body));
  serve(triggers.end, ({ tx, actor, params, body }) => endTrigger(tx, actor, params.id, body));
  serve(triggers.settle, ({ tx, actor, params, body }) => settleFiring(tx, actor, params.id, body));
  serve(runs.list, ({ tx, actor, query }) => listRuns(tx, actor, query));
  serve(runs.count, async ({ tx, body }) => ({ count: await countAudience(tx, body) }));
  serve(runs.start, ({ tx, actor, body }) => startRun(tx, actor, body));
  serve(runs.stop, ({ tx, actor, params, body }) => stopRun(tx, actor, params.id, body));
  serve(runs.lookAhead, ({ tx, actor, params }) => lookAhead(tx, actor, params.id, params.versionId));
  serve(runs.move, ({ tx, actor, params, body }) => moveRun(tx, actor, params.id, body));
}
