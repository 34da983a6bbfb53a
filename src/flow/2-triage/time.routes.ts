/** Noun routes of time on a problem. */
import type { Serve } from '#people/serve.ts';
import {
  askProblemExtension,
  askProblemSuspension,
  decideProblemTime,
  resumeProblem,
  withdrawProblemTime,
} from '#triage/time.actions.ts';
import { problemTimeApi as api } from '#triage/time.api.ts';

export function problemTimeRoutes(serve: Serve): void {
  serve(api.extend, ({ tx, actor, params, body }) => askProblemExtension(tx, actor, params.id, body));
  serve(api.suspend, ({ tx, actor, params, body }) => askProblemSuspension(tx, actor, params.id, body));
  serve(api.decide, ({ tx, actor, params, body }) => decideProblemTime(tx, actor, params.id, body));
  serve(api.withdraw, ({ tx, actor, params, body }) => withdrawProblemTime(tx, actor, params.id, body));
  serve(api.resume, ({ tx, actor, params, body }) => resumeProblem(tx, actor, params.id, body));
}
