/** Verbs on exclusions: the unit asks within its time, a reviewer decides, the unit appeals once, another reviewer ends it. */
import { dayMs, dayOf } from '#clock/day.ts';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, mustBeAbleTo, personOf, signing } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { mustBeOpen } from '#rules/decide.ts';
import { lockSignal } from '#signal/signal.store.ts';
import {
  exclusionRoles,
  exclusionRow,
  insertExclusion,
  ratedCase,
  writeDecision,
} from '#triage/rate/exclusion.store.ts';
import { type ExclusionStep, type Ground, lifeCycle, steps } from '#triage/rate/exclusion.ts';
import { ruleOn } from '#triage/rate/rate.store.ts';

type Ask = { id: string; signalId: string; ground: Ground; words: string };

/** @throws exclusion_unsaid, exclusion_late, exclusion_again */
export async function askExclusion(tx: Tx, actor: Actor, input: Ask): Promise<{ id: string; version: number }> {
  const { id, signalId, ground, words } = input;
  const signal = await lockSignal(tx, actor, signalId);
  const found = await ratedCase(tx, signal.id);
  if (!found?.unit) throw problem('exclusion_unsaid');
  mustBeAbleTo(actor, 'exclusion.ask', [found.unit]);
  const by = signing(actor, 'exclusion.ask', [found.unit]);
  if (await once(tx, by, id, 'exclusion.ask', input)) {
    const { askDays } = await ruleOn(tx, dayOf(found.at));
    if (tx.now.getTime() > found.at.getTime() + askDays * dayMs) throw problem('exclusion_late', { days: askDays });
    const before = tx.selectFrom('exclusion').select('id').where('signal_id', '=', signalId);
    if (await before.where('state', '<>', 'withdrawn').executeTakeFirst()) throw problem('exclusion_again');
    await insertExclusion(tx, { id, signalId, unitId: found.unit, ground, words, by: personOf(actor) });
    const entry = { verb: 'exclusion.ask', kind: 'exclusion', thing: id, unit: found.unit, reason: words, request: id };
    await record(tx, by, { ...entry, data: { signal: signalId, ground } });
  }
  return { id, version: 1 };
}

type Decision = { id: string; version: number; step: ExclusionStep; words: string };

/** @throws exclusion_late on an appeal after its time; forbidden where the reviewer belongs to a rated unit or decided first */
export async function decideExclusion(tx: Tx, actor: Actor, exclusionId: string, input: Decision) {
  const row = await exclusionRow(tx, actor, exclusionId, true);
  const { id, step, words } = input;
  const own = steps[step].by === 'asker';
  const by = own ? signing(actor, 'exclusion.ask', [row.unitId]) : signing(actor, 'exclusion.decide');
  if (!(await once(tx, by, id, 'exclusion.decide', { exclusionId, ...input })))
    return { id: row.id, version: row.version };
  await mustBeOpen(tx, lifeCycle, step, row, await exclusionRoles(tx, actor, row), input.version);
  if (step === 'appeal') {
    const { askDays } = await ruleOn(tx, dayOf(row.changedAt));
    if (tx.now.getTime() > row.changedAt.getTime() + askDays * dayMs)
      throw problem('exclusion_late', { days: askDays });
  }
  const version = await writeDecision(tx, steps[step].to, { id, exclusionId, step, by: personOf(actor), words });
  const entry = {
    verb: `exclusion.${step}`,
    kind: 'exclusion',
    thing: row.id,
    unit: row.unitId,
    reason: words,
    request: id,
  };
  await record(tx, by, { ...entry, data: { signal: row.signalId, from: row.state, to: steps[step].to } });
  return { id: row.id, version };
}
