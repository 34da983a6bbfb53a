/** Verbs on limit rules: add one, put another in its place from a day on, end one, load a preset. Cases that have begun keep theirs. */
import { dayOf } from '#clock/day.ts';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, personOf, signing } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { fieldProblem, problem } from '#platform/problem.ts';
import { limitPresets, type PresetCode, type PresetRule } from '#rules/limit-presets.ts';
import { dropRule, endRuleOn, insertRule, lockProgramme, ruleRow, standingRules } from '#rules/limit-rule.store.ts';
import {
  type About,
  conditionsOf,
  flawOf,
  isSame,
  overlaps,
  type RuleDraft,
  type Standing,
} from '#rules/limit-rule.ts';
import { currentBasic } from '#rules/programme.store.ts';

type Done = { id: string };

/** @throws limit_budget, limit_condition, limit_ends_before, limit_from_past, limit_overlaps, limit_category_unknown, limit_channel_unknown */
export async function addRule(tx: Tx, actor: Actor, input: RuleDraft & { id: string; reason: string }): Promise<Done> {
  const version = await currentBasic(tx);
  await lockProgramme(tx, version);
  const by = signing(actor, 'limit.manage');
  const { id, reason, ...draft } = input;
  if (await once(tx, by, id, 'limit.add', input)) {
    mustFit(tx, draft, await standingRules(tx, version));
    await insertRule(tx, id, version, draft, personOf(actor));
    await record(tx, by, { verb: 'limit.add', kind: 'limit_rule', thing: id, reason, data: { ...draft }, request: id });
  }
  return { id };
}

/** The limit and its conditions stay those of the old rule. */
type Replace = Omit<RuleDraft, keyof About> & { id: string; reason: string };

/** From the new rule's first day on it holds in place of the old one, as long as that would have held. */
export async function replaceRule(tx: Tx, actor: Actor, ruleId: string, input: Replace): Promise<Done> {
  const old = await ruleRow(tx, ruleId);
  await lockProgramme(tx, old.version);
  const by = signing(actor, 'limit.manage');
  const { id, reason, ...wanted } = input;
  const { limitName, channelId, categoryId, urgency, class: kind } = old;
  const draft = { ...wanted, limitName, channelId, categoryId, urgency, class: kind };
  if (await once(tx, by, id, 'limit.replace', { ruleId, ...input })) {
    const standing = await standingRules(tx, old.version);
    mustStand(tx, standing, ruleId);
    mustFit(
      tx,
      draft,
      standing.filter((one) => one.id !== ruleId),
    );
    await endFrom(tx, old, draft.validFrom);
    await insertRule(tx, id, old.version, draft, personOf(actor));
    const data = { ...draft, was: ruleId, before: { budget: old.budget, unitOfTime: old.unitOfTime } };
    await record(tx, by, { verb: 'limit.replace', kind: 'limit_rule', thing: id, reason, data, request: id });
  }
  return { id };
}

/** From this day on it does not hold. One that has not begun by then goes. @throws limit_from_past, limit_ended */
export async function endRule(
  tx: Tx,
  actor: Actor,
  ruleId: string,
  input: { id: string; day: string; reason: string },
): Promise<Done> {
  const by = signing(actor, 'limit.manage');
  const { id, day, reason } = input;
  if (await once(tx, by, id, 'limit.end', { ruleId, ...input })) {
    const rule = await ruleRow(tx, ruleId);
    await lockProgramme(tx, rule.version);
    mustStand(tx, await standingRules(tx, rule.version), ruleId);
    if (day < dayOf(tx.now)) throw problem('limit_from_past');
    await endFrom(tx, rule, day);
    await record(tx, by, { verb: 'limit.end', kind: 'limit_rule', thing: ruleId, reason, data: { day }, request: id });
  }
  return { id: ruleId };
}

type Load = {
  id: string;
  preset: PresetCode;
  validFrom: string;
  channelId: string | null;
  categoryId: string | null;
};

/**
 * Every rule of the preset from this day on, in place of the one that holds under the same conditions; the others stay. For a
 * category or a channel, what these mean nothing to is left out. @throws preset_needs_category, and as `addRule`
 */
export async function loadPreset(tx: Tx, actor: Actor, input: Load): Promise<{ rules: number }> {
  const version = await currentBasic(tx);
  await lockProgramme(tx, version);
  const by = signing(actor, 'limit.manage');
  const { id, preset, validFrom, channelId, categoryId } = input;
  const drafts = draftsOf(preset, validFrom, { channelId, categoryId });
  if (await once(tx, by, id, 'limit.load', input)) {
    if ('forSome' in limitPresets[preset] && categoryId === null && channelId === null)
      throw problem('preset_needs_category');
    for (const draft of drafts) await layOver(tx, version, draft, personOf(actor));
    const data = { preset, validFrom, categoryId, rules: drafts.length };
    await record(tx, by, { verb: 'limit.load', kind: 'programme_version', thing: version, data, request: id });
  }
  return { rules: drafts.length };
}

type ForSome = Pick<RuleDraft, 'channelId' | 'categoryId'>;

function draftsOf(preset: PresetCode, validFrom: string, some: ForSome): RuleDraft[] {
  const { rules, source } = limitPresets[preset];
  const fits = (rules as readonly PresetRule[]).filter(
    ({ limitName }) =>
      (some.categoryId === null || conditionsOf[limitName].includes('category')) &&
      (some.channelId === null || conditionsOf[limitName].includes('channel')),
  );
  return fits.map((rule) => ({
    ...{
      urgency: null,
      class: null,
      roll: false,
      extensions: 1,
      extensionBudget: null,
      suspensionDays: 60,
      milestones: [],
    },
    ...rule,
    ...{ ...some, validFrom, validTo: null, source: source.zh },
  }));
}

/** One that has begun ends on the day on which this begins; one that is to begin later stands in the way, and is named. */
async function layOver(tx: Tx, version: string, draft: RuleDraft, by: string): Promise<void> {
  const standing = await standingRules(tx, version);
  const holds = standing.find((one) => isSame(one, draft) && one.validFrom <= draft.validFrom && overlaps(one, draft));
  mustFit(
    tx,
    draft,
    standing.filter((one) => one !== holds),
  );
  if (holds) await endFrom(tx, holds, draft.validFrom);
  await insertRule(tx, newId(), version, draft, by);
}

/** Clocks may run by a rule from its first day on: it is kept, and holds for that day at least. @throws limit_began_today */
async function endFrom(tx: Tx, { id, validFrom }: Pick<Standing, 'id' | 'validFrom'>, day: string): Promise<void> {
  if (day > validFrom) return endRuleOn(tx, id, day);
  if (validFrom <= dayOf(tx.now)) throw problem('limit_began_today');
  await dropRule(tx, id);
}

/** It holds, or will: somebody may have ended it meanwhile. @throws limit_ended */
function mustStand(tx: Tx, standing: readonly Standing[], id: string): void {
  const rule = standing.find((one) => one.id === id);
  if (!rule || (rule.validTo !== null && rule.validTo <= dayOf(tx.now))) throw problem('limit_ended');
}

function mustFit(tx: Tx, draft: RuleDraft, standing: readonly Standing[]): void {
  const flaw = flawOf(draft, standing, dayOf(tx.now));
  if (flaw) throw problem(flaw.code, flaw.params, { fields: [fieldProblem(flaw.field, flaw.code, flaw.params)] });
}
