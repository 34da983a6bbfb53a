/** How units have fared with matters: what they kept and what they sent back, within a year. */
import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import { labelFinder } from '#triage/duty/label.store.ts';

export type Record = { kept: number; returned: number };

/** How a unit fared with a category; nothing where it sent none back. */
export type TrackRecord = (unit: string, categoryId: string | null) => Record | undefined;

const DAYS = 365;

/** Only units that sent something back within the year are counted through. */
export async function trackRecord(tx: Tx, units: readonly string[]): Promise<TrackRecord> {
  if (units.length === 0) return () => undefined;
  const since = new Date(tx.now.getTime() - DAYS * 86_400_000);
  const { rows } = await sql<{ unit: string; label: string } & Record>`
    with back as (
      select distinct to_unit from assignment
       where to_unit = any(${[...units]}::uuid[]) and close_reason = 'returned' and closed_at > ${since}),
    matter as (
      select a.id, a.to_unit, a.close_reason, (
        select coalesce(c.category_id::text, nullif(btrim(s.category), ''))
          from signal_problem e join signal s on s.id = e.signal_id
          left join signal_category c on c.signal_id = e.signal_id and c.closed_at is null
         where e.problem_id = a.problem_id and e.closed_at is null order by s.received_at limit 1) as label
        from assignment a
       where a.to_unit in (select to_unit from back) and a.role = 'lead' and a.opened_at > ${since})
    select to_unit as unit, label, count(*) filter (where close_reason = 'returned') as returned,
           count(*) filter (where close_reason is distinct from 'returned') as kept
      from matter where label is not null group by 1, 2`.execute(tx);
  const find = await labelFinder(tx);
  const found = new Map<string, Record>();
  for (const { unit, label, kept, returned } of rows) {
    const key = `${unit} ${find(label)}`;
    const sum = found.get(key) ?? { kept: 0, returned: 0 };
    found.set(key, { kept: sum.kept + kept, returned: sum.returned + returned });
  }
  return (unit, categoryId) => {
    const one = categoryId === null ? undefined : found.get(`${unit} ${categoryId}`);
    return one && one.returned > 0 ? one : undefined;
  };
}

/** What a confidence is worth after what was sent back: a unit that sends back every other such matter is half as likely. */
export const discounted = (confidence: number, record: Record | undefined): number =>
  record ? (confidence * (record.kept + 1)) / (record.kept + record.returned + 1) : confidence;
