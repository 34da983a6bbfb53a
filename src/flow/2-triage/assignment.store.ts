/** Who has it: open assignments of problems to units and of tasks to persons. */
import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import type { AssignmentRole } from '#triage/problem.ts';

export type Holder = {
  id: string;
  to_unit: string | null;
  to_person: string | null;
  role: AssignmentRole;
  signed_by: string | null;
};

type Of = { problemId: string } | { taskId: string };
const column = (of: Of) => ('problemId' in of ? sql.ref('problem_id') : sql.ref('task_id'));
const thing = (of: Of) => ('problemId' in of ? of.problemId : of.taskId);

/** Everybody who has the thing now. */
export async function holders(tx: Tx, of: Of): Promise<Holder[]> {
  const { rows } = await sql<Holder>`select id, to_unit, to_person, role, signed_by from assignment
    where ${column(of)} = ${thing(of)} and closed_at is null order by opened_at`.execute(tx);
  return rows;
}

export async function openAssignment(
  tx: Tx,
  of: Of,
  to: { unitId: string } | { personId: string },
  by: string,
  {
    role,
    reason,
    binding = null,
    id = newId(),
  }: { role: AssignmentRole; reason?: string; binding?: string | null; id?: string },
): Promise<string> {
  await tx
    .insertInto('assignment')
    .values({
      ...{ id, problem_id: 'problemId' in of ? of.problemId : null, task_id: 'taskId' in of ? of.taskId : null },
      ...{ to_unit: 'unitId' in to ? to.unitId : null, to_person: 'personId' in to ? to.personId : null },
      ...{ role, opened_by: by, opened_at: tx.now, reason: reason || null, binding_basis: binding },
    })
    .execute();
  return id;
}

/** Hands each task to its person, many at once. */
export async function openTaskAssignments(
  tx: Tx,
  list: readonly { taskId: string; personId: string; by: string }[],
): Promise<void> {
  await sql`insert into assignment (id, task_id, to_person, role, opened_by, opened_at)
    select a.id, a.task, a.person, 'lead', a.opener, ${tx.now}
      from unnest(${list.map(() => newId())}::uuid[], ${list.map(({ taskId }) => taskId)}::uuid[], ${list.map(({ personId }) => personId)}::uuid[],
        ${list.map(({ by }) => by)}::uuid[]) as a(id, task, person, opener)`.execute(tx);
}

/** The program has seen that these tasks are finished: nobody in particular closed them. */
export async function finishTaskAssignments(tx: Tx, taskIds: readonly string[]): Promise<void> {
  await sql`update assignment set closed_at = ${tx.now}, close_reason = 'finished'
     where task_id = any(${[...taskIds]}::uuid[]) and closed_at is null`.execute(tx);
}

export async function withdrawTaskAssignments(
  tx: Tx,
  taskIds: readonly string[],
  by: string,
  words: string,
): Promise<void> {
  await sql`update assignment set closed_by = ${by}, closed_at = ${tx.now}, close_reason = 'withdrawn', close_words = ${words}
     where task_id = any(${[...taskIds]}::uuid[]) and closed_at is null`.execute(tx);
}

export type CloseReason =
  | 'returned'
  | 'transferred'
  | 'withdrawn'
  | 'finished'
  | 'handed_over'
  | 'merged'
  | 'retracted';

/** Closes open assignments of the thing: all of them, or those of one role. */
export async function closeAssignments(
  tx: Tx,
  of: Of,
  by: string,
  { reason, words, role, only }: { reason: CloseReason; words?: string; role?: AssignmentRole; only?: string },
): Promise<number> {
  const result = await sql`update assignment
       set closed_by = ${by}, closed_at = ${tx.now}, close_reason = ${reason}, close_words = ${words || null}
     where ${column(of)} = ${thing(of)} and closed_at is null
       and (${role ?? null}::text is null or role = ${role ?? null}) and (${only ?? null}::uuid is null or id = ${only ?? null})`.execute(
    tx,
  );
  return Number(result.numAffectedRows ?? 0);
}

export async function signAssignment(tx: Tx, id: string, by: string): Promise<void> {
  await tx.updateTable('assignment').set({ signed_by: by, signed_at: tx.now }).where('id', '=', id).execute();
}

/** The unit that led the problem last, whether it has it still or not. */
export async function lastLead(tx: Tx, problemId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('assignment')
    .select('to_unit')
    .where('problem_id', '=', problemId)
    .where('role', '=', 'lead')
    .orderBy('opened_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.to_unit ?? null;
}
