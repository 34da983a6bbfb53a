/** Noun routes of tasks. */
import type { Serve } from '#people/serve.ts';
import { entrustTask, reportTask, takeBackTask } from '#task/entrust.actions.ts';
import { giveTask } from '#task/give.actions.ts';
import { acceptTask, handOverTask, withdrawTask } from '#task/task.actions.ts';
import { taskApi as api } from '#task/task.api.ts';
import { countTasks, listTasks } from '#task/task.store.ts';
import { urgeTask } from '#task/urge.actions.ts';

export function taskRoutes(serve: Serve): void {
  serve(api.list, ({ tx, actor, query }) => listTasks(tx, actor, query));
  serve(api.count, ({ tx, actor, query }) => countTasks(tx, actor, query));
  serve(api.give, ({ tx, actor, params, body }) => giveTask(tx, actor, params.id, body));
  serve(api.accept, ({ tx, actor, params, body }) => acceptTask(tx, actor, params.id, body));
  serve(api.handOver, ({ tx, actor, params, body }) => handOverTask(tx, actor, params.id, body));
  serve(api.entrust, ({ tx, actor, params, body }) => entrustTask(tx, actor, params.id, body));
  serve(api.report, ({ tx, actor, params, body }) => reportTask(tx, actor, params.id, body));
  serve(api.takeBack, ({ tx, actor, params, body }) => takeBackTask(tx, actor, params.id, body));
  serve(api.urge, ({ tx, actor, params, body }) => urgeTask(tx, actor, params.id, body));
  serve(api.withdraw, ({ tx, actor, params, body }) => withdrawTask(tx, actor, params.id, body));
}
