/** 委派: the unit below the lead, or the person beside an assignee, that does the work while these stay responsible. */
import { sql } from 'kysely';
import { today } from '#people/actor.store.ts';
import type { Tx } from '#platform/db.ts';
import { type Problem, problem } from '#platform/problem.ts';
import { closeAssignments, type Holder } from '#triage/assignment.store.ts';

export const entrustedIn = (held: readonly Holder[]): Holder | undefined =>
  held.find((holder) => holder.role === 'entrusted');

/** Somebody is entrusted: one at a time, and until they report or it is taken back nothing is reported above. */
export const isEntrusted = (held: readonly Holder[], code: 'entrusted_already' | 'entrusted_works'): Problem | null =>
  entrustedIn(held) ? problem(code) : null;

export const noneEntrusted = (held: readonly Holder[]): Problem | null =>
  entrustedIn(held) ? null : problem('entrusted_none');

/** The unit stands below the other in the administrative tree today. */
export async function standsBelow(tx: Tx, unit: string, above: string): Promise<boolean> {
  const { rows } = await sql<{ inside: boolean }>`
    with recursive below (id) as (
      select e.child_id from unit_edge e where e.parent_id = ${above} and e.relation = 'part'
         and e.valid_from <= ${today(tx)} and coalesce(e.valid_to, 'infinity') > ${today(tx)}
      union
      select e.child_id from below b join unit_edge e on e.parent_id = b.id and e.relation = 'part'
         and e.valid_from <= ${today(tx)} and coalesce(e.valid_to, 'infinity') > ${today(tx)})
    select ${unit}::uuid in (select id from below) as inside`.execute(tx);
  return rows[0]!.inside;
}

/** The work goes on elsewhere: whoever was entrusted with it has it no longer. */
export const endEntrusted = (tx: Tx, of: { problemId: string } | { taskId: string }, by: string) =>
  closeAssignments(tx, of, by, { reason: 'withdrawn', role: 'entrusted' });
