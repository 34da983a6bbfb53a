/** Projects that somebody leads or reviews: found when they leave, and given to another by name; a closed unit's go to its successor. */
import { sql } from 'kysely';
import { record } from '#ledger/record.ts';
import { type Actor, personOf } from '#people/actor.ts';
import type { Handover, Holder, OpenWork, WorkHolder } from '#people/work.ts';
import type { Tx } from '#platform/db.ts';
import { mustReview } from '#project/heads.ts';
import { nameHead } from '#project/plan.store.ts';
import { writeProject } from '#project/project.store.ts';

type Row = OpenWork & { lead: string | null; reviewer: string | null };

async function rowsOf(tx: Tx, holder: Holder): Promise<Row[]> {
  const held =
    'person' in holder
      ? sql`exists (select from project_member m where m.project_id = j.id and m.person_id = ${holder.person}
              and m.role in ('lead', 'reviewer') and m.closed_at is null)`
      : sql`j.unit_id = ${holder.unit}`;
  const of = (role: string) => sql`(select m.person_id from project_member m
    where m.project_id = j.id and m.role = ${role} and m.closed_at is null)`;
  const { rows } = await sql<Row>`
    select 'project' as kind, j.id as thing, j.number, j.unit_id as unit, ${of('lead')} as lead, ${of('reviewer')} as reviewer
      from project j where j.state not in ('closed', 'dropped') and ${held} order by j.number for update of j`.execute(
    tx,
  );
  return rows;
}

async function openWork(tx: Tx, holder: Holder): Promise<OpenWork[]> {
  return (await rowsOf(tx, holder)).map(({ kind, thing, number, unit }) => ({ kind, thing, number, unit }));
}

/** @throws reviewer_is_lead, reviewer_under_lead where the receiver cannot be what the giver was */
async function handOver(
  tx: Tx,
  actor: Actor,
  works: OpenWork[],
  from: Holder,
  to: Holder,
  why: Handover,
): Promise<void> {
  const wanted = new Set(works.map((work) => work.thing));
  for (const row of (await rowsOf(tx, from)).filter(({ thing }) => wanted.has(thing))) {
    const data = await moveHeads(tx, actor, row, from, to, why);
    const unit = 'unit' in to ? to.unit : row.unit;
    await writeProject(tx, row.thing, { ...('unit' in to && { unit_id: to.unit }) });
    const entry = { verb: 'project.handOver', kind: 'project', thing: row.thing, unit, reason: why.reason, data };
    await record(tx, actor, { ...entry, request: why.id });
  }
}

async function moveHeads(tx: Tx, actor: Actor, row: Row, from: Holder, to: Holder, why: Handover) {
  if (!('person' in from && 'person' in to)) return { was: 'unit' in from ? from.unit : null };
  const lead = row.lead === from.person ? to.person : row.lead;
  const reviewer = row.reviewer === from.person ? to.person : row.reviewer;
  await mustReview(tx, reviewer, lead);
  const by = personOf(actor);
  if (row.lead === from.person) await nameHead(tx, row.thing, 'lead', to.person, by, why.reason);
  if (row.reviewer === from.person) await nameHead(tx, row.thing, 'reviewer', to.person, by, why.reason);
  return { was: from.person, [row.lead === from.person ? 'lead' : 'reviewer']: to.person };
}

export const projectWork: WorkHolder = { kind: 'project', openWork, handOver };
