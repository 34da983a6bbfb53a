/** Verbs that change the trees: hung elsewhere, one cause for several problems, two causes made one. */
import { lockTraced } from '#cause/cause.actions.ts';
import { causeRoles, unitsTracing } from '#cause/cause.scope.ts';
import {
  hangsUnder,
  linkProblem,
  lockCause,
  lockTrees,
  moveChildren,
  rootsOf,
  unlinkProblems,
} from '#cause/cause.store.ts';
import { type Decision, type Done, decideOnCause } from '#cause/decide.ts';
import { moveMeasures } from '#cause/measure.store.ts';
import type { Actor } from '#people/actor.ts';
import { permissions } from '#people/permissions.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';

/**
 * Under another cause, or with `parentId` null directly under the problems it served. Each problem that it served it serves
 * still: where its new place does not stand under one of them, it hangs there directly.
 * @throws cause_circle, cause_not_here
 */
export async function rehangCause(
  tx: Tx,
  actor: Actor,
  id: string,
  input: Decision & { parentId: string | null },
): Promise<Done> {
  await lockTrees(tx);
  return decideOnCause(tx, actor, id, 'rehang', input, async ({ cause, problems, person }) => {
    const { parentId } = input;
    if (parentId) await mustTake(tx, actor, parentId, id);
    const above = parentId ? (await lockCause(tx, actor, parentId)).problems : [];
    for (const one of problems) {
      if (above.includes(one)) await unlinkProblems(tx, id, person, 'hung', one);
      else await linkProblem(tx, one, id, person, 'hung');
    }
    return { change: { parent_id: parentId }, data: { old: { parent: cause.parent_id }, new: { parent: parentId } } };
  });
}

/**
 * @throws cause_circle where the new parent hangs under the cause itself; cause_not_here where it does not stand; forbidden
 * where the actor sees its problems but traces none of them: their trees are not theirs to add to.
 */
async function mustTake(tx: Tx, actor: Actor, parentId: string, id: string): Promise<void> {
  const { cause, problems } = await lockCause(tx, actor, parentId);
  if (!causeRoles(actor, await unitsTracing(tx, problems)).has('tracer'))
    throw problem('forbidden', { verb: permissions['cause.trace'] });
  if (cause.state === 'withdrawn' || cause.state === 'merged') throw problem('cause_not_here');
  if (await hangsUnder(tx, parentId, id)) throw problem('cause_circle');
}

/** The same cause, with all that hangs on it, stands under another problem too: many problems, one cause. */
export async function linkCause(
  tx: Tx,
  actor: Actor,
  id: string,
  input: Decision & { problemId: string; reason: string },
): Promise<Done> {
  await lockTraced(tx, actor, input.problemId);
  return decideOnCause(tx, actor, id, 'link', input, async ({ problems, person }) => {
    if (problems.includes(input.problemId)) throw problem('cause_here_already');
    await linkProblem(tx, input.problemId, id, person, 'linked');
    return { reason: input.reason, data: { problem: input.problemId } };
  });
}

/** Off one problem; its last place it keeps, for a cause of nothing is withdrawn instead. */
export async function unlinkCause(
  tx: Tx,
  actor: Actor,
  id: string,
  input: Decision & { problemId: string; reason: string },
): Promise<Done> {
  return decideOnCause(tx, actor, id, 'link', input, async ({ cause, person }) => {
    const roots = await rootsOf(tx, id);
    if (!roots.includes(input.problemId)) throw problem('cause_not_here');
    if (roots.length === 1 && cause.parent_id === null) throw problem('cause_last_place');
    await unlinkProblems(tx, id, person, 'unlinked', input.problemId);
    return { reason: input.reason, data: { problem: input.problemId, taken_off: true } };
  });
}

/** Two causes that are one: children, measures, evidence and problems of the first go on with the other. */
export async function mergeCause(
  tx: Tx,
  actor: Actor,
  id: string,
  input: Decision & { into: string; reason: string },
): Promise<Done> {
  if (input.into === id) throw problem('merge_into_itself');
  await lockTrees(tx);
  return decideOnCause(tx, actor, id, 'merge', input, async ({ person }) => {
    await mustTake(tx, actor, input.into, id);
    const children = await moveChildren(tx, id, input.into);
    await moveMeasures(tx, id, input.into, person);
    const { problems: there } = await lockCause(tx, actor, input.into);
    const roots = await unlinkProblems(tx, id, person, 'merged');
    for (const root of roots.filter((one) => !there.includes(one)))
      await linkProblem(tx, root, input.into, person, 'merged');
    return {
      reason: input.reason,
      data: { into: input.into, children, problems: roots },
      change: { merged_into: input.into },
    };
  });
}
