/** 抄送: a unit that was copied marks that it has read; nothing runs against it. */
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { signAssignment } from '#triage/assignment.store.ts';
import { unreadOf } from '#triage/countersign/copy.ts';
import { type Decision, type Done, decideOnProblem } from '#triage/decide.ts';

/** @throws copy_read where its units have read it already */
export function readCopy(tx: Tx, actor: Actor, problemId: string, input: Decision): Promise<Done> {
  return decideOnProblem(tx, actor, problemId, 'read', input, async ({ held, person }) => {
    const [copy] = unreadOf(actor, held);
    await signAssignment(tx, copy!.id, person);
    return { unit: copy!.to_unit };
  });
}
