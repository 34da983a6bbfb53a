/** Noun routes of problems: parse, call, show. */
import type { Serve } from '#people/serve.ts';
import { assignProblem, removeUnit, sendBack, signProblem } from '#triage/assign.actions.ts';
import { gatherSignals, makeProblem, mergeProblem, splitProblem, takeOutSignals } from '#triage/gather.actions.ts';
import { countProblems, listProblems } from '#triage/problem.store.ts';
import { publishProblem, unpublishProblem } from '#triage/publish.actions.ts';
import { closeProblem, describeProblem, reopenProblem, reportHandled, verifyProblem } from '#triage/settle.actions.ts';
import { endShare, shareProblem } from '#triage/share.actions.ts';
import { triageApi as api } from '#triage/triage.api.ts';
import { withdrawProblem } from '#triage/withdraw.actions.ts';

export function triageRoutes(serve: Serve): void {
  serve(api.list, ({ tx, actor, query }) => listProblems(tx, actor, query));
  serve(api.count, ({ tx, actor, query }) => countProblems(tx, actor, query));
  serve(api.make, ({ tx, actor, body }) => makeProblem(tx, actor, body));
  serve(api.describe, ({ tx, actor, params, body }) => describeProblem(tx, actor, params.id, body));
  serve(api.gather, ({ tx, actor, params, body }) => gatherSignals(tx, actor, params.id, body));
  serve(api.takeOut, ({ tx, actor, params, body }) => takeOutSignals(tx, actor, params.id, body));
  serve(api.split, ({ tx, actor, params, body }) => splitProblem(tx, actor, params.id, body));
  serve(api.merge, ({ tx, actor, params, body }) => mergeProblem(tx, actor, params.id, body));
  serve(api.withdraw, ({ tx, actor, params, body }) => withdrawProblem(tx, actor, params.id, body));
  serve(api.assign, ({ tx, actor, params, body }) => assignProblem(tx, actor, params.id, body));
  serve(api.removeUnit, ({ tx, actor, params, query }) => removeUnit(tx, actor, params.id, params.assignment, query));
  serve(api.sign, ({ tx, actor, params, body }) => signProblem(tx, actor, params.id, body));
  serve(api.sendBack, ({ tx, actor, params, body }) => sendBack(tx, actor, params.id, body));
  serve(api.handle, ({ tx, actor, params, body }) => reportHandled(tx, actor, params.id, body));
  serve(api.verify, ({ tx, actor, params, body }) => verifyProblem(tx, actor, params.id, body));
  serve(api.close, ({ tx, actor, params, body }) => closeProblem(tx, actor, params.id, body));
  serve(api.reopen, ({ tx, actor, params, body }) => reopenProblem(tx, actor, params.id, body));
  serve(api.publish, ({ tx, actor, params, body }) => publishProblem(tx, actor, params.id, body));
  serve(api.unpublish, ({ tx, actor, params, body }) => unpublishProblem(tx, actor, params.id, body));
  serve(api.share, ({ tx, actor, params, body }) => shareProblem(tx, actor, params.id, body));
  serve(api.endShare, ({ tx, actor, params, query }) => endShare(tx, actor, params.id, params.share, query));
}
