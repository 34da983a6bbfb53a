/** Procedures as pages show them: the list, and one with all its versions. */
import { sql } from 'kysely';
import { addDays, dayOf } from '#clock/day.ts';
import { today } from '#people/actor.store.ts';
import { type Actor, may } from '#people/actor.ts';
import { keysOf, pageOf } from '#people/cursor.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { feedbackShare } from '#procedure/feedback.store.ts';
import type { ProcedureItem, ProcedureShown, VersionShown } from '#procedure/procedure.api.ts';
import { mayManage } from '#procedure/procedure.scope.ts';
import { versionCycle } from '#procedure/procedure.ts';
import type { Step } from '#procedure/step.ts';
import { stepsOf, versionsOf } from '#procedure/version.store.ts';
import { openSteps } from '#rules/steps.ts';

type Query = { q?: string | undefined; inForce?: boolean | undefined; cursor?: string | undefined; limit: number };

/** By number, the newest first. */
export async function listProcedures(tx: Tx, { q, inForce, cursor, limit }: Query) {
  const typed = q ? `%${q.replace(/[\\%_]/g, '\\$&')}%` : undefined;
  const { rows } = await sql<ProcedureItem>`
    select d.id, d.number, d.name, json_build_object('id', u.id, 'name', u.name, 'shortName', u.short_name) as unit,
           case when v.id is not null then json_build_object('nth', v.nth, 'from', v.valid_from, 'to', v.valid_to,
             'steps', (select count(*)::int from procedure_step s where s.version_id = v.id)) end as "inForce",
           exists (select from procedure_version w where w.procedure_id = d.id and w.state = 'draft') as "hasDraft",
           (select count(*)::int from procedure_run n where n.procedure_id = d.id and n.state = 'running') as running,
           (select count(*)::int from procedure_trigger t where t.procedure_id = d.id and t.ended_at is null) as triggers
      from procedure d join unit u on u.id = d.unit_id
      left join procedure_version v on v.procedure_id = d.id and v.state = 'issued' and v.valid_from <= ${today(tx)}
       and coalesce(v.valid_to, 'infinity') > ${today(tx)}
     where ${typed ? sql`(d.number ilike ${typed} or d.name ilike ${typed})` : sql`true`}
       and ${inForce === undefined ? sql`true` : sql`(v.id is not null) = ${inForce}`}
       and ${cursor ? sql`d.number < ${keysOf(cursor, 1)[0]}` : sql`true`}
     order by d.number desc limit ${limit + 1}`.execute(tx);
  return pageOf(rows, limit, (row) => [row.number]);
}

/** The share of automatic feedback is that of so many days. */
const DAYS = 90;

/** @throws not_found */
export async function procedureOf(tx: Tx, actor: Actor, id: string): Promise<ProcedureShown> {
  const { rows } = await sql<Pick<ProcedureShown, 'id' | 'number' | 'name' | 'unit'>>`
    select d.id, d.number, d.name, json_build_object('id', u.id, 'name', u.name, 'shortName', u.short_name) as unit
      from procedure d join unit u on u.id = d.unit_id where d.id = ${id}`.execute(tx);
  const found = rows[0];
  if (!found) throw problem('not_found');
  const to = dayOf(tx.now);
  const from = addDays(to, 1 - DAYS);
  return {
    ...found,
    versions: await showVersions(tx, id, mayManage(actor, found.unit.id)),
    share: { ...(await feedbackShare(tx, id, from, to)), from, to },
    mayManage: mayManage(actor, found.unit.id),
    mayRun: may(actor, 'procedure.run'),
  };
}

type Facts = Pick<VersionShown, 'id' | 'responsible' | 'second' | 'madeBy' | 'issuedBy' | 'reason' | 'running'> & {
  madeAt: Date;
};

async function showVersions(tx: Tx, procedureId: string, manages: boolean): Promise<VersionShown[]> {
  const versions = await versionsOf(tx, procedureId);
  const steps = await stepsOf(
    tx,
    versions.map(({ id }) => id),
  );
  const { rows } = await sql<Facts>`
    select v.id, json_build_object('id', r.id, 'name', r.name) as responsible, json_build_object('id', s.id, 'name', s.name) as second,
           m.name as "madeBy", v.made_at as "madeAt", i.name as "issuedBy", v.reason,
           (select count(*)::int from procedure_run n where n.version_id = v.id and n.state = 'running') as running
      from procedure_version v join person r on r.id = v.responsible_id join person s on s.id = v.second_id join person m on m.id = v.made_by
      left join person i on i.id = v.issued_by where v.procedure_id = ${procedureId}`.execute(tx);
  const facts = new Map(rows.map(({ madeAt, ...row }) => [row.id, { ...row, madeAt: madeAt.toISOString() }]));
  const names = await namesIn(tx, [...steps.values()].flat());
  const roles = new Set(manages ? (['manager'] as const) : []);
  return versions.map(({ id, nth, state, words, validFrom, validTo, version }) => ({
    ...{ id, nth, state, words, validFrom, validTo, version, names },
    ...facts.get(id)!,
    steps: (steps.get(id) ?? []).map(({ id: _, ...one }) => one),
    buttons: openSteps(versionCycle, state, roles),
  }));
}

/** What steps name by id or code, as it is called today. */
async function namesIn(tx: Tx, steps: readonly Step[]): Promise<Record<string, string>> {
  const indicators = steps.flatMap(({ feedback }) => (feedback?.rule === 'reading' ? feedback.indicatorId : []));
  const { rows } = await sql<{ id: string; name: string }>`
    select id::text, short_name as name from unit where id = any(${steps.flatMap(({ unitId }) => unitId ?? [])}::uuid[])
    union all select id::text, name from person where id = any(${steps.flatMap(({ personId }) => personId ?? [])}::uuid[])
    union all select id::text, name from indicator where id = any(${indicators}::uuid[])
    union all select code, name_zh from role where code = any(${steps.flatMap(({ roleCode }) => roleCode ?? [])}::text[])`.execute(
    tx,
  );
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}
