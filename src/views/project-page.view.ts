/** The page of a project: the charter, how it stands today, whose turn it is, and its whole record. */
import { sql } from 'kysely';
import { lastPassed } from '#acceptance/acceptance.store.ts';
import { readingsOf } from '#indicator/reading.store.ts';
import { shownAfter } from '#outcome/closing.store.ts';
import { type Actor, actsAs, may } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { missingIn } from '#project/charter.ts';
import { daysBetween, lightOf } from '#project/milestone.ts';
import { linked, readCharter } from '#project/plan.store.ts';
import { projectRoles, servesUnder } from '#project/project.scope.ts';
import { type ProjectRow, seeProject, showProject } from '#project/project.store.ts';
import { lifeCycle, roles, turns } from '#project/project.ts';
import type { Turn } from '#rules/shapes.ts';
import { openSteps } from '#rules/steps.ts';
import { listTasks } from '#task/task.store.ts';
import { historyOf } from '#views/history.store.ts';
import type { ProjectPage } from '#views/project.api.ts';
import { recordOf } from '#views/project-record.view.ts';

const TASKS = 200;

export async function projectPage(tx: Tx, actor: Actor, id: string): Promise<ProjectPage> {
  const line = await seeProject(tx, actor, id);
  const under = actor.id !== null && (await servesUnder(tx, actor.id, line.lead_id));
  const { items: tasks } = await listTasks(tx, actor, { projectId: id, limit: TASKS });
  const { background, effect, method, state, today } = line;
  return {
    ...showProject(line),
    background,
    effect,
    method,
    ...(await factsOf(tx, id)),
    draft: state === 'draft' ? await draftOf(tx, line) : null,
    problems: await problemsOf(tx, id),
    measures: await measuresOf(tx, id),
    goals: await goalsOf(tx, id),
    milestones: await milestonesOf(tx, id, state === 'running' ? today : null),
    ...(await recordOf(tx, id)),
    tasks,
    mayGiveTask: state === 'running' && (actsAs(actor, line.lead_id) || may(actor, 'task.give', [line.unit_id])),
    turn: turnOf(line),
    buttons: openSteps(lifeCycle, state, projectRoles(actor, line, under)),
    history: await historyOf(tx, id),
  };
}

async function factsOf(tx: Tx, id: string) {
  const { rows } = await sql<Pick<ProjectPage, 'programme' | 'madeBy'> & { made_at: Date }>`
    select json_build_object('zh', g.name_zh, 'en', g.name_en, 'version', v.number) as programme,
           json_build_object('id', m.id, 'name', m.name) as "madeBy", j.made_at
      from project j join programme_version v on v.id = j.programme_version_id join programme g on g.id = v.programme_id
      join person m on m.id = j.made_by where j.id = ${id}`.execute(tx);
  const { made_at, ...facts } = rows[0]!;
  return { ...facts, madeAt: made_at.toISOString() };
}

async function draftOf(tx: Tx, project: ProjectRow): Promise<ProjectPage['draft']> {
  const charter = await readCharter(tx, project);
  const ids = charter.goals.map((goal) => goal.indicatorId);
  const rows =
    ids.length > 0 ? await tx.selectFrom('indicator').select(['id', 'direction']).where('id', 'in', ids).execute() : [];
  const better = new Map(rows.map((row) => [row.id, row.direction as 'lower' | 'higher']));
  return { charter, missing: missingIn(charter, better) };
}

async function problemsOf(tx: Tx, id: string): Promise<ProjectPage['problems']> {
  const ids = await linked(tx, 'problem', id);
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('problem')
    .select(['id', 'number', 'title', 'state'])
    .where('id', 'in', ids)
    .execute();
  return (rows as ProjectPage['problems']).sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

async function measuresOf(tx: Tx, id: string): Promise<ProjectPage['measures']> {
  const { rows } = await sql<ProjectPage['measures'][0]>`
    select m.id, m.words, m.layer, m.state,
           array(select c.words from measure_cause e join cause c on c.id = e.cause_id
                  where e.measure_id = m.id and e.closed_at is null order by e.opened_at, e.id) as causes
      from project_measure e join measure m on m.id = e.measure_id
     where e.project_id = ${id} and e.closed_at is null order by m.made_at, m.id`.execute(tx);
  return rows;
}

type Goal = Omit<ProjectPage['goals'][0], 'readings' | 'after'>;

/** The goals with every standing reading of their indicators. */
export async function goalsOf(tx: Tx, projectId: string): Promise<ProjectPage['goals']> {
  const { rows } = await sql<Goal>`
    select g.id, g.baseline::float8 as baseline, g.baseline_on::text as "baselineOn", g.baseline_source as "baselineSource",
           g.target::float8 as target, g.target_on::text as "targetOn",
           json_build_object('id', i.id, 'number', i.number, 'name', i.name, 'unitWords', i.unit_words, 'direction', i.direction,
                             'digits', i.digits) as indicator
      from goal g join indicator i on i.id = g.indicator_id where g.project_id = ${projectId} order by g.position`.execute(
    tx,
  );
  const readings = await readingsOf(
    tx,
    rows.map((row) => row.indicator.id),
  );
  const acceptance = await lastPassed(tx, projectId);
  const after = acceptance ? await shownAfter(tx, projectId, acceptance) : [];
  return rows.map((row) => {
    const shown = after.find((one) => one.id === row.id);
    return {
      ...row,
      readings: readings
        .filter((one) => one.indicatorId === row.indicator.id)
        .map(({ id, from, to, value, exposure, control }) => ({ id, from, to, value, exposure, control })),
      after: shown ? { reading: shown.reading, waiver: shown.waiver } : null,
    };
  });
}

type Milestone = Omit<ProjectPage['milestones'][0], 'light' | 'days'>;

async function milestonesOf(tx: Tx, id: string, today: string | null): Promise<ProjectPage['milestones']> {
  const { rows } = await sql<Milestone>`
    select id, title, due_on::text as "dueOn", evidence_asked as "evidenceAsked", state, reached_on::text as "reachedOn"
      from milestone where project_id = ${id} order by due_on, position`.execute(tx);
  return rows.map((row) => {
    const open = row.state === 'planned' || row.state === 'reported';
    const days = today && open ? daysBetween(today, row.dueOn) : null;
    return { ...row, days, light: days === null ? null : lightOf(days) };
  });
}

/** By name where the turn is the lead's; a running project waits for the reviewer where the light says so. */
function turnOf(line: Awaited<ReturnType<typeof seeProject>>): Turn | null {
  const { state, lead, reviewer } = line;
  const shown = showProject(line).light;
  const role = state === 'running' && shown?.waitsFor === 'reviewer' ? 'reviewer' : turns[state];
  if (!role) return null;
  const who = role === 'lead' ? lead : role === 'reviewer' ? reviewer : null;
  return { role: roles[role], people: who ? [who] : [], units: role === 'drafter' ? [line.unit] : [] };
}
