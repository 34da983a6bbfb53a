/** Noun routes of time on a task. */
import type { Serve } from '#people/serve.ts';
import {
  askTaskExtension,
  askTaskSuspension,
  decideTaskTime,
  resumeTask,
  withdrawTaskTime,
} from '#task/time.actions.ts';
import { taskTimeApi as api } from '#task/time.api.ts';

export function taskTimeRoutes(serve: Serve): void {
  serve(api.extend, ({ tx, actor, params, body }) => askTaskExtension(tx, actor, params.id, body));
  serve(api.suspend, ({ tx, actor, params, body }) => askTaskSuspension(tx, actor, params.id, body));
  serve(api.decide, ({ tx, actor, params, body }) => decideTaskTime(tx, actor, params.id, body));
  serve(api.withdraw, ({ tx, actor, params, body }) => withdrawTaskTime(tx, actor, params.id, body));
  serve(api.resume, ({ tx, actor, params, body }) => resumeTask(tx, actor, params.id, body));
}
