/** Noun routes of what offices do beside the main line of a problem. */
import type { Serve } from '#people/serve.ts';
import { retractStep } from '#triage/back/retract.actions.ts';
import { returnToNode } from '#triage/back/return-to.actions.ts';
import { entrustProblem, reportEntrusted, signEntrusted, takeBackEntrusted } from '#triage/entrust/entrust.actions.ts';
import { problemFlowApi as api } from '#triage/flow.api.ts';
import { objectToBinding, urgeProblem } from '#triage/urge.actions.ts';

export function problemFlowRoutes(serve: Serve): void {
  serve(api.urge, ({ tx, actor, params, body }) => urgeProblem(tx, actor, params.id, body));
  serve(api.retract, ({ tx, actor, params, body }) => retractStep(tx, actor, params.id, body));
  serve(api.returnTo, ({ tx, actor, params, body }) => returnToNode(tx, actor, params.id, body));
  serve(api.entrust, ({ tx, actor, params, body }) => entrustProblem(tx, actor, params.id, body));
  serve(api.signEntrusted, ({ tx, actor, params, body }) => signEntrusted(tx, actor, params.id, body));
  serve(api.report, ({ tx, actor, params, body }) => reportEntrusted(tx, actor, params.id, body));
  serve(api.takeBack, ({ tx, actor, params, body }) => takeBackEntrusted(tx, actor, params.id, body));
  serve(api.object, ({ tx, actor, params, body }) => objectToBinding(tx, actor, params.id, body));
}
