/** Verbs that end a project: a reading waived by name, closing on readings or waivers, and reopening, which keeps the past. */
import { lastPassed } from '#acceptance/acceptance.store.ts';
import { insertClosing, insertWaiver, shownAfter } from '#outcome/closing.store.ts';
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { problem as refuse } from '#platform/problem.ts';
import { type Decision, type Done, decideOnProject } from '#project/decide.ts';
import { insertProjectDecision } from '#project/project.store.ts';

/** Signed for one goal and for this acceptance alone. @throws goal_unknown, waived_already, reading_there */
export function waiveReading(
  tx: Tx,
  actor: Actor,
  projectId: string,
  input: Decision & { goalId: string; reason: string },
): Promise<Done> {
  return decideOnProject(tx, actor, projectId, 'waive', input, async ({ person }) => {
    const acceptance = (await lastPassed(tx, projectId))!;
    const goal = (await shownAfter(tx, projectId, acceptance)).find((one) => one.id === input.goalId);
    if (!goal) throw refuse('goal_unknown');
    if (goal.waiver) throw refuse('waived_already');
    if (goal.reading) throw refuse('reading_there', { name: goal.indicator });
    const { id, goalId, reason } = input;
    await insertWaiver(tx, { id, goalId, acceptanceId: acceptance.id, reason, by: person });
    return { reason, data: { goal: goalId, acceptance: acceptance.id } };
  });
}

/** @throws reading_missing, naming the goals that have neither a reading after the end nor a waiver. */
export function closeProject(
  tx: Tx,
  actor: Actor,
  projectId: string,
  input: Decision & { words: string },
): Promise<Done> {
  return decideOnProject(tx, actor, projectId, 'close', input, async ({ person }) => {
    const acceptance = (await lastPassed(tx, projectId))!;
    const goals = await shownAfter(tx, projectId, acceptance);
    const bare = goals.filter((goal) => !goal.reading && !goal.waiver);
    if (bare.length > 0)
      throw refuse('reading_missing', {
        count: bare.length,
        names: bare.map((goal) => goal.indicator).join('、'),
        day: acceptance.held_on,
      });
    const { id, words } = input;
    await insertClosing(tx, { id, projectId, acceptanceId: acceptance.id, words, by: person, goals });
    const shown = goals.map((goal) => ({
      goal: goal.id,
      ...(goal.reading ? { reading: goal.reading } : { waiver: goal.waiver }),
    }));
    return { reason: words, data: { acceptance: acceptance.id, shown } };
  });
}

/** The work goes on: what was accepted and closed stays written, and is to be accepted and shown anew. */
export function reopenProject(
  tx: Tx,
  actor: Actor,
  projectId: string,
  input: Decision & { reason: string },
): Promise<Done> {
  return decideOnProject(tx, actor, projectId, 'reopen', input, async ({ person }) => {
    const { id, reason } = input;
    await insertProjectDecision(tx, { id, projectId, step: 'reopen', by: person, words: reason });
    return { reason };
  });
}
