/** Verbs on the rules of credit levels: naming a figure, adding a rule, ending one, loading a preset, visits by level. */
import { dayOf } from '#clock/day.ts';
import { type CreditPreset, presets } from '#credit/preset.ts';
import {
  allMetrics,
  allRules,
  endRuleOn,
  holdRules,
  insertMetric,
  insertRule,
  insertVisiting,
  type Visiting,
} from '#credit/rule.store.ts';
import { flawOf, type RuleDraft } from '#credit/rule.ts';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, personOf, signing } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { fieldProblem, type Params, problem } from '#platform/problem.ts';

type Done = { id: string };

/** @throws credit_metric_there */
export async function addMetric(
  tx: Tx,
  actor: Actor,
  input: { id: string; name: string; unitWords: string },
): Promise<Done> {
  await holdRules(tx);
  const by = signing(actor, 'credit.rule');
  const { id, name } = input;
  if (await once(tx, by, id, 'credit.metric', input)) {
    if ((await allMetrics(tx)).some((one) => one.name === name)) throw problem('credit_metric_there', { name });
    await insertMetric(tx, input, personOf(actor));
    await record(tx, by, { verb: 'credit.metric', kind: 'credit_metric', thing: id, request: id });
  }
  return { id };
}

/** @throws malformed with credit_rule_past, credit_rule_ends_before or credit_rule_overlaps; not_found for the figure */
export async function addRule(tx: Tx, actor: Actor, input: RuleDraft & { id: string; reason: string }): Promise<Done> {
  await holdRules(tx);
  const by = signing(actor, 'credit.rule');
  const { id, reason, ...draft } = input;
  if (await once(tx, by, id, 'credit.rule', input)) {
    if (!(await allMetrics(tx)).some((one) => one.id === draft.metricId)) throw problem('not_found');
    mustFit(tx, draft, await allRules(tx));
    await insertRule(tx, id, draft, personOf(actor), reason);
    const { level, counted, windowDays, threshold, validFrom } = draft;
    const data = { level, counted, windowDays, threshold, validFrom, metric: draft.metricId };
    await record(tx, by, { verb: 'credit.rule', kind: 'credit_rule', thing: id, reason, data, request: id });
  }
  return { id };
}

function mustFit(tx: Tx, draft: RuleDraft, standing: readonly RuleDraft[]): void {
  const flaw = flawOf(draft, standing, dayOf(tx.now));
  if (!flaw) return;
  const { code, field, other } = flaw;
  const params: Params = other ? { name: other.name, from: other.validFrom, to: other.validTo ?? '…' } : {};
  throw problem('malformed', { count: 1 }, { fields: [fieldProblem(field, code, params)] });
}

/** Levels that it has brought about stay until they end. @throws not_found, credit_rule_ended, malformed */
export async function endRule(
  tx: Tx,
  actor: Actor,
  ruleId: string,
  input: { id: string; day: string; reason: string },
): Promise<Done> {
  await holdRules(tx);
  const by = signing(actor, 'credit.rule');
  const { id, day, reason } = input;
  if (await once(tx, by, id, 'credit.endRule', { ruleId, ...input })) {
    const rule = (await allRules(tx)).find((one) => one.id === ruleId);
    if (!rule) throw problem('not_found');
    if (rule.validTo !== null && rule.validTo <= dayOf(tx.now)) throw problem('credit_rule_ended');
    if (day < dayOf(tx.now))
      throw problem('malformed', { count: 1 }, { fields: [fieldProblem('day', 'credit_rule_past')] });
    await endRuleOn(tx, ruleId, day);
    await record(tx, by, {
      verb: 'credit.endRule',
      kind: 'credit_rule',
      thing: ruleId,
      reason,
      data: { day },
      request: id,
    });
  }
  return { id: ruleId };
}

/** What stands for the same stays: only the rules that fit beside it come. @returns how many came */
export async function loadCreditPreset(
  tx: Tx,
  actor: Actor,
  input: { id: string; preset: CreditPreset; reason: string },
): Promise<{ rules: number }> {
  await holdRules(tx);
  const by = signing(actor, 'credit.rule');
  const { id, preset, reason } = input;
  const { metrics, rules } = presets[preset];
  if (!(await once(tx, by, id, 'credit.load', input))) return { rules: rules.length };
  const there = new Map((await allMetrics(tx)).map((one) => [one.name, one.id]));
  for (const one of metrics.filter(({ name }) => !there.has(name))) {
    const made = newId();
    await insertMetric(tx, { id: made, ...one }, personOf(actor));
    there.set(one.name, made);
  }
  const today = dayOf(tx.now);
  const standing: RuleDraft[] = await allRules(tx);
  let count = 0;
  for (const { metric, ...rule } of rules) {
    const draft = { ...rule, metricId: there.get(metric)!, validFrom: today, validTo: null };
    if (flawOf(draft, standing, today)) continue;
    await insertRule(tx, newId(), draft, personOf(actor), reason);
    standing.push(draft);
    count++;
  }
  await record(tx, by, {
    verb: 'credit.load',
    kind: 'credit_rule',
    thing: id,
    reason,
    data: { preset, rules: count },
    request: id,
  });
  return { rules: count };
}

/** Fewer for the trustworthy: never more than for a level above. @throws credit_visiting_order */
export async function setVisiting(
  tx: Tx,
  actor: Actor,
  input: Visiting & { id: string; reason: string },
): Promise<Done> {
  await holdRules(tx);
  const by = signing(actor, 'credit.rule');
  const { id, reason, ...visits } = input;
  const { green, yellow, orange, red } = visits;
  if (!(green >= 0 && green <= yellow && yellow <= orange && orange <= red && red <= 366))
    throw problem('credit_visiting_order');
  if (await once(tx, by, id, 'credit.visiting', input)) {
    await insertVisiting(tx, id, visits, personOf(actor), reason);
    await record(tx, by, {
      verb: 'credit.visiting',
      kind: 'credit_rule',
      thing: id,
      reason,
      data: visits,
      request: id,
    });
  }
  return { id };
}
