/** How the rates are weighed from a coming day on. */
import { type Day, dayOf } from '#clock/day.ts';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, personOf, signing } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { ruleOn } from '#triage/rate/rate.store.ts';
import type { RateRule } from '#triage/rate/rate.ts';

type Input = RateRule & { id: string; fromDay: Day; reason: string };

/** A case keeps the rule of the day of its answer. @throws rule_past, rule_weights */
export async function setRateRule(tx: Tx, actor: Actor, input: Input): Promise<RateRule> {
  const by = signing(actor, 'callback.rule');
  const { id, fromDay, reason, askDays, ...rule } = input;
  if (await once(tx, by, id, 'rate.rule', input)) {
    if (fromDay < dayOf(tx.now)) throw problem('rule_past');
    const sum = rule.response + rule.resolution + rule.satisfaction;
    if (sum !== 100) throw problem('rule_weights', { sum });
    const before = await ruleOn(tx, fromDay);
    const row = { id, from_day: fromDay, ...rule, ask_days: askDays };
    await tx
      .insertInto('rate_rule')
      .values({ ...row, by_person: personOf(actor), at: tx.now, reason })
      .execute();
    const data = { before, after: { ...rule, askDays }, fromDay };
    await record(tx, by, { verb: 'rate.rule', kind: 'rate_rule', thing: id, reason, data, request: id });
  }
  return ruleOn(tx, fromDay);
}
