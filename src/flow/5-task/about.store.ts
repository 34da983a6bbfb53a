/** What the rules look at when they give a task its time: it is a piece of its problem, and goes by the same. */
import type { Tx } from '#platform/db.ts';
import type { About } from '#rules/limits.store.ts';
import { aboutOf } from '#triage/decide.ts';
import type { ProblemRow } from '#triage/problem.store.ts';

export const aboutPiece = (tx: Tx, problem: Ruled, taskId: string, unitId: string): About => ({
  ...aboutOf(tx, problem),
  unitId,
  kind: 'task',
  thing: taskId,
});

type Ruled = Pick<ProblemRow, 'id' | 'urgency' | 'class' | 'programme_version_id' | 'made_at'>;

/** A step of a procedure about no problem has its own time, and goes by no matter. */
export async function aboutTask(
  tx: Tx,
  task: { id: string; problem_id: string | null; unit_id: string },
): Promise<About> {
  if (!task.problem_id) return { kind: 'task', thing: task.id, unitId: task.unit_id };
  const problem = await tx
    .selectFrom('problem')
    .select(['id', 'urgency', 'class', 'programme_version_id', 'made_at'])
    .where('id', '=', task.problem_id)
    .executeTakeFirstOrThrow();
  return aboutPiece(tx, problem as Ruled, task.id, task.unit_id);
}
