/** Runs as pages show them: the list, and one with every step, who has it and until when. */
import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '#people/actor.ts';
import { keysOf, pageOf } from '#people/cursor.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { runRoles, runSeen } from '#procedure/procedure.scope.ts';
import { runCycle } from '#procedure/procedure.ts';
import { moveOf } from '#procedure/progress.ts';
import type { MoveShown, RunItem, RunQuery, RunShown, RunStepShown } from '#procedure/run.api.ts';
import { givenSteps } from '#procedure/run.store.ts';
import { stepsOf, versionsOf } from '#procedure/version.store.ts';
import { openSteps } from '#rules/steps.ts';
import { maskWords } from '#text/mask.ts';
import { dueJson, lateOn } from '#triage/problem.store.ts';

type Line = Omit<RunItem, 'startedAt' | 'changedAt'> & { startedAt: Date; changedAt: Date; changed_us: string };

const lines = sql`
  select n.id, n.number, json_build_object('id', d.id, 'number', d.number, 'name', d.name) as procedure, v.nth, n.state, n.notice->>'title' as notice,
         case when n.about_id is not null then json_build_object('kind', n.about_kind, 'id', n.about_id, 'name', n.about_name) end as about,
         json_build_object('all', (select count(*)::int from procedure_step s where s.version_id = n.version_id),
           'done', (select count(*)::int from procedure_run_step g join procedure_step s on s.version_id = n.version_id and s.key = g.key
             where g.run_id = n.id and g.done_at is not null)) as steps,
         b.name as "startedBy", n.started_at as "startedAt", n.changed_at as "changedAt", n.version,
         to_char(n.changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as changed_us
    from procedure_run n join procedure d on d.id = n.procedure_id join procedure_version v on v.id = n.version_id
    left join person b on b.id = n.started_by`;

const show = ({ changed_us: _, startedAt, changedAt, ...line }: Line): RunItem => ({
  ...line,
  startedAt: startedAt.toISOString(),
  changedAt: changedAt.toISOString(),
});

export async function listRuns(tx: Tx, actor: Actor, { q, state, procedureId, aboutId, cursor, limit }: RunQuery) {
  const after = cursor ? keysOf(cursor, 2) : undefined;
  const typed = q ? `%${q.replace(/[\\%_]/g, '\\$&')}%` : undefined;
  const where: RawBuilder<unknown>[] = [
    runSeen(actor),
    ...(state ? [sql`n.state = ${state}`] : []),
    ...(procedureId ? [sql`n.procedure_id = ${procedureId}`] : []),
    ...(aboutId ? [sql`n.about_id = ${aboutId}`] : []),
    ...(typed
      ? [
          sql`(n.number ilike ${typed} or d.name ilike ${typed} or n.notice->>'title' ilike ${typed} or n.about_name ilike ${typed})`,
        ]
      : []),
    ...(after ? [sql`(n.changed_at, n.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`] : []),
  ];
  const { rows } = await sql<Line>`${lines} where ${sql.join(where, sql` and `)}
    order by n.changed_at desc, n.id desc limit ${limit + 1}`.execute(tx);
  const { items, next } = pageOf(rows, limit, (row) => [row.changed_us, row.id]);
  return { items: items.map(show), next };
}

type Facts = Pick<RunShown, 'unit' | 'responsible' | 'second' | 'reason' | 'endReason'> & {
  endedAt: Date | null;
  procedure_id: string;
  version_id: string;
  unit_id: string;
  started_by: string | null;
  responsible_id: string;
  second_id: string;
};

/** All but its history. @throws not_found */
export async function runOf(tx: Tx, actor: Actor, id: string): Promise<Omit<RunShown, 'history'>> {
  const { rows } = await sql<Line>`${lines} where n.id = ${id} and ${runSeen(actor)}`.execute(tx);
  if (!rows[0]) throw problem('not_found');
  const line = show(rows[0]);
  const facts = await sql<Facts>`
    select json_build_object('id', u.id, 'name', u.name, 'shortName', u.short_name) as unit, n.reason, n.end_reason as "endReason",
           json_build_object('id', r.id, 'name', r.name) as responsible, json_build_object('id', s.id, 'name', s.name) as second,
           n.ended_at as "endedAt", n.procedure_id, n.version_id, n.unit_id, n.started_by, n.responsible_id, n.second_id
      from procedure_run n join unit u on u.id = n.unit_id join person r on r.id = n.responsible_id join person s on s.id = n.second_id
     where n.id = ${id}`.execute(tx);
  const { endedAt, procedure_id, version_id, unit_id, started_by, responsible_id, second_id, ...rest } = facts.rows[0]!;
  const versions = await versionsOf(tx, procedure_id);
  return {
    ...line,
    ...rest,
    reason: maskWords(rest.reason),
    endedAt: endedAt?.toISOString() ?? null,
    path: await pathOf(tx, id, version_id),
    versions: versions
      .filter((one) => one.state === 'issued' && one.id !== version_id)
      .map(({ id: of, nth }) => ({ id: of, nth })),
    buttons: openSteps(runCycle, line.state, runRoles(actor, { unit_id, started_by, responsible_id, second_id })),
  };
}

