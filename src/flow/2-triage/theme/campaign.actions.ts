/** A confirmed theme becomes a common problem with its campaign, and takes in what has come since. */
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { problem } from '#platform/problem.ts';
import { assignProblem } from '#triage/assign.actions.ts';
import { gatherSignals, makeProblem } from '#triage/gather.actions.ts';
import { lockProblem } from '#triage/problem.store.ts';
import { campaignOf, insertCampaign, linkProblems, whereSignalsStand } from '#triage/theme/campaign.store.ts';
import { type Decision, decideOnTheme } from '#triage/theme/decide.ts';

type Found = Decision & {
  problemId: string;
  title: string;
  statement: string;
  leadUnit: string | null;
  from: string;
  to: string;
  goal: string;
};

/**
 * The problem is made and assigned by the verbs that make and assign any problem: what waits for triage is gathered on it.
 * Signals on other problems stay there; those problems are listed under the campaign. @throws dates_crossed, unit_closed
 */
export async function foundCampaign(tx: Tx, actor: Actor, themeId: string, input: Found) {
  if (input.to < input.from) throw problem('dates_crossed');
  const done = await decideOnTheme(tx, actor, themeId, 'found', input, async ({ theme, person }) => {
    const { problemId, title, statement, leadUnit, from, to, goal } = input;
    const { waiting, problems } = await whereSignalsStand(tx, theme.id, problemId);
    const made = await makeProblem(tx, actor, {
      ...{ id: problemId, title, statement, class: 'common', urgency: 'normal', signals: waiting },
    });
    if (leadUnit)
      await assignProblem(tx, actor, problemId, {
        ...{ id: newId(), version: made.version, unitId: leadUnit, role: 'lead', reason: '' },
      });
    const id = newId();
    await insertCampaign(tx, {
      ...{
        id,
        theme_id: theme.id,
        problem_id: problemId,
        title,
        lead_unit: leadUnit,
        from_day: from,
        to_day: to,
        goal,
        by: person,
      },
    });
    await linkProblems(tx, id, problems, person);
    return { data: { problem: problemId, signals: waiting.length, problems: problems.length } };
  });
  const { number } = await lockProblem(tx, actor, input.problemId);
  return { ...done, problemId: input.problemId, number };
}

/** @throws nothing_new */
export async function followCampaign(tx: Tx, actor: Actor, themeId: string, input: Decision) {
  let counts = { signals: 0, problems: 0 };
  const done = await decideOnTheme(tx, actor, themeId, 'follow', input, async ({ theme, person }) => {
    const campaign = (await campaignOf(tx, { theme: theme.id }))!;
    const { waiting, problems } = await whereSignalsStand(tx, theme.id, campaign.problem_id);
    const linked = await linkProblems(tx, campaign.id, problems, person);
    if (waiting.length + linked === 0) throw problem('nothing_new');
    if (waiting.length > 0) {
      const { version } = await lockProblem(tx, actor, campaign.problem_id);
      const reason = `主题“${theme.name}”新来的线索`;
      await gatherSignals(tx, actor, campaign.problem_id, { id: newId(), version, signals: waiting, reason });
    }
    counts = { signals: waiting.length, problems: linked };
    return { data: { problem: campaign.problem_id, ...counts } };
  });
  return { ...done, ...counts };
}
