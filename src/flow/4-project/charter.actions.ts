/** Verbs of the charter: drafted, proposed, taken back, chartered or sent back, discarded or dropped. */
import { sql } from 'kysely';
import { lockMeasure } from '#cause/measure.store.ts';
import { seeIndicator } from '#indicator/indicator.store.ts';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { postsOf } from '#people/actor.store.ts';
import { type Actor, mustBeAbleTo, personOf, signing } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { numberOfYear } from '#platform/number.ts';
import { problem as refuse } from '#platform/problem.ts';
import { type Charter, type Missing, missingIn, wrongIn } from '#project/charter.ts';
import { type Decision, type Done, decideOnProject } from '#project/decide.ts';
import { mustBePresent, mustReview } from '#project/heads.ts';
import { linkAll, linked, nameHead, readCharter, staffTeam, writeGoals, writeMilestones } from '#project/plan.store.ts';
import { insertProjectDecision, lockProject, type ProjectRow } from '#project/project.store.ts';
import type { Level, ProjectStep } from '#project/project.ts';
import { mustHaveNoOpenProjectTasks } from '#project/work.ts';
import { currentBasic } from '#rules/programme.store.ts';
import { openUnit } from '#triage/assign.actions.ts';
import { seeProblem } from '#triage/problem.store.ts';

type Draft = { id: string; projectId: string; title: string; level: Level; unitId: string; problems: string[] };

/** A new draft, of a unit for which the actor may draft, about problems that the actor sees. */
export async function draftProject(tx: Tx, actor: Actor, input: Draft): Promise<Done & { number: string }> {
  mustBeAbleTo(actor, 'project.draft', [input.unitId]);
  const by = signing(actor, 'project.draft', [input.unitId]);
  if (await once(tx, by, input.id, 'project.draft', input)) {
    const { projectId, title, level, unitId, problems } = input;
    await openUnit(tx, unitId);
    await mustStand(tx, actor, problems);
    const person = personOf(actor);
    await sql`insert into project (id, number, title, state, level, unit_id, programme_version_id, made_by, made_at, changed_at)
      values (${projectId}, ${numberOfYear('X', tx.now, 'project_number', 5)},
        ${title}, 'draft', ${level}, ${unitId}, ${await currentBasic(tx)}, ${person}, ${tx.now}, ${tx.now})`.execute(
      tx,
    );
    await linkAll(tx, 'problem', projectId, problems, person);
    const entry = { verb: 'project.draft', kind: 'project', thing: projectId, unit: unitId };
    await record(tx, by, { ...entry, data: { level, problems }, request: input.id });
  }
  const { id, number, version } = await lockProject(tx, actor, input.projectId);
  return { id, number, version };
}

/** @throws not_found, problem_merged */
async function mustStand(tx: Tx, actor: Actor, problems: string[]): Promise<void> {
  for (const id of problems) {
    const { state } = await seeProblem(tx, actor, id);
    if (state === 'merged') throw refuse('problem_merged');
  }
}

/** The whole charter as the wizard has it now. What it lacks is told when it is proposed. */
export function describeProject(
  tx: Tx,
  actor: Actor,
  id: string,
  input: Decision & { charter: Charter },
): Promise<Done> {
  return decideOnProject(tx, actor, id, 'describe', input, async ({ project, person }) => {
    const { charter } = input;
    if (charter.unitId !== project.unit_id) {
      mustBeAbleTo(actor, 'project.draft', [charter.unitId]);
      await openUnit(tx, charter.unitId);
    }
    await mustHold(tx, actor, project, charter);
    const reason = 'drafted';
    await nameHead(tx, id, 'lead', charter.leadId, person, reason);
    await nameHead(tx, id, 'reviewer', charter.reviewerId, person, reason);
    await linkAll(tx, 'problem', id, charter.problems, person);
    await linkAll(tx, 'measure', id, charter.measures, person);
    await staffTeam(tx, id, charter.team, person);
    await writeGoals(tx, id, charter.goals);
    await writeMilestones(tx, id, charter.milestones);
    const { title, level, unitId: unit_id, background, effect, method, startsOn, endsOn } = charter;
    const change = { title, level, unit_id, background, effect, method, starts_on: startsOn, ends_on: endsOn };
    const { leadId, reviewerId, goals, milestones } = charter;
    const counts = { goals: goals.length, milestones: milestones.length };
    return { change, data: { lead: leadId, reviewer: reviewerId, startsOn, endsOn, ...counts } };
  });
}