/** The steps of its version in order, then those of versions before that were given and are gone from it. */
async function pathOf(tx: Tx, runId: string, versionId: string): Promise<RunStepShown[]> {
  const steps = (await stepsOf(tx, [versionId])).get(versionId) ?? [];
  const given = await tx
    .selectFrom('procedure_run_step')
    .selectAll()
    .where('run_id', '=', runId)
    .orderBy('given_at')
    .execute();
  const tasks = await tasksOf(tx, runId);
  const known = new Set(steps.map(({ key }) => key));
  const gone = given
    .filter(({ key }) => !known.has(key))
    .map(({ key, title }) => ({ key, title, after: [] as string[], feedback: null, who: 'fits' as const }));
  const many = steps.some(({ who }) => who === 'listed') ? await countMany(tx, runId) : null;
  return [...steps, ...gone].map((step) => {
    const row = given.find(({ key }) => key === step.key);
    const stands = !row ? ('waits' as const) : row.done_at ? ('done' as const) : ('open' as const);
    return {
      ...{
        key: step.key,
        title: row?.title ?? step.title,
        after: step.after,
        rule: step.feedback?.rule ?? null,
        stands,
      },
      tasks: tasks.get(step.key) ?? [],
      many: step.who === 'listed' && many && many.listed > 0 ? many : null,
    };
  });
}

/** Of each step the first twenty, those that are open before those that are not. */
async function tasksOf(tx: Tx, runId: string): Promise<Map<string, RunStepShown['tasks']>> {
  const limit = sql`case t.state when 'submitted' then 'review' else 'finish' end`;
  const { rows } = await sql<{ key: string; tasks: RunStepShown['tasks'] }>`
    with ranked as (
      select t.*, s.key, row_number() over (partition by s.key order by t.state in ('done', 'withdrawn'), t.number) as nth
        from task t join procedure_step s on s.id = t.step_id where t.run_id = ${runId})
    select t.key, json_agg(json_build_object('id', t.id, 'number', t.number, 'state', t.state, 'due', ${dueJson(sql`t.id`, limit)},
        'assignee', case when h.id is not null then json_build_object('id', h.id, 'name', h.name) end,
        'unit', json_build_object('id', u.id, 'name', u.name, 'shortName', u.short_name),
        'fallback', t.fallback_to is not null and t.fallback_to = h.id, 'automatic', f.rule) order by t.nth) as tasks
      from ranked t join unit u on u.id = t.unit_id left join procedure_feedback f on f.task_id = t.id
      left join lateral (select a.to_person from assignment a where a.task_id = t.id and a.role = 'lead'
        order by a.closed_at desc nulls first limit 1) a on true left join person h on h.id = a.to_person
     where t.nth <= 20 group by t.key`.execute(tx);
  return new Map(rows.map(({ key, tasks }) => [key, tasks]));
}

async function countMany(tx: Tx, runId: string) {
  const { rows } = await sql<NonNullable<RunStepShown['many']>>`
    select (select count(*)::int from procedure_audience where run_id = ${runId}) as listed,
           count(*) filter (where t.state = 'given')::int as given, count(*) filter (where t.state = 'working')::int as accepted,
           count(*) filter (where t.state = 'submitted')::int as submitted, count(*) filter (where t.state = 'done')::int as done,
           count(*) filter (where t.state = 'withdrawn')::int as withdrawn, count(*) filter (where ${lateOn(tx, sql`t.id`)})::int as late
      from procedure_audience a join task t on t.id = a.task_id where a.run_id = ${runId}`.execute(tx);
  return rows[0]!;
}

/** What another version would change in a run, before it is done. @throws not_found */
export async function lookAhead(tx: Tx, actor: Actor, id: string, versionId: string): Promise<MoveShown> {
  const { rows } = await sql<{ version: string }>`
    select n.version_id as version from procedure_run n join procedure_version v on v.id = ${versionId} and v.procedure_id = n.procedure_id
     where n.id = ${id} and ${runSeen(actor)}`.execute(tx);
  if (!rows[0]) throw problem('not_found');
  const found = await stepsOf(tx, [rows[0].version, versionId]);
  return { steps: moveOf(found.get(rows[0].version) ?? [], found.get(versionId) ?? [], await givenSteps(tx, id)) };
}
