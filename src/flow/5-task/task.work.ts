/** Open tasks of a person who leaves or hands over: found for the people's room, and given to somebody by name. */
import { sql } from 'kysely';
import { record } from '#ledger/record.ts';
import { type Actor, personOf } from '#people/actor.ts';
import { personNames } from '#people/person.store.ts';
import type { Handover, Holder, OpenWork, StrandedWork, WorkHolder } from '#people/work.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { moveTask } from '#task/task.actions.ts';
import { strandedTasks, writeTask } from '#task/task.store.ts';
import { closeAssignments, openAssignment } from '#triage/assignment.store.ts';

type Row = OpenWork & { assignee: string | null; reviewer: string; entrusted: string | null };

async function rowsOf(tx: Tx, person: string): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select 'task' as kind, t.id as thing, t.number, t.unit_id as unit, a.to_person as assignee, t.reviewer_id as reviewer, e.to_person as entrusted
      from task t left join assignment a on a.task_id = t.id and a.role = 'lead' and a.closed_at is null
      left join assignment e on e.task_id = t.id and e.role = 'entrusted' and e.closed_at is null
     where t.state in ('given', 'working', 'submitted') and (a.to_person = ${person} or t.reviewer_id = ${person} or e.to_person = ${person})
     order by t.number for update of t`.execute(tx);
  return rows;
}

async function openWork(tx: Tx, holder: Holder): Promise<OpenWork[]> {
  if (!('person' in holder)) return [];
  return (await rowsOf(tx, holder.person)).map(({ kind, thing, number, unit }) => ({ kind, thing, number, unit }));
}

/** @throws handover_own_review where the same person would do a task and review it. */
async function handOver(
  tx: Tx,
  actor: Actor,
  works: OpenWork[],
  from: Holder,
  to: Holder,
  why: Handover,
): Promise<void> {
  if (!('person' in from && 'person' in to)) return;
  const wanted = new Set(works.map((work) => work.thing));
  for (const row of (await rowsOf(tx, from.person)).filter(({ thing }) => wanted.has(thing))) {
    if (row.entrusted === from.person) {
      await handOverEntrusted(tx, actor, row, to.person, why);
      continue;
    }
    const does = row.assignee === from.person;
    if ((does ? row.reviewer : row.assignee) === to.person) {
      const name = (await personNames(tx, [to.person])).get(to.person) ?? '';
      throw problem('handover_own_review', { number: row.number, name });
    }
    if (does) await moveTask(tx, row.thing, to.person, personOf(actor), why.reason);
    await writeTask(tx, row.thing, does ? {} : { reviewer_id: to.person });
    const data = { was: from.person, [does ? 'assignee' : 'reviewer']: to.person };
    const entry = { verb: 'task.handOver', kind: 'task', thing: row.thing, unit: row.unit, reason: why.reason, data };
    await record(tx, actor, { ...entry, request: why.id });
  }
}

/** The colleague of an assignee leaves: another goes on, or, where that is the assignee or reviewer, it comes back. */
async function handOverEntrusted(tx: Tx, actor: Actor, row: Row, to: string, why: Handover): Promise<void> {
  const of = { taskId: row.thing };
  const words = why.reason;
  await closeAssignments(tx, of, personOf(actor), { reason: 'handed_over', words, role: 'entrusted' });
  const goesOn = to !== row.assignee && to !== row.reviewer;
  if (goesOn) await openAssignment(tx, of, { personId: to }, personOf(actor), { role: 'entrusted', reason: words });
  await writeTask(tx, row.thing, {});
  const data = { was: row.entrusted, ...(goesOn && { entrusted: to }) };
  const entry = { verb: 'task.handOver', kind: 'task', thing: row.thing, unit: row.unit, reason: words, data };
  await record(tx, actor, { ...entry, request: why.id });
}

async function stranded(tx: Tx, limit: number): Promise<StrandedWork[]> {
  const { rows } = await sql<{ thing: string; number: string; person: string }>`
    ${strandedTasks(tx)} order by number limit ${limit}`.execute(tx);
  return rows.map(({ thing, number, person }) => ({ kind: 'task', thing, number, holder: { person } }));
}

export const taskWork: WorkHolder = { kind: 'task', openWork, stranded, handOver };
