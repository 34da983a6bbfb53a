/** Warnings as rows, the rule they are found by, and what stands behind one. */
import { sql } from 'kysely';
import type { Day } from '#clock/day.ts';
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { problem } from '#platform/problem.ts';
import type { Burst } from '#statistics/burst.ts';
import type { Watched } from '#triage/warning/series.ts';
import { FALSE_ALARMS, type WarningState } from '#triage/warning/warning.ts';

export type WarningRow = Watched & {
  id: string;
  state: WarningState;
  windowDays: number;
  lastOn: Day;
  people: number;
  expected: number;
  onceInDays: number;
  foundAt: Date;
  changedAt: Date;
  problemId: string | null;
  version: number;
};

const columns = sql`w.id, w.area_id as "areaId", w.category_id as "categoryId", w.state, w.window_days as "windowDays",
  to_char(w.last_on, 'YYYY-MM-DD') as "lastOn", w.people, w.expected::float8 as expected, w.once_in_days::float8 as "onceInDays",
  w.found_at as "foundAt", w.changed_at as "changedAt", w.problem_id as "problemId", w.version`;

/** Open ones, and those decided on or over since a day; the most surprising first. */
export async function listWarnings(tx: Tx, since: Date): Promise<WarningRow[]> {
  const { rows } = await sql<WarningRow>`
    select ${columns} from warning w where w.state in ('new', 'noted') or w.changed_at >= ${since}
     order by w.state not in ('new', 'noted'), case when w.state in ('new', 'noted') then w.once_in_days end desc,
              w.changed_at desc, w.id`.execute(tx);
  return rows;
}

/** @throws not_found */
export async function loadWarning(tx: Tx, id: string, lock = false): Promise<WarningRow> {
  const { rows } = await sql<WarningRow>`
    select ${columns} from warning w where w.id = ${id} ${lock ? sql`for update` : sql``}`.execute(tx);
  if (!rows[0]) throw problem('not_found');
  return rows[0];
}

type Found = Burst<Watched> & { lastOn: Day };

export async function insertWarning(tx: Tx, found: Found): Promise<string> {
  const id = newId();
  const { key, window, count, expected, onceInDays, lastOn } = found;
  const figures = { window_days: window, last_on: lastOn, people: count, expected, once_in_days: onceInDays };
  const about = { area_id: key.areaId, category_id: key.categoryId };
  await tx
    .insertInto('warning')
    .values({ id, ...about, ...figures, state: 'new', found_at: tx.now, changed_at: tx.now })
    .execute();
  return id;
}

/** The burst goes on: its figures are those of today. The version stays, for nobody has decided anything. */
export async function continueWarning(tx: Tx, id: string, found: Found): Promise<void> {
  const { window, count, expected, onceInDays, lastOn } = found;
  await tx
    .updateTable('warning')
    .set({ window_days: window, last_on: lastOn, people: count, expected, once_in_days: onceInDays })
    .where('id', '=', id)
    .execute();
}

export async function writeWarning(
  tx: Tx,
  id: string,
  change: { state: WarningState; problemId?: string },
): Promise<number> {
  const { version } = await tx
    .updateTable('warning')
    .set((eb) => ({
      state: change.state,
      ...(change.problemId && { problem_id: change.problemId }),
      changed_at: tx.now,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

/** The latest of each place and kind: open, or decided on so lately that it still speaks. */
export async function latestWarnings(tx: Tx): Promise<WarningRow[]> {
  const { rows } = await sql<WarningRow>`
    select distinct on (w.area_id, w.category_id) ${columns} from warning w
     order by w.area_id, w.category_id, w.state in ('new', 'noted') desc, w.changed_at desc, w.id desc`.execute(tx);
  return rows;
}

export async function falseAlarmsAllowed(tx: Tx): Promise<number> {
  const { rows } = await sql<{ allowed: number }>`
    select false_alarms::float8 as allowed from warning_rule order by at desc, id desc limit 1`.execute(tx);
  return rows[0]?.allowed ?? FALSE_ALARMS;
}

type Decided = { id: string; warningId: string; step: 'note' | 'act' | 'dismiss'; words: string };

export async function insertDecision(tx: Tx, actor: Actor, { id, warningId, step, words }: Decided): Promise<void> {
  await tx
    .insertInto('warning_decision')
    .values({ id, warning_id: warningId, step, by_person: actor.id!, at: tx.now, words })
    .execute();
}
