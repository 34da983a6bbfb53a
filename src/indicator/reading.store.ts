/** Readings as rows: those of indicators, the first after a day, what stands in the way of a new one. */
import { sql } from 'kysely';
import type { Day } from '#clock/day.ts';
import type { Reading } from '#indicator/indicator.api.ts';
import type { Way } from '#indicator/indicator.ts';
import type { Period } from '#indicator/reading.ts';
import type { Tx } from '#platform/db.ts';

type Row = Omit<Reading, 'at' | 'withdrawn'> & {
  indicatorId: string;
  at: Date;
  withdrawn_at: Date | null;
  withdrawn_by: string | null;
  withdraw_reason: string | null;
};
export type ReadingOf = Reading & { indicatorId: string };

const shown = sql`r.id, r.indicator_id as "indicatorId", r.version_id as "definitionId", r.from_on as "from", r.to_on as "to", r.value, r.numerator,
  r.denominator, r.exposure, r.control, r.way, r.source, r.at, r.withdrawn_at, w.name as withdrawn_by, r.withdraw_reason,
  case when p.id is not null then json_build_object('id', p.id, 'name', p.name) end as by
  from reading r left join person p on p.id = r.by_person left join person w on w.id = r.withdrawn_by`;

const show = ({ withdrawn_at, withdrawn_by, withdraw_reason, at, ...row }: Row): ReadingOf => ({
  ...row,
  at: at.toISOString(),
  withdrawn: withdrawn_at && {
    by: withdrawn_by ?? '溯源',
    at: withdrawn_at.toISOString(),
    reason: withdraw_reason!,
  },
});

/** The standing readings of these indicators, each indicator's in the order of time; asked for, the withdrawn ones too. */
export async function readingsOf(
  tx: Tx,
  indicatorIds: readonly string[],
  { withdrawn = false } = {},
): Promise<ReadingOf[]> {
  const { rows } = await sql<Row>`select ${shown} where r.indicator_id = any(${[...indicatorIds]}::uuid[])
     and (${withdrawn} or r.withdrawn_at is null) order by r.indicator_id, r.from_on, r.at, r.id`.execute(tx);
  return rows.map(show);
}

/** The first standing reading that began on this day or later: it can tell of what was done before it. */
export async function readingAfter(tx: Tx, indicatorId: string, day: Day): Promise<ReadingOf | undefined> {
  const { rows } = await sql<Row>`select ${shown} where r.indicator_id = ${indicatorId} and r.withdrawn_at is null
     and r.from_on >= ${day}::date order by r.from_on, r.id limit 1`.execute(tx);
  return rows[0] && show(rows[0]);
}

/** A reading by its id, with the indicator it belongs to. */
export const findReading = (tx: Tx, id: string) =>
  tx.selectFrom('reading').selectAll().where('id', '=', id).executeTakeFirst();

export type NewRow = Period & {
  id: string;
  indicatorId: string;
  definitionId: string;
  value: number;
  numerator: number | null;
  denominator: number | null;
  exposure?: number | null;
  control?: number | null;
  way: Way;
  source: string;
  /** None for what the program counts. */
  by: string | null;
};

/** Many rows in one statement. Whoever calls holds the indicators' rows and has asked what stands beside them. */
export async function insertReadings(tx: Tx, rows: readonly NewRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insertInto('reading')
    .values(
      rows.map(({ id, indicatorId, definitionId, from, to, by, exposure = null, control = null, ...rest }) => {
        const { value, numerator, denominator, way, source } = rest;
        const ids = { id, indicator_id: indicatorId, version_id: definitionId, by_person: by, at: tx.now };
        return { ...ids, from_on: from, to_on: to, value, numerator, denominator, exposure, control, way, source };
      }),
    )
    .execute();
}

/** @param by nobody where the program withdraws what it counted before. */
export async function withdrawReadings(tx: Tx, ids: readonly string[], by: string | null, reason: string) {
  if (ids.length === 0) return;
  await tx
    .updateTable('reading')
    .set({ withdrawn_at: tx.now, withdrawn_by: by, withdraw_reason: reason })
    .where('id', 'in', ids)
    .where('withdrawn_at', 'is', null)
    .execute();
}
