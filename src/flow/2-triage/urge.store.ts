/** 催办: who was urged about what, and when the same may be urged again. */
import { sql } from 'kysely';
import { loadCalendar } from '#clock/clock.store.ts';
import { dueAt } from '#clock/due.ts';
import { sayMoment } from '#clock/say.ts';
import type { Tx } from '#platform/db.ts';
import { type Problem, problem } from '#platform/problem.ts';

/** Nobody is urged about the same thing more often than once in so many working hours. */
export const URGED_EVERY_HOURS = 4;

export type Urged = { problemId: string } | { taskId: string };
export type Whom = { unitId: string } | { personId: string };

const aboutIt = (of: Urged) => ('problemId' in of ? sql`problem_id = ${of.problemId}` : sql`task_id = ${of.taskId}`);
const toThem = (whom: Whom) => ('unitId' in whom ? sql`to_unit = ${whom.unitId}` : sql`to_person = ${whom.personId}`);

/** They were urged a while ago only: from when on it is possible again. */
export async function urgedSoon(tx: Tx, of: Urged, whom: Whom): Promise<Problem | null> {
  const { rows } = await sql<{ at: Date }>`select at from urging where ${aboutIt(of)} and ${toThem(whom)}
    order by at desc limit 1`.execute(tx);
  if (!rows[0]) return null;
  const again = dueAt(await loadCalendar(tx), {
    ...{ startedAt: rows[0].at, budget: URGED_EVERY_HOURS, unit: 'working_hour' as const },
    office: 'unitId' in whom ? whom.unitId : null,
  }).dueAt;
  if (again <= tx.now) return null;
  const when = { zh: sayMoment(again, 'zh', tx.now), en: sayMoment(again, 'en', tx.now) };
  return problem('urged_soon', { when }, { detail: { again: again.toISOString() } });
}

type Urging = { id: string; of: Urged; whom: Whom; by: string; words: string };

export async function insertUrging(tx: Tx, { id, of, whom, by, words }: Urging): Promise<void> {
  await tx
    .insertInto('urging')
    .values({
      ...{ id, words, by_person: by, at: tx.now },
      ...{ problem_id: 'problemId' in of ? of.problemId : null, task_id: 'taskId' in of ? of.taskId : null },
      ...{ to_unit: 'unitId' in whom ? whom.unitId : null, to_person: 'personId' in whom ? whom.personId : null },
    })
    .execute();
}

export type UrgedHow = { count: number; last: { by: string; at: string; words: string } | null };

/** How often, and the last time. */
export async function urgedHow(tx: Tx, of: Urged): Promise<UrgedHow> {
  const { rows } = await sql<{ count: number; by: string; at: Date; words: string }>`
    select count(*) over ()::int as count, p.name as by, u.at, u.words from urging u join person p on p.id = u.by_person
     where ${aboutIt(of)} order by u.at desc, u.id desc limit 1`.execute(tx);
  const last = rows[0];
  if (!last) return { count: 0, last: null };
  return { count: last.count, last: { by: last.by, at: last.at.toISOString(), words: last.words } };
}
