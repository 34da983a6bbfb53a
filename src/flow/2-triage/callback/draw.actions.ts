/** Drawing the lot of a day: once a day, over the answers of the day before; and the rule by which it is drawn. */
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { addDays, type Day, dayOf } from '#clock/day.ts';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, personOf, program, signing } from '#people/actor.ts';
import { type City, transact } from '#platform/city.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { problem } from '#platform/problem.ts';
import { answeredOn, ruleOn } from '#triage/callback/callback.store.ts';
import type { CallbackRule } from '#triage/callback/callback.ts';
import { drawLot } from '#triage/callback/lot.ts';

/** Of a stretch in which no worker ran, so many days are drawn afterwards. */
const BEHIND_MOST = 31;

/** Draws what has not been drawn up to yesterday; each day once, whoever runs it. */
export async function drawDays(city: City): Promise<void> {
  const days = await transact(city, async (tx) => {
    const { rows } = await sql<{ last: Day | null }>`
      select to_char(max(day), 'YYYY-MM-DD') as last from callback_draw`.execute(tx);
    const yesterday = addDays(dayOf(tx.now), -1);
    const earliest = addDays(yesterday, 1 - BEHIND_MOST);
    let day = rows[0]!.last ? addDays(rows[0]!.last, 1) : yesterday;
    if (day < earliest) day = earliest;
    const found: Day[] = [];
    for (; day <= yesterday; day = addDays(day, 1)) found.push(day);
    return found;
  });
  for (const day of days) await transact(city, (tx) => drawDay(tx, day));
}

/**
 * The lot of one day. The seed is made only now, so that nobody who answers can know beforehand who will be asked.
 * @returns how many are to be called; nothing where the day was drawn before
 */
export async function drawDay(tx: Tx, day: Day, seed = randomBytes(16).toString('hex')): Promise<number | undefined> {
  const rule = await ruleOn(tx, day);
  const first = await tx
    .insertInto('callback_draw')
    .values({ day, seed, at: tx.now, percent: rule.percent, shares: JSON.stringify(rule.shares), strata: '[]' })
    .onConflict((conflict) => conflict.column('day').doNothing())
    .executeTakeFirst();
  if (first.numInsertedOrUpdatedRows !== 1n) return undefined;
  const all = await answeredOn(tx, day);
  const percentOf = (channel: string) => rule.shares[channel] ?? rule.percent;
  const { drawn, strata } = drawLot(
    seed,
    day,
    all.filter(({ again }) => !again),
    percentOf,
  );
  const items = [...all.filter(({ again }) => again), ...drawn].map((one) => ({
    ...{
      id: newId(),
      day,
      signal_id: one.signalId,
      answer_id: one.answerId,
      channel_id: one.channel,
      unit_id: one.unit,
    },
    ...{ why: one.again ? ('again' as const) : ('lot' as const), state: 'waiting' as const, next_at: tx.now },
    ...{ tries_most: rule.tries, rest_hours: rule.restHours },
  }));
  // Ten columns a row stay below the 65,535 parameters of a statement.
  for (let i = 0; i < items.length; i += 5_000)
    await tx
      .insertInto('callback_item')
      .values(items.slice(i, i + 5_000))
      .execute();
  await tx
    .updateTable('callback_draw')
    .set({ strata: JSON.stringify(strata) })
    .where('day', '=', day)
    .execute();
  const data = { day, seed, of: all.length, drawn: items.length, again: items.length - drawn.length };
  const entry = { verb: 'callback.draw', kind: 'callback', thing: newId(), data };
  await record(tx, signing(program, 'callback.rule'), entry);
  return items.length;
}

type Rule = CallbackRule & { id: string; fromDay: Day; reason: string };

/** A rule for the days from a coming one on: what was drawn keeps its own. @throws rule_past */
export async function setCallbackRule(tx: Tx, actor: Actor, input: Rule): Promise<CallbackRule> {
  const by = signing(actor, 'callback.rule');
  const { id, fromDay, reason, percent, shares, tries, restHours } = input;
  if (await once(tx, by, id, 'callback.rule', input)) {
    if (fromDay < dayOf(tx.now)) throw problem('rule_past');
    const before = await ruleOn(tx, fromDay);
    const row = { id, from_day: fromDay, percent, shares: JSON.stringify(shares), tries, rest_hours: restHours };
    await tx
      .insertInto('callback_rule')
      .values({ ...row, by_person: personOf(actor), at: tx.now, reason })
      .execute();
    const data = { before, after: { percent, shares, tries, restHours }, fromDay };
    await record(tx, by, { verb: 'callback.rule', kind: 'callback_rule', thing: id, reason, data, request: id });
  }
  return ruleOn(tx, fromDay);
}
