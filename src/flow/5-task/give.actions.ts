/** Giving a task: by a unit that has the problem, or by the lead of a project that answers it. */
import { sql } from 'kysely';
import { lockMeasure } from '#cause/measure.store.ts';
import type { Budget } from '#clock/clock.store.ts';
import type { Signature } from '#ledger/ledger.ts';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { postsOf } from '#people/actor.store.ts';
import { type Actor, actsAs, may, personOf, signing } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { numberOfYear } from '#platform/number.ts';
import { problem as refuse } from '#platform/problem.ts';
import { signingForHead } from '#project/decide.ts';
import { linked } from '#project/plan.store.ts';
import { lockProject } from '#project/project.store.ts';
import { moveClocks } from '#rules/limits.store.ts';
import { keepStill } from '#rules/time/pieces.store.ts';
import { aboutPiece } from '#task/about.store.ts';
import { lockTask } from '#task/task.store.ts';
import { holders, openAssignment } from '#triage/assignment.store.ts';
import { lockProblem, type ProblemRow } from '#triage/problem.store.ts';

type Decision = { id: string; version: number };
type Done = { id: string; version: number };
type Give = Decision & {
  taskId: string;
  title: string;
  words: string;
  evidenceAsked: string;
  assigneeId: string;
  reviewerId: string;
  workingDays: number | null;
  projectId?: string | null;
  measureId?: string | null;
};

/** A unit that leads or assists gives a piece of its problem to one person of its own, with somebody else to review it. */
export async function giveTask(
  tx: Tx,
  actor: Actor,
  problemId: string,
  input: Give,
): Promise<Done & { number: string }> {
  const problem = await lockProblem(tx, actor, problemId);
  if (await once(tx, actor, input.id, 'task.give', { problemId, ...input })) {
    const { unit, by } = input.projectId
      ? await ofProject(tx, actor, problem, input)
      : await ofUnit(tx, actor, problem);
    if (input.measureId && !input.projectId) {
      const { problems } = await lockMeasure(tx, actor, input.measureId);
      if (!problems.includes(problem.id)) throw refuse('task_not_of_project');
    }
    if (input.assigneeId === input.reviewerId) throw refuse('own_review');
    await mustServe(tx, input.assigneeId, unit);
    await mustServe(tx, input.reviewerId, unit);
    await insertTask(tx, { ...input, problemId, unit, by: personOf(actor) });
    await openAssignment(tx, { taskId: input.taskId }, { personId: input.assigneeId }, personOf(actor), {
      role: 'lead',
    });
    await moveClocks(
      tx,
      aboutPiece(tx, problem, input.taskId, unit),
      { starts: ['accept', 'finish'] },
      ownTime(input.workingDays),
    );
    await keepStill(tx, input.taskId);
    const { assigneeId: assignee, reviewerId: reviewer, projectId: project, measureId: measure } = input;
    const data = { problem: problemId, assignee, reviewer, ...(project && { project }), ...(measure && { measure }) };
    await record(tx, by, { verb: 'task.give', kind: 'task', thing: input.taskId, unit, data, request: input.id });
  }
  const { number, version } = await lockTask(tx, actor, input.taskId);
  return { id: input.taskId, version, number };
}

/** The unit that gives it, and whose name stands for it in the ledger. */
type Giver = { unit: string; by: Signature };

/** A unit that leads or assists, while the problem is being handled. @throws forbidden, not_now */
async function ofUnit(tx: Tx, actor: Actor, problem: ProblemRow): Promise<Giver> {
  const unit = (await holders(tx, { problemId: problem.id })).find(
    (holder) => ['lead', 'assist', 'entrusted'].includes(holder.role) && may(actor, 'task.give', [holder.to_unit]),
  )?.to_unit;
  if (!unit)
    throw refuse('forbidden', { verb: { zh: '由主办或协办单位派任务', en: 'given by the lead or an assisting unit' } });
  if (!['given', 'working'].includes(problem.state)) throw notNow('问题不在办理中', 'the problem is not being handled');
  return { unit, by: signing(actor, 'task.give', [unit]) };
}

const notNow = (zh: string, en: string) =>
  refuse('not_now', { step: { zh: '派任务', en: 'give a task' }, reason: { zh, en } });

/** The lead, or whoever gives tasks in the project's unit, while it runs. @throws forbidden, not_now, task_not_of_project */
async function ofProject(tx: Tx, actor: Actor, problem: ProblemRow, input: Give): Promise<Giver> {
  const project = await lockProject(tx, actor, input.projectId!);
  const leads = actsAs(actor, project.lead_id);
  if (!leads && !may(actor, 'task.give', [project.unit_id]))
    throw refuse('forbidden', { verb: { zh: '由领办人派任务', en: 'given by the lead' } });
  if (project.state !== 'running') throw notNow('项目不在推进中', 'the project is not running');
  const problems = await linked(tx, 'problem', project.id);
  const measures = await linked(tx, 'measure', project.id);
  if (!problems.includes(problem.id) || (input.measureId && !measures.includes(input.measureId)))
    throw refuse('task_not_of_project');
  const unit = project.unit_id;
  return { unit, by: leads ? signingForHead(actor, project.lead_id) : signing(actor, 'task.give', [unit]) };
}

/** A time that the giver set, in place of the rule's. */
const ownTime = (workingDays: number | null): Record<string, Budget> =>
  workingDays === null
    ? {}
    : { finish: { rule_id: null, unit_of_time: 'working_day', budget: workingDays, roll: false } };

async function insertTask(tx: Tx, row: Give & { problemId: string; unit: string; by: string }): Promise<void> {
  await sql`insert into task (id, number, problem_id, title, words, state, unit_id, given_by, given_at, reviewer_id, evidence_asked, changed_at, project_id, measure_id)
    values (${row.taskId}, ${numberOfYear('T', tx.now, 'task_number', 6)},
      ${row.problemId}, ${row.title}, ${row.words}, 'given', ${row.unit}, ${row.by}, ${tx.now}, ${row.reviewerId}, ${row.evidenceAsked}, ${tx.now},
      ${row.projectId ?? null}, ${row.measureId ?? null})`.execute(tx);
}

/** The person holds a post today in the unit or in one below it. @throws person_gone, not_of_unit */
export async function mustServe(tx: Tx, personId: string, unit: string): Promise<void> {
  const person = await tx
    .selectFrom('person')
    .select(['name', 'left_on'])
    .where('id', '=', personId)
    .executeTakeFirst();
  if (!person) throw refuse('not_found');
  const posts = (await postsOf(tx, personId)).filter((post) => post.onBehalfOf === null && post.sort === 'business');
  if (person.left_on || posts.length === 0) throw refuse('person_gone', { name: person.name });
  const { rows } = await sql<{ inside: boolean }>`
    with recursive below (id) as (select ${unit}::uuid union
      select e.child_id from below b join unit_edge e on e.parent_id = b.id and e.relation = 'part' and coalesce(e.valid_to, 'infinity') > ${tx.now})
    select bool_or(id = any(${posts.map((post) => post.unit)}::uuid[])) as inside from below`.execute(tx);
  if (!rows[0]?.inside) throw refuse('not_of_unit', { name: person.name });
}
