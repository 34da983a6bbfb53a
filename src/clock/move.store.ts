/** Which deadlines a changed calendar moves: told before, without changing anything. */
import { sql } from 'kysely';
import type { Calendar } from '#clock/calendar.ts';
import type { ClockKind } from '#clock/clock.store.ts';
import { type Day, startOfDay } from '#clock/day.ts';
import { type ClockRow, clockColumns, dueOf, type Moved } from '#clock/recompute.store.ts';
import type { Tx } from '#platform/db.ts';

/** Clocks that a change from that day on can move. What is over is over, but for one that stands still. */
export const movable = (tx: Tx, from: Day) => sql`c.stopped_at is null and c.due_at >= ${startOfDay(from)}
  and (c.due_at > ${tx.now} or c.paused_at is not null)
  and (c.unit_of_time in ('working_day', 'working_hour') or (c.roll and c.unit_of_time in ('day', 'month_day')))`;

/** Its deadline is made of the day it began, its budget and the calendar alone. */
export const plain = sql`c.unit_of_time <> 'working_hour' and not exists (select from clock_suspension s where s.clock_id = c.id)
  and not exists (select from clock_extension e where e.clock_id = c.id)`;

/** Clocks of a kind that move, and how many of them would be over at once. */
export type MovedCount = { kind: ClockKind; looked: number; moved: number; earlier: number; over: number };
export type Plan = { kinds: MovedCount[]; first: Moved[] };

/**
 * What a calendar would do. Clocks that begin on the same day with the same budget end on the same day: those are asked for
 * once a group, only the others one by one.
 * @returns counts by kind, and the first `many` deadlines that move, the soonest first.
 */
export async function planMoves(tx: Tx, calendar: Calendar, from: Day, many: number): Promise<Plan> {
  const counts = new Map<ClockKind, MovedCount>();
  const first: { id: string; due_at: Date; to: Date }[] = [];
  const add = (row: ClockRow, ids: readonly string[], count = ids.length) => {
    const to = dueOf(calendar, row).dueAt;
    const one = counts.get(row.kind) ?? { kind: row.kind, looked: 0, moved: 0, earlier: 0, over: 0 };
    counts.set(row.kind, one);
    one.looked += count;
    if (to.getTime() === row.due_at.getTime()) return;
    one.moved += count;
    if (to < row.due_at) one.earlier += count;
    if (to < tx.now) one.over += count;
    for (const id of ids) first.push({ id, due_at: row.due_at, to });
  };
  const groups = await sql<ClockRow & { count: number; ids: string[] }>`
    select (array_agg(c.id order by c.id))[1:${many}] as ids, c.kind, c.unit_of_time, c.budget, c.roll, min(c.started_at) as started_at, c.due_at, false as provisional,
           null as unit_id, null as extensions, null as suspensions, count(*)::int as count
      from clock c where ${movable(tx, from)} and ${plain}
     group by c.kind, c.unit_of_time, c.budget, c.roll, (c.started_at at time zone 'Asia/Shanghai')::date, c.due_at`.execute(
    tx,
  );
  for (const group of groups.rows) add(group, group.ids, group.count);
  const single =
    await sql<ClockRow>`select ${clockColumns} from clock c where ${movable(tx, from)} and not (${plain})`.execute(tx);
  for (const row of single.rows) add(row, [row.id]);
  const soonest = first.sort((a, b) => a.due_at.getTime() - b.due_at.getTime()).slice(0, many);
  return { kinds: [...counts.values()], first: await named(tx, soonest) };
}

async function named(tx: Tx, moves: { id: string; due_at: Date; to: Date }[]): Promise<Moved[]> {
  if (moves.length === 0) return [];
  const rows = await tx
    .selectFrom('clock')
    .select(['id', 'kind', 'thing', 'limit_name'])
    .where(
      'id',
      'in',
      moves.map(({ id }) => id),
    )
    .execute();
  return moves.map(({ id, due_at, to }) => {
    const { kind, thing, limit_name } = rows.find((row) => row.id === id)!;
    return { kind, thing, limit_name, from: due_at, to };
  });
}
