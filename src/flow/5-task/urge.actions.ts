/** 催办 on a task: whoever gives it urges the assignee, or the reviewer once it is handed in. */
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { decideOnTask } from '#task/task.actions.ts';
import { limitOf } from '#task/task.ts';
import { insertUrging, urgedSoon } from '#triage/urge.store.ts';

type Decision = { id: string; version: number };

/** Whoever has it is told by a reaction. @throws urged_soon */
export function urgeTask(tx: Tx, actor: Actor, taskId: string, input: Decision & { words: string }): Promise<Decision> {
  return decideOnTask(tx, actor, taskId, 'urge', input, async ({ task, person }) => {
    const whom = { personId: task.state === 'submitted' ? task.reviewer_id : task.assignee_id! };
    const soon = await urgedSoon(tx, { taskId }, whom);
    if (soon) throw soon;
    await insertUrging(tx, { id: input.id, of: { taskId }, whom, by: person, words: input.words });
    return { reason: input.words, data: { to: whom.personId, limit: limitOf[task.state] } };
  });
}
