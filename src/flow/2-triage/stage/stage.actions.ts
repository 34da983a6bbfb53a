/** Moving a problem on from one stage of its rule to the next, as what happens to it starts and ends them. */
import { startClocks, stopClocks } from '#clock/clock.store.ts';
import { suspendClocks } from '#clock/pause.store.ts';
import type { Tx } from '#platform/db.ts';
import { type About, ruleOf } from '#rules/limits.store.ts';
import { isInside, type MatterEvent, type Milestone, stageAt } from '#rules/milestone.ts';
import { lapseRequests } from '#rules/time/time-request.store.ts';
import { lastLead } from '#triage/assignment.store.ts';
import type { ProblemState } from '#triage/problem.ts';
import { contactedAt, type StageRule, stageNow, standsStill } from '#triage/stage/stage.store.ts';

type Happened = {
  /** The state before; null: there was none. */
  was: ProblemState | null;
  event: MatterEvent;
  /** When; absent: now. */
  at?: Date;
};

/**
 * The stage that contains what has happened runs from then on, and no other. One that began with an event begins anew when
 * that happens again (a transfer, a return); one that is in its middle goes on.
 */
export async function moveStage(tx: Tx, about: About, happened: Happened): Promise<void> {
  const { any, clock, rule: kept } = await stageNow(tx, about.thing);
  if (!any && !clock) return;
  const { was, event, at = tx.now } = happened;
  // Who was contacted before the report ended that stage then, though nobody has moved it on yet.
  if (was === 'working' && event !== 'contacted') {
    const contacted = await contactOf(tx, about.thing, kept);
    if (contacted) await moveStage(tx, about, { was, event: 'contacted', at: contacted });
    if (contacted) return moveStage(tx, about, { was: null, event, at });
  }
  // A case keeps its rule as long as it goes on; where it is assigned anew, so is its limit of handling.
  const anew = event === 'made' || event === 'assigned' || !kept;
  const rule = anew ? await chosenRule(tx, about) : kept;
  const last = event === 'signed' && (await contactOf(tx, about.thing, rule)) ? 'contacted' : event;
  const wanted = rule ? stageAt(rule.milestones, last) : null;
  const stage = wanted === null ? undefined : rule!.milestones[wanted - 1];
  const same = clock?.running && clock.rule === rule?.id && clock.milestone === wanted;
  if (same && (stage!.starts !== last || last === 'contacted')) return;
  await lapseRequests(tx, about.thing, ['stage']);
  await stopClocks(tx, [about.thing], ['stage'], at);
  if (stage) await startStage(tx, about, { rule: rule!.id, nth: wanted!, stage, at });
}

/** As a rule row it has the stages as they were written. */
async function chosenRule(tx: Tx, about: About): Promise<StageRule | null> {
  const rule = await ruleOf(tx, about, 'handle');
  return rule ? { id: rule.id, milestones: rule.milestones as unknown as Milestone[] } : null;
}

/** Only where a stage of the rule looks at it. */
async function contactOf(tx: Tx, problemId: string, rule: StageRule | null): Promise<Date | null> {
  const looks = rule?.milestones.some(({ starts, ends }) => starts === 'contacted' || ends === 'contacted');
  return looks ? contactedAt(tx, problemId) : null;
}

type Begin = { rule: string; nth: number; stage: Milestone; at: Date };

/** In the office hours of the unit that has it while that handles it; it stands still at once where the handling does. */
async function startStage(tx: Tx, { thing }: About, { rule, nth, stage, at }: Begin): Promise<void> {
  const unitId = isInside(stage) ? await lastLead(tx, thing) : null;
  const { unitOfTime: unit_of_time, budget } = stage;
  const limit = { kind: 'problem' as const, thing, limit: 'stage', milestone: nth };
  await startClocks(tx, [{ ...limit, rule_id: rule, unit_of_time, budget, roll: false, startedAt: at, unitId }]);
  const still = await standsStill(tx, thing);
  if (still) await suspendClocks(tx, [thing], { ...still, limits: ['stage'] });
}
