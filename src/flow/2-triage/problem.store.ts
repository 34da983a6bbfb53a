/** Reading and writing problems: lists, one locked for a decision, and its records. */
import { type RawBuilder, sql } from 'kysely';
import { unitsWhere } from '#people/actor.store.ts';
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { numberOfYear } from '#platform/number.ts';
import { problem } from '#platform/problem.ts';
import { limitInState } from '#rules/limit-in-state.store.ts';
import type { Due, UnitBrief } from '#rules/shapes.ts';
import { stageName } from '#rules/stage-name.store.ts';
import { readCursor, writeCursor } from '#signal/signal.store.ts';
import type { Urgency } from '#signal/signal.ts';
import { isDeferred, standingOn } from '#triage/deferral/deferral.store.ts';
import { problemSeen } from '#triage/problem.scope.ts';
import { limitOf, type ProblemClass, type ProblemState } from '#triage/problem.ts';
import type { ProblemItem, ProblemQuery } from '#triage/triage.api.ts';

export type ProblemRow = {
  id: string;
  number: string;
  title: string;
  statement: string;
  class: ProblemClass | null;
  urgency: Urgency;
  state: ProblemState;
  programme_version_id: string;
  made_by: string;
  made_at: Date;
  version: number;
};

/** What a line of a list is shown from. */
export type ProblemLine = ProblemRow & {
  signal_count: number;
  reporter_count: number;
  lead: UnitBrief | null;
  due: Due | null;
  deferral: ProblemItem['deferral'];
  changed_at: Date;
  changed_us: string;
};

/** The stage of `problem p` where one runs, else this limit. */
export const stageOr = (limit: RawBuilder<unknown>) => sql`case when exists (
  select from clock c where c.thing = p.id and c.limit_name = 'stage' and c.stopped_at is null) then 'stage' else ${limit} end`;

/** The limit that counts for it: that of its state, or its stage. */
export const limitOfProblem = stageOr(limitInState(limitOf, 'p.state'));

export const dueJson = (
  thing: RawBuilder<unknown>,
  limit: RawBuilder<unknown>,
) => sql`(select json_build_object('limit', c.limit_name, 'stage', ${stageName('c')},
    'dueAt', to_char(c.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'startedAt', to_char(c.started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'unitOfTime', c.unit_of_time, 'provisional', c.provisional, 'office', c.unit_id,
    'pausedAt', to_char(c.paused_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
  from clock c where c.thing = ${thing} and c.limit_name = ${limit} and c.stopped_at is null)`;

/** What a line of a list shows of the problems in `ids` (a relation `page` with column `id`). */
export const problemLines = sql`
  select p.id, p.number, p.title, p.statement, p.class, p.urgency, p.state, p.programme_version_id, p.made_by, p.made_at, p.version,
         p.signal_count, p.reporter_count, p.changed_at,
         to_char(p.changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as changed_us,
         (select json_build_object('id', u.id, 'name', u.name, 'shortName', u.short_name) from assignment a join unit u on u.id = a.to_unit
           where a.problem_id = p.id and a.role = 'lead' and (a.closed_at is null or a.close_reason = 'finished')
           order by a.opened_at desc, a.id desc limit 1) as lead,
         ${dueJson(sql`p.id`, limitOfProblem)} as due, ${standingOn(sql`p.id`)} as deferral
    from page join problem p on p.id = page.id`;

/** A condition on `problem p`: this unit leads it now. */
export const ledBy = (unit: string) => sql<boolean>`exists (
  select from assignment a where a.problem_id = p.id and a.role = 'lead' and a.closed_at is null and a.to_unit = ${unit})`;

/** A limit that runs for the thing is over. One that stands still is not. */
export const lateOn = (tx: Tx, thing: RawBuilder<unknown>) => sql<boolean>`exists (
  select from clock c where c.thing = ${thing} and c.stopped_at is null and c.paused_at is null and c.due_at < ${tx.now})`;

function conditions(tx: Tx, actor: Actor, filter: Omit<ProblemQuery, 'cursor' | 'limit'>): RawBuilder<boolean>[] {
  const { q, state, class: kind, unitId, leadId, late, pressing, deferred, nobody } = filter;
  return [
    problemSeen(tx, actor),
    ...(state ? [sql<boolean>`p.state = ${state}`] : [sql<boolean>`p.state <> 'merged'`]),
    ...(kind ? [sql<boolean>`p.class = ${kind}`] : []),
    ...(q
      ? [
          sql<boolean>`(p.number like ${`${like(q)}%`} or p.title ilike ${`%${like(q)}%`} or p.statement ilike ${`%${like(q)}%`})`,
        ]
      : []),
    ...(unitId
      ? [
          sql<boolean>`exists (select from assignment a where a.problem_id = p.id and a.to_unit = ${unitId} and a.closed_at is null)`,
        ]
      : []),
    ...(leadId ? [ledBy(leadId)] : []),
    ...(late ? [lateOn(tx, sql`p.id`)] : []),
    ...(pressing
      ? [
          sql<boolean>`exists (select from clock c where c.thing = p.id and c.stopped_at is null and c.paused_at is null and c.due_at < ${tx.now}::timestamptz + interval '1 day')`,
        ]
      : []),
    ...(deferred ? [isDeferred] : []),
    ...(nobody ? [sql<boolean>`p.id in (select e.problem_id from (${strandedProblems(tx)}) e)`] : []),
  ];
}

