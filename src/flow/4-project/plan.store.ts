/** The parts of a charter as rows: problems and measures as dated edges, people, goals and milestones. */
import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import type { Charter, GoalDraft, MemberDraft, MilestoneDraft } from '#project/charter.ts';
import type { MilestoneState } from '#project/milestone.ts';
import type { ProjectRow } from '#project/project.store.ts';
import type { MemberRole } from '#project/project.ts';

/** Both kinds of edges have the same columns beside their end. */
const edges = {
  problem: { table: sql.table('project_problem'), end: sql.ref('problem_id') },
  measure: { table: sql.table('project_measure'), end: sql.ref('measure_id') },
} as const;
type Edge = keyof typeof edges;

/** Opens and closes edges so that just these are open. */
export async function linkAll(tx: Tx, kind: Edge, projectId: string, wanted: string[], by: string): Promise<void> {
  const { table, end } = edges[kind];
  await sql`update ${table} set closed_by = ${by}, closed_at = ${tx.now}
    where project_id = ${projectId} and closed_at is null and ${end} <> all(${wanted}::uuid[])`.execute(tx);
  await sql`insert into ${table} (id, project_id, ${end}, opened_by, opened_at)
    select e.id, ${projectId}, e.other, ${by}, ${tx.now} from unnest(${wanted.map(() => newId())}::uuid[], ${wanted}::uuid[]) as e(id, other)
    on conflict (project_id, ${end}) where closed_at is null do nothing`.execute(tx);
}

