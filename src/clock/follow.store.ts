/** Open deadlines follow a changed calendar, some thousands at a time: what is alike is computed once and written where it stands. */
import { type RawBuilder, sql } from 'kysely';
import type { Calendar } from '#clock/calendar.ts';
import type { Day } from '#clock/day.ts';
import { movable, plain } from '#clock/move.store.ts';
import { type ClockRow, dueOf } from '#clock/recompute.store.ts';
import { boolColumn, textColumn, timeColumn, uuidColumn } from '#platform/columns.ts';
import type { Tx } from '#platform/db.ts';

/** Clocks that end together; `id` where the clock stands for itself: it counts office hours, was suspended or extended. */
type Alike = Omit<ClockRow, 'id' | 'kind' | 'thing' | 'limit_name'> & { id: string | null; count: number };

export type Chunk = {
  looked: number;
  alike: Alike[];
  after: string;
  /** The last thing that was looked at. */
  last: string;
  /** There may be more behind it. */
  full: boolean;
};

/** Below every id, and not below any. */
const FIRST = '00000000-0000-0000-0000-000000000000';
const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Not the microseconds that only another program writes: what came back from here must be found again. */
const due = sql`date_trunc('milliseconds', c.due_at)`;
const startDay = sql`date_trunc('day', c.started_at, 'Asia/Shanghai')`;

/**
 * The next clocks by thing up to `upTo`, all of a thing together, locked in that order; told by what their deadlines are made
 * of. Most clocks of a city share some hundred of these. @returns nothing where there are no more.
 */
export async function nextClocks(
  tx: Tx,
  { from, after, upTo, many }: { from: Day; after: string | null; upTo: string | null; many: number },
): Promise<Chunk | undefined> {
  const { rows } = await sql<Alike & { last: string }>`
    with chunk as materialized (
      select c.* from clock c where ${movable(tx, from)} and c.thing > ${after ?? FIRST} and c.thing <= ${upTo ?? LAST}
       order by c.thing fetch first ${many} rows with ties for update of c
    ), told as (
      select case when not own then id end as id, c.unit_of_time, c.budget, c.roll, c.provisional, ${due} as due_at,
             case when own then ${startDay} else c.started_at end as started_at, case when not own then c.unit_id end as unit_id
        from (select c.*, ${plain} as own from chunk c) c
    ), alike as (
      select t.*, count(*)::int as count from told t
       group by t.id, t.unit_of_time, t.budget, t.roll, t.provisional, t.due_at, t.started_at, t.unit_id
    )
    select a.*, (select json_agg(e.budget) from clock_extension e where e.clock_id = a.id) as extensions,
           (select json_agg(json_build_object('from', s.from_at, 'to', s.to_at)) from clock_suspension s where s.clock_id = a.id) as suspensions,
           (select thing from chunk order by thing desc limit 1) as last
      from alike a`.execute(tx);
  const [first] = rows;
  if (!first) return undefined;
  const looked = rows.reduce((sum, { count }) => sum + count, 0);
  return { looked, alike: rows, after: after ?? FIRST, last: first.last, full: looked >= many };
}

/**
 * Writes these clocks' deadlines as the calendar has them, those that are others now; the caller holds them locked.
 * @returns CTEs, of which `moved` has a row (kind, thing, limit_name, said) for each deadline that moved; nothing: none.
 */
export function followed(tx: Tx, calendar: Calendar, from: Day, chunk: Chunk): RawBuilder<unknown> | undefined {
  const changed = chunk.alike.flatMap((row) => {
    const now = dueOf(calendar, row);
    const moves = now.dueAt.getTime() !== row.due_at.getTime();
    if (!moves && now.provisional === row.provisional) return [];
    const said = moves ? { from: row.due_at.toISOString(), to: now.dueAt.toISOString() } : null;
    return [{ ...row, due: now.dueAt, now: now.provisional, said: said && JSON.stringify(said) }];
  });
  if (changed.length === 0) return undefined;
  const single = changed.filter(({ id }) => id !== null);
  const groups = changed.filter(({ id }) => id === null).map(({ id: _, ...row }) => row);
  const set = sql`provisional = n.now, calendar_version = ${calendar.version}, due_at = n.due`;
  const said = sql`c.kind, c.thing, c.limit_name, n.said`;
  return sql`grouped as (
      update clock c set ${set} from jsonb_to_recordset(${JSON.stringify(groups)}::jsonb) as n(unit_of_time text, budget int, roll boolean,
          provisional boolean, due_at timestamptz, started_at timestamptz, due timestamptz, now boolean, said jsonb)
       where ${movable(tx, from)} and c.thing > ${chunk.after} and c.thing <= ${chunk.last}
         and c.unit_of_time = n.unit_of_time and c.budget = n.budget and c.roll = n.roll and c.provisional = n.provisional
         and ${due} = n.due_at and ${startDay} = n.started_at
         and c.id <> all(${uuidColumn(chunk.alike.flatMap(({ id }) => id ?? []))}::uuid[])
      returning ${said}
    ), single as (
      update clock c set ${set} from (select u.id, u.due, u.now, u.said::jsonb as said from unnest(
          ${uuidColumn(single.map(({ id }) => id))}::uuid[], ${timeColumn(single.map((row) => row.due))}::timestamptz[],
          ${boolColumn(single.map((row) => row.now))}::boolean[], ${textColumn(single.map((row) => row.said))}::text[]) as u(id, due, now, said)) n
       where c.id = n.id returning ${said}
    ), moved as (select * from grouped where said is not null union all select * from single where said is not null)`;
}
