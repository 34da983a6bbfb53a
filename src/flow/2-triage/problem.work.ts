/** Open problems of a unit that is closed, split or merged: found for the people's room, and given to a successor by name. */
import { sql } from 'kysely';
import { record } from '#ledger/record.ts';
import { type Actor, personOf } from '#people/actor.ts';
import type { Handover, Holder, OpenWork, StrandedWork, WorkHolder } from '#people/work.ts';
import type { Tx } from '#platform/db.ts';
import { closeAssignments, openAssignment } from '#triage/assignment.store.ts';
import { strandedProblems, writeProblem } from '#triage/problem.store.ts';
import type { AssignmentRole } from '#triage/problem.ts';

type Row = OpenWork & {
  assignment: string;
  role: AssignmentRole;
  binding: string | null;
  signed_by: string | null;
  signed_at: Date | null;
};

async function rowsOf(tx: Tx, unit: string): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select 'problem' as kind, p.id as thing, p.number, a.to_unit as unit, a.id as assignment, a.role, a.binding_basis as binding, a.signed_by, a.signed_at
      from assignment a join problem p on p.id = a.problem_id
     where a.to_unit = ${unit} and a.closed_at is null order by p.number for update of p`.execute(tx);
  return rows;
}

async function openWork(tx: Tx, holder: Holder): Promise<OpenWork[]> {
  if (!('unit' in holder)) return [];
  return (await rowsOf(tx, holder.unit)).map(({ kind, thing, number, unit }) => ({ kind, thing, number, unit }));
}

/** The successor takes the problem as it stands: in the same role, and signed for where it was. */
async function handOver(
  tx: Tx,
  actor: Actor,
  works: OpenWork[],
  from: Holder,
  to: Holder,
  why: Handover,
): Promise<void> {
  if (!('unit' in from && 'unit' in to)) return;
  const person = personOf(actor);
  const wanted = new Set(works.map((work) => work.thing));
  for (const row of (await rowsOf(tx, from.unit)).filter(({ thing }) => wanted.has(thing))) {
    const of = { problemId: row.thing };
    await closeAssignments(tx, of, person, { reason: 'handed_over', words: why.reason, only: row.assignment });
    const id = await openAssignment(tx, of, { unitId: to.unit }, person, {
      ...{ role: row.role, reason: why.reason, binding: row.binding },
    });
    const { signed_by, signed_at } = row;
    await tx.updateTable('assignment').set({ signed_by, signed_at }).where('id', '=', id).execute();
    await writeProblem(tx, row.thing, {});
    const data = { was: from.unit, role: row.role };
    const entry = {
      verb: 'problem.handOver',
      kind: 'problem',
      thing: row.thing,
      unit: to.unit,
      reason: why.reason,
      data,
    };
    await record(tx, actor, { ...entry, request: why.id });
  }
}

async function stranded(tx: Tx, limit: number): Promise<StrandedWork[]> {
  const { rows } = await sql<{ problem_id: string; number: string; unit: string }>`
    ${strandedProblems(tx)} order by p.number limit ${limit}`.execute(tx);
  return rows.map(({ problem_id: thing, number, unit }) => ({ kind: 'problem', thing, number, holder: { unit } }));
}

export const problemWork: WorkHolder = { kind: 'problem', openWork, stranded, handOver };
