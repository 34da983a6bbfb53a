/** Noun routes of what offices do beside the main line of a problem. */
import type { Serve } from '#people/serve.ts';
import { problemFlowApi as api } from '#triage/flow.api.ts';
import { objectToBinding, urgeProblem } from '#triage/urge.actions.ts';

export function problemFlowRoutes(serve: Serve): void {
  serve(api.urge, ({ tx, actor, params, body }) => urgeProblem(tx, actor, params.id, body));
  serve(api.object, ({ tx, actor, params, body }) => objectToBinding(tx, actor, params.id, body));
}
