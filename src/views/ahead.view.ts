/** Problems that inspections or visits found before anybody complained, by the unit that leads or led them. */
import { type RawBuilder, sql } from 'kysely';
import { spanOf } from '#clock/month.ts';
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { readCursor, writeCursor } from '#signal/signal.store.ts';
import { problemSeen } from '#triage/problem.scope.ts';
import { type ProblemLine, problemLines, showProblem } from '#triage/problem.store.ts';
import type { AheadQuery } from '#views/ahead.api.ts';

/** A signal on `problem p` by whether an official found it, or somebody complained, before or after the problem was made. */
const told = (found: boolean, when: RawBuilder<unknown>) => sql<boolean>`exists (
  select from signal_problem e join signal s on s.id = e.signal_id join channel c on c.id = s.channel_id
   where e.problem_id = p.id and e.closed_at is null and (c.kind in ('inspection', 'visit')) = ${found} and ${when})`;

const lead = sql`(select a.to_unit from assignment a where a.problem_id = p.id and a.role = 'lead'
   and (a.closed_at is null or a.close_reason = 'finished') order by a.opened_at desc, a.id desc limit 1)`;

/** The relation `problems`: all that were made in these months and are seen, and which of them were found first. */
const problems = (tx: Tx, actor: Actor, { from, to }: Pick<AheadQuery, 'from' | 'to'>) => sql`problems as materialized (
  select p.id, p.changed_at, p.state = 'closed' as closed, ${lead} as unit,
         ${told(true, sql`true`)} and not ${told(false, sql`s.received_at <= p.made_at`)} as ahead,
         ${told(false, sql`s.received_at > p.made_at`)} as later
    from problem p
   where p.made_at >= ${spanOf(from).start} and p.made_at < ${spanOf(to).end} and p.state <> 'merged' and ${problemSeen(tx, actor)})`;

export async function aheadFigures(tx: Tx, actor: Actor, span: Pick<AheadQuery, 'from' | 'to'>) {
  type Line = {
    unit: string | null;
    name: string | null;
    all: boolean;
    count: number;
    closed: number;
    later: number;
    made: number;
  };
  const { rows } = await sql<Line>`
    with ${problems(tx, actor, span)}, line as (
      select x.unit, grouping(x.unit) = 1 as all, count(*) filter (where x.ahead)::int as count, count(*)::int as made,
             count(*) filter (where x.ahead and x.closed)::int as closed, count(*) filter (where x.ahead and x.later)::int as later
        from problems x group by rollup (x.unit))
    select line.*, u.short_name as name from line left join unit u on u.id = line.unit
     where line.all or line.count > 0 order by line.all desc, line.count desc, name`.execute(tx);
  return rows.map(({ unit, name, ...line }) => ({
    ...line,
    unit: unit === null ? null : { id: unit, name: name ?? '' },
  }));
}

const conditions = ({ unitId, only }: AheadQuery) =>
  sql.join(
    [
      sql`x.ahead`,
      ...(unitId === undefined ? [] : [unitId === 'none' ? sql`x.unit is null` : sql`x.unit = ${unitId}`]),
      ...(only === 'closed' ? [sql`x.closed`] : only === 'later' ? [sql`x.later`] : []),
    ],
    sql` and `,
  );

export async function listAhead(
  tx: Tx,
  actor: Actor,
  query: AheadQuery & { cursor?: string | undefined; limit: number },
) {
  const cursor = readCursor(query.cursor);
  const after = cursor ? sql`and (x.changed_at, x.id) < (${cursor.at}::timestamptz, ${cursor.id}::uuid)` : sql``;
  const { rows } = await sql<ProblemLine>`
    with ${problems(tx, actor, query)}, page as materialized (
      select x.id from problems x where ${conditions(query)} ${after} order by x.changed_at desc, x.id desc limit ${query.limit + 1})
    ${problemLines} order by p.changed_at desc, p.id desc`.execute(tx);
  const items = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? items[items.length - 1] : undefined;
  return { items: items.map(showProblem), next: last ? writeCursor({ at: last.changed_us, id: last.id }) : null };
}

export async function countAhead(tx: Tx, actor: Actor, query: AheadQuery) {
  const { rows } = await sql<{ n: number }>`
    with ${problems(tx, actor, query)} select count(*)::int as n from problems x where ${conditions(query)}`.execute(
    tx,
  );
  return { count: Math.min(rows[0]!.n, 1_000), more: rows[0]!.n > 1_000 };
}