/** Problems that wait for a lead unit in which nobody may handle them: `problem_id`, `number`, `unit`. */
export const strandedProblems = (tx: Tx) => sql`
  select p.id as problem_id, p.number, a.to_unit as unit from problem p
    join assignment a on a.problem_id = p.id and a.role = 'lead' and a.closed_at is null
   where p.state in ('given', 'working') and a.to_unit not in (${unitsWhere(tx, 'problem.handle')})`;

export const like = (text: string) => text.replace(/[\\%_]/g, '\\$&');

export async function listProblems(
  tx: Tx,
  actor: Actor,
  query: ProblemQuery,
): Promise<{ items: ProblemItem[]; next: string | null }> {
  const cursor = readCursor(query.cursor);
  const after = cursor ? [sql<boolean>`(p.changed_at, p.id) < (${cursor.at}::timestamptz, ${cursor.id}::uuid)`] : [];
  const { rows } = await sql<ProblemLine>`
    with page as materialized (select p.id from problem p where ${sql.join([...conditions(tx, actor, query), ...after], sql` and `)}
      order by p.changed_at desc, p.id desc limit ${query.limit + 1})
    ${problemLines} order by p.changed_at desc, p.id desc`.execute(tx);
  const items = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? items.at(-1) : undefined;
  return { items: items.map(showProblem), next: last ? writeCursor({ at: last.changed_us, id: last.id }) : null };
}

export async function countProblems(tx: Tx, actor: Actor, filter: Omit<ProblemQuery, 'cursor' | 'limit'>) {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (
    select from problem p where ${sql.join(conditions(tx, actor, filter), sql` and `)} limit 1001) x`.execute(tx);
  return { count: Math.min(rows[0]!.n, 1_000), more: rows[0]!.n > 1_000 };
}

export function showProblem(line: ProblemLine): ProblemItem {
  return {
    id: line.id,
    number: line.number,
    title: line.title,
    state: line.state,
    class: line.class,
    urgency: line.urgency,
    signals: line.signal_count,
    reporters: line.reporter_count,
    lead: line.lead,
    due: line.due,
    deferral: line.deferral,
    changedAt: line.changed_at.toISOString(),
    version: line.version,
  };
}

/** A problem that the actor sees, as a line. @throws not_found */
export async function seeProblem(tx: Tx, actor: Actor, id: string): Promise<ProblemLine> {
  const { rows } =
    await sql<ProblemLine>`with page as (select p.id from problem p where p.id = ${id} and ${problemSeen(tx, actor)})
    ${problemLines}`.execute(tx);
  if (!rows[0]) throw problem('not_found');
  return rows[0];
}

/** A problem that the actor sees, locked for a decision. @throws not_found */
export async function lockProblem(tx: Tx, actor: Actor, id: string): Promise<ProblemRow> {
  const { rows } = await sql<ProblemRow>`
    select p.id, p.number, p.title, p.statement, p.class, p.urgency, p.state, p.programme_version_id, p.made_by, p.made_at, p.version
      from problem p where p.id = ${id} and ${problemSeen(tx, actor)} for update`.execute(tx);
  if (!rows[0]) throw problem('not_found');
  return rows[0];
}

type Change = Partial<Pick<ProblemRow, 'title' | 'statement' | 'class' | 'urgency' | 'state'>> & {
  merged_into?: string;
  countersign_rule?: 'all' | 'one';
};

/** Writes a change and counts the version up. */
export async function writeProblem(tx: Tx, id: string, change: Change): Promise<number> {
  const { version } = await tx
    .updateTable('problem')
    .set((eb) => ({ ...change, changed_at: tx.now, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

/** `P` + year + running number: never reused, gaps allowed. */
export async function insertProblem(
  tx: Tx,
  row: {
    id: string;
    title: string;
    statement: string;
    class: ProblemClass | null;
    urgency: Urgency;
    programme: string;
    by: string;
  },
): Promise<string> {
  const { rows } = await sql<{ number: string }>`
    insert into problem (id, number, title, statement, class, urgency, state, programme_version_id, made_by, made_at, changed_at)
    values (${row.id}, ${numberOfYear('P', tx.now, 'problem_number', 5)},
      ${row.title}, ${row.statement}, ${row.class}, ${row.urgency}, 'open', ${row.programme}, ${row.by}, ${tx.now}, ${tx.now})
    returning number`.execute(tx);
  return rows[0]!.number;
}

export type DecisionStep = 'handle' | 'verify' | 'refuse' | 'close' | 'reopen' | 'sendBack';

export async function insertDecision(
  tx: Tx,
  row: { id: string; problemId: string; step: DecisionStep; by: string; unit: string | null; words: string },
): Promise<void> {
  await tx
    .insertInto('problem_decision')
    .values({
      id: row.id,
      problem_id: row.problemId,
      step: row.step,
      by_person: row.by,
      for_unit: row.unit,
      at: tx.now,
      words: row.words,
    })
    .execute();
}

/** Who handled it last: the person that must not verify it. */
export async function handledBy(tx: Tx, problemId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('problem_decision')
    .select('by_person')
    .where('problem_id', '=', problemId)
    .where('step', '=', 'handle')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.by_person ?? null;
}