/** What a charter names exists, is seen by its drafter, and may be named so. */
async function mustHold(tx: Tx, actor: Actor, project: ProjectRow, charter: Charter): Promise<void> {
  const { leadId, reviewerId, team } = charter;
  const linkedBefore = new Set([
    ...(await linked(tx, 'problem', project.id)),
    ...(await linked(tx, 'measure', project.id)),
  ]);
  await mustStand(
    tx,
    actor,
    charter.problems.filter((one) => !linkedBefore.has(one)),
  );
  for (const one of charter.measures.filter((id) => !linkedBefore.has(id)).sort()) {
    const { measure } = await lockMeasure(tx, actor, one);
    if (measure.state === 'dropped') throw refuse('measure_dropped');
  }
  mustHaveNone(wrongIn(charter, await indicatorsOf(tx, actor, charter)));
  if (team.some((row) => (row.personId === null) === (row.unitId === null))) throw refuse('member_is_one');
  const people = [leadId, reviewerId, ...team.map((row) => row.personId)];
  for (const person of [...new Set(people.filter((one) => one !== null))].sort()) await mustBePresent(tx, person);
  for (const unit of new Set(team.flatMap((row) => row.unitId ?? []))) await openUnit(tx, unit);
  await mustReview(tx, reviewerId, leadId);
}

/** Which way is better for each indicator that a goal names; one indicator is one goal. @throws not_found, indicator_retired, goal_twice */
async function indicatorsOf(tx: Tx, actor: Actor, { goals }: Charter): Promise<Map<string, 'lower' | 'higher'>> {
  const better = new Map<string, 'lower' | 'higher'>();
  for (const { indicatorId } of goals) {
    const { state, name, direction } = await seeIndicator(tx, actor, indicatorId);
    if (state === 'retired') throw refuse('indicator_retired', { name });
    if (better.has(indicatorId)) throw refuse('goal_twice', { name });
    better.set(indicatorId, direction);
  }
  return better;
}

/** Handed to the approver. @throws charter_incomplete with every field that is missing or wrong */
export function proposeProject(tx: Tx, actor: Actor, id: string, input: Decision & { words: string }): Promise<Done> {
  return decideOnProject(tx, actor, id, 'propose', input, async ({ project, person }) => {
    await mustBeComplete(tx, actor, project);
    await decided(tx, input, id, 'propose', person, input.words);
    return { reason: input.words };
  });
}

async function mustBeComplete(tx: Tx, actor: Actor, project: ProjectRow): Promise<void> {
  const charter = await readCharter(tx, project);
  mustHaveNone(missingIn(charter, await indicatorsOf(tx, actor, charter)));
  await mustHold(tx, actor, project, charter);
}

/** @throws charter_incomplete, with each field */
function mustHaveNone(missing: Missing[]): void {
  if (missing.length > 0) {
    const fields = missing.map((one) => ({ ...one, code: 'charter_incomplete' }));
    throw refuse('charter_incomplete', { count: missing.length }, { fields });
  }
}

export function recallProject(tx: Tx, actor: Actor, id: string, input: Decision): Promise<Done> {
  return decideOnProject(tx, actor, id, 'recall', input, async () => ({}));
}

/** Chartered or sent back by name. On that day it is settled whether the head of the unit leads it in person (首办). */
export function judgeProposal(
  tx: Tx,
  actor: Actor,
  id: string,
  input: Decision & { chartered: boolean; words: string },
): Promise<Done> {
  const step = input.chartered ? 'charter' : 'sendBack';
  return decideOnProject(tx, actor, id, step, input, async ({ project, person }) => {
    await decided(tx, input, id, step, person, input.words);
    if (!input.chartered) return { reason: input.words };
    await mustBeComplete(tx, actor, project);
    const first_hand = await headsUnit(tx, project.lead_id!, project.unit_id);
    return { reason: input.words, change: { first_hand }, data: { lead: project.lead_id, firstHand: first_hand } };
  });
}

async function headsUnit(tx: Tx, person: string, unit: string): Promise<boolean> {
  const posts = await postsOf(tx, person);
  return posts.some(
    (post) =>
      post.onBehalfOf === null && post.sort === 'business' && post.reach === 'closure' && post.units.includes(unit),
  );
}

const decided = (tx: Tx, { id }: Decision, projectId: string, step: ProjectStep, by: string, words: string) =>
  insertProjectDecision(tx, { id, projectId, step, by, words });

/** A draft is discarded by its drafter, anything else that is not presented yet dropped by an approver. Nothing is deleted. @throws tasks_open */
export function endProject(
  tx: Tx,
  actor: Actor,
  id: string,
  input: Decision & { how: 'discard' | 'drop'; reason: string },
): Promise<Done> {
  return decideOnProject(tx, actor, id, input.how, input, async ({ person }) => {
    await mustHaveNoOpenProjectTasks(tx, id);
    await decided(tx, input, id, input.how, person, input.reason);
    return { reason: input.reason };
  });
}
