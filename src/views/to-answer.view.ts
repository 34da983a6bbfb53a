/** Reporters still to be answered: signals whose problem is closed and whose answer runs, the most pressing first. */
import { sql } from 'kysely';
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import type { Due } from '#rules/shapes.ts';
import { signalSeen } from '#signal/signal.scope.ts';
import { type ListRow, lines, readCursor, showLine, writeCursor } from '#signal/signal.store.ts';
import { dueJson } from '#triage/problem.store.ts';

type Query = {
  cursor?: string | undefined;
  limit: number;
  problemId?: string | undefined;
  unitId?: string | undefined;
};
type Row = ListRow & { due: Due; due_us: string; closed_at: Date | null };

/** A condition on `signal s`: its problem was led by this unit to its end. */
export const settledBy = (unit: string) => sql<boolean>`exists (
  select from signal_problem e join assignment a on a.problem_id = e.problem_id and a.role = 'lead' and a.to_unit = ${unit}
     and (a.closed_at is null or a.close_reason = 'finished')
   where e.signal_id = s.id and e.closed_at is null)`;

export async function toAnswer(tx: Tx, actor: Actor, { cursor: text, limit, problemId, unitId }: Query) {
  const cursor = readCursor(text);
  const after = cursor ? sql`and (c.due_at, s.id) > (${cursor.at}::timestamptz, ${cursor.id}::uuid)` : sql``;
  const onProblem = problemId
    ? sql`and exists (select from signal_problem e where e.signal_id = s.id and e.closed_at is null and e.problem_id = ${problemId})`
    : sql``;
  const ofUnit = unitId ? sql`and ${settledBy(unitId)}` : sql``;
  const { rows } = await sql<Row>`
    with page as (
      select s.id, c.due_at from clock c join signal s on s.id = c.thing
       where c.limit_name = 'answer' and c.stopped_at is null and ${signalSeen(actor)} ${onProblem} ${ofUnit} ${after}
       order by c.due_at, s.id limit ${limit + 1}), line as (${lines(actor)})
    select line.*, ${dueJson(sql`line.id`, sql`'answer'`)} as due,
           to_char(page.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as due_us,
           (select max(d.at) from problem_decision d where d.problem_id = line.problem_id and d.step = 'close') as closed_at
      from line join page on page.id = line.id order by page.due_at, line.id`.execute(tx);
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return {
    items: items.map((row) => ({ ...showLine(row), due: row.due, closedAt: row.closed_at?.toISOString() ?? null })),
    next: last ? writeCursor({ at: last.due_us, id: last.id }) : null,
  };
}

/** How many, up to 1,000. */
export async function countToAnswer(tx: Tx, actor: Actor): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (
    select from clock c join signal s on s.id = c.thing
     where c.limit_name = 'answer' and c.stopped_at is null and ${signalSeen(actor)} limit 1000) x`.execute(tx);
  return rows[0]!.n;
}
