/** The signals of a problem by months, and all signals beside them: what the count is made of. */
import { sql } from 'kysely';
import { type Month, spanOf } from '#clock/month.ts';
import type { Counted, Kind } from '#outcome/count.ts';
import type { Tx } from '#platform/db.ts';

/**
 * The edges that count, `signal_problem e`: open ones, and of these the ones that a person has confirmed. Today a person
 * makes every edge, and making it confirms it; where a machine proposes edges, the condition that somebody has confirmed
 * one belongs here and nowhere else.
 */
const confirmed = sql`e.closed_at is null`;

const monthOfSignal = sql`to_char(s.received_at at time zone 'Asia/Shanghai', 'YYYY-MM')`;

/** The problem itself, or the one it was merged into, however often. */
export async function standingProblem(tx: Tx, id: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    with recursive way as (select id, merged_into from problem where id = ${id}
      union select p.id, p.merged_into from problem p join way w on p.id = w.merged_into)
    select id from way where merged_into is null`.execute(tx);
  return rows[0]!.id;
}

/** What most of the problem's signals are: the kind to compare with. Nothing where it has none. */
export async function kindOf(tx: Tx, problemId: string): Promise<Kind | undefined> {
  const { rows } = await sql<Kind>`
    select s.matter, s.category from signal_problem e join signal s on s.id = e.signal_id
     where e.problem_id = ${problemId} and ${confirmed}
     group by s.matter, s.category order by count(*) desc, s.matter, s.category limit 1`.execute(tx);
  return rows[0];
}

/** The months of the first signal of the city and of the problem. */
export async function firstMonths(tx: Tx, problemId: string): Promise<{ city: Month | null; problem: Month | null }> {
  const { rows } = await sql<{ city: Month | null; problem: Month | null }>`
    select (select ${monthOfSignal} from signal s order by s.received_at limit 1) as city,
           (select min(${monthOfSignal}) from signal_problem e join signal s on s.id = e.signal_id
             where e.problem_id = ${problemId} and ${confirmed}) as problem`.execute(tx);
  return rows[0]!;
}

/** How many signals of each kind arrived in each month; nothing where erasure has taken the category of some. The second half of a divided ticket is not counted again. */
export type Arrivals = ReadonlyMap<Month, { all: number; ofKind(kind: Kind): number | null }>;

/** `at`: which of the months, counted from 1. */
type Arrived = Kind & { at: number; n: number; erased: number };

/**
 * One walk over the signals of these months serves every indicator that is counted. The month is found among the instants at
 * which they begin: turning each signal's into local time costs more than reading it.
 */
export async function arrivalsIn(tx: Tx, months: readonly Month[]): Promise<Arrivals> {
  if (months.length === 0) return new Map();
  const begin = months.map((month) => spanOf(month).start);
  const { rows } = await sql<Arrived>`
    select width_bucket(s.received_at, ${begin}::timestamptz[]) as at, s.matter, s.category, count(*) as n, count(s.erased_at) as erased from signal s
     where s.received_at >= ${begin[0]} and s.received_at < ${spanOf(months.at(-1)!).end} and s.divided_from is null
     group by 1, 2, 3`.execute(tx);
  const sum = (some: Arrived[]) => some.reduce((total, { n }) => total + n, 0);
  return new Map(
    months.map((month, i) => {
      const here = rows.filter((row) => row.at === i + 1);
      const untold = (row: Arrived, kind: Kind) =>
        row.erased > 0 && row.matter === kind.matter && kind.category !== null;
      const ofKind = (kind: Kind) =>
        here.some((row) => untold(row, kind)) ? null : sum(here.filter((row) => isOf(row, kind)));
      return [month, { all: sum(here), ofKind }];
    }),
  );
}

/** Where no category is known, the matter alone tells what is of a kind. */
const isOf = (row: Kind, kind: Kind): boolean =>
  row.matter === kind.matter && (kind.category === null || row.category === kind.category);

/** The figures of these months. The halves of a divided ticket share their reporter's row: together they count once. */
export async function countSignals(
  tx: Tx,
  problemId: string,
  kind: Kind | undefined,
  months: readonly Month[],
  arrivals: Arrivals,
): Promise<Counted[]> {
  const { rows } = await sql<{ month: Month; value: number; same: number }>`
    select ${monthOfSignal} as month, count(distinct s.reporter_id) as value,
           count(*) filter (where s.divided_from is null and s.matter = ${kind?.matter ?? null}
             and (${kind?.category ?? null}::text is null or s.category = ${kind?.category ?? null})) as same
      from signal_problem e join signal s on s.id = e.signal_id
     where e.problem_id = ${problemId} and ${confirmed} group by 1`.execute(tx);
  const on = new Map(rows.map((row) => [row.month, row]));
  return months.map((month) => {
    const { all = 0, ofKind = () => 0 } = arrivals.get(month) ?? {};
    const { value = 0, same = 0 } = on.get(month) ?? {};
    const like = kind ? ofKind(kind) : null;
    return { month, value, exposure: all, control: like === null ? null : like - same };
  });
}
