/** Finding the next rung of each clock that is new, has moved or goes on: filled by index, so that none is lost. */
import { sql } from 'kysely';
import type { Calendar } from '#clock/calendar.ts';
import { loadCalendar } from '#clock/clock.store.ts';
import { runningOf, takeUnwatched, type Watched } from '#clock/watch.store.ts';
import type { Tx } from '#platform/db.ts';
import { allLadders, ladderAt } from '#supervision/ladder.store.ts';
import { nextRung } from '#supervision/rung-at.ts';
import { traitsOf } from '#supervision/traits.store.ts';

/** @returns how many were taken; fewer than asked for: there are no more. */
export async function watchClocks(tx: Tx, many: number): Promise<number> {
  const clocks = await takeUnwatched(tx, many);
  if (clocks.length === 0) return 0;
  const ladders = await allLadders(tx);
  const fired = await lastFired(tx, clocks);
  const calendar = await loadCalendar(tx);
  const traits = await traitsOf(tx, ladders.some(({ condition }) => condition !== null) ? clocks : []);
  const rows = clocks.flatMap((clock) => {
    const last = fired.get(clock.id);
    const of = { kind: clock.kind, limit: clock.limit_name, traits: traits.get(clock.thing) ?? [] };
    // Whatever the matter has become since, it goes on up the ladder on which a rung has fired.
    const ladder = last ? ladders.find(({ id }) => id === last.ladder_id) : ladderAt(ladders, of, clock.started_at);
    if (!ladder) return [];
    const next = nextRung(calendar, runningOf(clock), ladder.rungs, (last?.nth ?? -1) + 1, last?.at ?? null);
    return next ? [{ clock_id: clock.id, ladder_id: ladder.id, ...next, due_at: clock.due_at }] : [];
  });
  await writeNext(tx, clocks, rows);
  return clocks.length;
}

type Next = { clock_id: string; ladder_id: string; nth: number; at: Date; due_at: Date };

/** What these clocks had is replaced. */
export async function writeNext(tx: Tx, clocks: readonly { id: string }[], rows: readonly Next[]): Promise<void> {
  const staying = new Set(rows.map(({ clock_id }) => clock_id));
  const gone = clocks.map(({ id }) => id).filter((id) => !staying.has(id));
  if (gone.length > 0) await sql`delete from rung_due where clock_id = any(${gone}::uuid[])`.execute(tx);
  if (rows.length === 0) return;
  await sql`
    insert into rung_due (clock_id, ladder_id, nth, at, due_at)
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(clock_id uuid, ladder_id uuid, nth int, at timestamptz, due_at timestamptz)
    on conflict (clock_id) do update set ladder_id = excluded.ladder_id, nth = excluded.nth, at = excluded.at, due_at = excluded.due_at`.execute(
    tx,
  );
}

type Last = { ladder_id: string; nth: number; at: Date };

/** The latest rung of each clock. */
async function lastFired(tx: Tx, clocks: readonly Watched[]): Promise<Map<string, Last>> {
  const { rows } = await sql<Last & { clock_id: string }>`
    select distinct on (clock_id) clock_id, ladder_id, nth, fired_at as at from rung_fired
     where clock_id = any(${clocks.map(({ id }) => id)}::uuid[]) order by clock_id, fired_at desc, nth desc`.execute(
    tx,
  );
  return new Map(rows.map((row) => [row.clock_id, row]));
}

/** After a rung has fired: the one after it, of each clock that still runs. */
export async function goOn(
  tx: Tx,
  calendar: Calendar,
  clocks: readonly Watched[],
  fired: ReadonlyMap<string, { ladder: string; nth: number }>,
): Promise<void> {
  const ladders = new Map((await allLadders(tx)).map((ladder) => [ladder.id, ladder]));
  const rows = clocks.flatMap((clock) => {
    const { ladder, nth } = fired.get(clock.id)!;
    const next = nextRung(calendar, runningOf(clock), ladders.get(ladder)?.rungs ?? [], nth + 1, tx.now);
    return next ? [{ clock_id: clock.id, ladder_id: ladder, ...next, due_at: clock.due_at }] : [];
  });
  await writeNext(tx, clocks, rows);
}