/** The problems that a project answers, or the measures that it carries out, today. */
export async function linked(tx: Tx, kind: Edge, projectId: string): Promise<string[]> {
  const { table, end } = edges[kind];
  const { rows } = await sql<{ id: string }>`select ${end} as id from ${table}
    where project_id = ${projectId} and closed_at is null order by opened_at, ${table}.id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Names the lead or the reviewer; whoever was it before is so no longer. */
export async function nameHead(
  tx: Tx,
  projectId: string,
  role: 'lead' | 'reviewer',
  personId: string | null,
  by: string,
  reason: string,
): Promise<void> {
  const open = await tx
    .selectFrom('project_member')
    .select('person_id')
    .where('project_id', '=', projectId)
    .where('role', '=', role)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  if ((open?.person_id ?? null) === personId) return;
  await closeMembers(tx, projectId, by, reason, (row) => row.role === role);
  if (personId) await insertMembers(tx, projectId, [{ role, personId, unitId: null, duty: '' }], by);
}

type Member = Omit<MemberDraft, 'role'> & { role: MemberRole };

export async function insertMembers(tx: Tx, project_id: string, members: Member[], by: string): Promise<void> {
  if (members.length === 0) return;
  await tx
    .insertInto('project_member')
    .values(
      members.map(({ role, personId: person_id, unitId: unit_id, duty }) => ({
        id: newId(),
        project_id,
        role,
        person_id,
        unit_id,
        duty,
        opened_by: by,
        opened_at: tx.now,
      })),
    )
    .execute();
}

type OpenMember = { id: string; role: MemberRole; person_id: string | null; unit_id: string | null; duty: string };

export async function openMembers(tx: Tx, projectId: string): Promise<OpenMember[]> {
  const rows = await tx
    .selectFrom('project_member')
    .select(['id', 'role', 'person_id', 'unit_id', 'duty'])
    .where('project_id', '=', projectId)
    .where('closed_at', 'is', null)
    .orderBy('opened_at')
    .orderBy('id')
    .execute();
  return rows as OpenMember[];
}

async function closeMembers(
  tx: Tx,
  projectId: string,
  by: string,
  reason: string,
  which: (row: OpenMember) => boolean,
) {
  const ids = (await openMembers(tx, projectId)).filter(which).map(({ id }) => id);
  if (ids.length === 0) return;
  await tx
    .updateTable('project_member')
    .set({ closed_by: by, closed_at: tx.now, close_reason: reason })
    .where('id', 'in', ids)
    .execute();
}

const same = (row: OpenMember, member: Member) =>
  row.role === member.role &&
  row.person_id === member.personId &&
  row.unit_id === member.unitId &&
  row.duty === member.duty;

/** The team as it is to be: who is not in it any more leaves, who is new comes; the others stay as they came. */
export async function staffTeam(tx: Tx, projectId: string, team: MemberDraft[], by: string): Promise<void> {
  const open = (await openMembers(tx, projectId)).filter(({ role }) => role !== 'lead' && role !== 'reviewer');
  const gone = new Set(open.filter((row) => !team.some((member) => same(row, member))).map(({ id }) => id));
  await closeMembers(tx, projectId, by, 'restaffed', ({ id }) => gone.has(id));
  await insertMembers(
    tx,
    projectId,
    team.filter((member) => !open.some((row) => same(row, member))),
    by,
  );
}

/** A draft's goals are replaced as a whole: until it is chartered nobody has worked by them. */
export async function writeGoals(tx: Tx, project_id: string, goals: GoalDraft[]): Promise<void> {
  await tx.deleteFrom('goal').where('project_id', '=', project_id).execute();
  if (goals.length === 0) return;
  await tx
    .insertInto('goal')
    .values(
      goals.map((goal, position) => ({
        id: goal.id,
        project_id,
        indicator_id: goal.indicatorId,
        baseline: goal.baseline,
        baseline_on: goal.baselineOn,
        baseline_source: goal.baselineSource,
        target: goal.target,
        target_on: goal.targetOn,
        position,
      })),
    )
    .execute();
}

export async function writeMilestones(tx: Tx, project_id: string, milestones: MilestoneDraft[]): Promise<void> {
  await tx.deleteFrom('milestone').where('project_id', '=', project_id).execute();
  if (milestones.length === 0) return;
  await tx
    .insertInto('milestone')
    .values(
      milestones.map(({ id, title, dueOn: due_on, evidenceAsked: evidence_asked }, position) => ({
        id,
        project_id,
        title,
        due_on,
        evidence_asked,
        state: 'planned',
        position,
      })),
    )
    .execute();
}

/** The charter as it stands in the rows, in the shape in which it was written. */
export async function readCharter(tx: Tx, project: ProjectRow): Promise<Charter> {
  const members = await openMembers(tx, project.id);
  return {
    title: project.title,
    level: project.level,
    unitId: project.unit_id,
    leadId: project.lead_id,
    reviewerId: project.reviewer_id,
    background: project.background,
    effect: project.effect,
    method: project.method,
    startsOn: project.starts_on,
    endsOn: project.ends_on,
    problems: await linked(tx, 'problem', project.id),
    measures: await linked(tx, 'measure', project.id),
    goals: await goalsOf(tx, project.id),
    milestones: (await milestonesOf(tx, project.id)).map(({ state: _state, ...draft }) => draft),
    team: members.flatMap(({ role, person_id: personId, unit_id: unitId, duty }) =>
      role === 'lead' || role === 'reviewer' ? [] : [{ role, personId, unitId, duty }],
    ),
  };
}

export async function goalsOf(tx: Tx, projectId: string): Promise<GoalDraft[]> {
  const rows = await tx
    .selectFrom('goal')
    .select(['id', 'indicator_id', 'baseline', 'baseline_source', 'target'])
    .select((eb) => [
      eb.cast<string>('baseline_on', 'text').as('baselineOn'),
      eb.cast<string>('target_on', 'text').as('targetOn'),
    ])
    .where('project_id', '=', projectId)
    .orderBy('position')
    .execute();
  return rows.map(({ indicator_id, baseline_source, baseline, target, ...row }) => ({
    ...row,
    indicatorId: indicator_id,
    baseline: Number(baseline),
    baselineSource: baseline_source,
    target: Number(target),
  }));
}

export type MilestoneRow = MilestoneDraft & { state: MilestoneState };

export async function milestonesOf(tx: Tx, projectId: string): Promise<MilestoneRow[]> {
  const rows = await tx
    .selectFrom('milestone')
    .select(['id', 'title', 'evidence_asked as evidenceAsked', 'state'])
    .select((eb) => eb.cast<string>('due_on', 'text').as('dueOn'))
    .where('project_id', '=', projectId)
    .orderBy('due_on')
    .orderBy('position')
    .execute();
  return rows as MilestoneRow[];
}
