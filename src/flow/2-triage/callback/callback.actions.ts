/** Verbs of the caller: take the next, record what was said or that nobody was reached, put it off. */
import { dayOf } from '#clock/day.ts';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, may, personOf, program, signing } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { problem } from '#platform/problem.ts';
import { mustBeOpen } from '#rules/decide.ts';
import { callBack } from '#signal/reply.actions.ts';
import { lockSignal } from '#signal/signal.store.ts';
import { wishesOf } from '#signal/wish.store.ts';
import type { CallbackItem } from '#triage/callback/callback.api.ts';
import { type ItemRow, lockItem, nextItem, queueOf, writeItem } from '#triage/callback/callback.store.ts';
import {
  type Again,
  type CallbackRole,
  type CallbackStep,
  type Content,
  contents,
  lifeCycle,
  saysNo,
  steps,
} from '#triage/callback/callback.ts';
import { lockSignals } from '#triage/edge.store.ts';
import { lockProblem } from '#triage/problem.store.ts';
import { reopenProblem } from '#triage/settle.actions.ts';

/** The next reporter to be called, held by the actor; what there is nothing to ask of any more is dropped on the way. */
export async function takeNext(tx: Tx, actor: Actor): Promise<CallbackItem | null> {
  personOf(actor);
  for (;;) {
    const item = await nextItem(tx, actor);
    if (!item) return null;
    if (!item.stale) {
      await writeItem(tx, item.id, { taken_by: actor.id, taken_at: tx.now }, 0);
      return show(tx, actor, item);
    }
    await writeItem(tx, item.id, { state: steps.drop.to, taken_by: null, taken_at: null });
    await record(tx, signing(program, 'callback.make'), { verb: 'callback.drop', kind: 'callback', thing: item.id });
  }
}

export const callbackQueue = (tx: Tx, actor: Actor) => queueOf(tx, actor, dayOf(tx.now));

async function show(tx: Tx, actor: Actor, item: ItemRow): Promise<CallbackItem> {
  const { takenBy: _, answeredAt, restHours: __, ...rest } = item;
  return { ...rest, answeredAt: answeredAt.toISOString(), again: (await againOf(tx, actor, item.signalId)).how };
}

/** What a "no" would lead to. Who may not reopen hands the reporter's wish to those who may. */
async function againOf(tx: Tx, actor: Actor, signalId: string): Promise<{ how: Again; problemId: string | null }> {
  const [signal] = await lockSignals(tx, actor, [signalId]);
  const problemId = signal!.problem_id;
  const { over } = await wishesOf(tx, signalId);
  if (!over) return { how: 'none', problemId };
  return { how: problemId !== null && may(actor, 'problem.close') ? 'reopen' : 'wish', problemId };
}

type Decision = { id: string; version: number };

async function decideOnItem<D extends Decision>(
  tx: Tx,
  actor: Actor,
  itemId: string,
  input: D,
  name: string,
  decide: (item: ItemRow) => Promise<{ step: CallbackStep; change: Parameters<typeof writeItem>[2]; data: object }>,
): Promise<Decision> {
  const item = await lockItem(tx, actor, itemId);
  const by = signing(actor, 'callback.make');
  if (!(await once(tx, by, input.id, `callback.${name}`, { itemId, ...input })))
    return { id: item.id, version: item.version };
  const held = new Set<CallbackRole>(may(actor, 'callback.make') ? ['caller'] : []);
  await mustBeOpen(tx, lifeCycle, 'miss', item, held, input.version);
  if (item.takenBy !== personOf(actor)) throw problem('callback_not_held');
  const { step, change, data } = await decide(item);
  const version = await writeItem(tx, item.id, { ...change, taken_by: null, taken_at: null });
  const entry = { verb: `callback.${step}`, kind: 'callback', thing: item.id, request: input.id };
  await record(tx, by, { ...entry, data: { signal: item.signalId, ...data } });
  return { id: item.id, version };
}

export type Said = {
  contacted: boolean;
  solved: 'yes' | 'partly' | 'no';
  satisfied: Content;
  words: string;
  follow: { how: 'again' | 'keep'; reason: string } | null;
};

/**
 * What the reporter said is a fact, whatever somebody did to the signal meanwhile: it is written on the signal as it
 * stands. A "no" is taken up again by the verb that there is, or a reason says why not. @throws callback_follow
 */
export function recordSaid(tx: Tx, actor: Actor, itemId: string, input: Decision & Said): Promise<Decision> {
  return decideOnItem(tx, actor, itemId, input, 'say', async (item) => {
    const { contacted, solved, words, follow } = input;
    const { how, problemId } = await againOf(tx, actor, item.signalId);
    const asked = saysNo(solved, input.satisfied) && how !== 'none';
    if (asked !== (follow !== null)) throw problem(asked ? 'callback_follow' : 'callback_no_follow');
    const again = follow?.how === 'again' ? how : 'none';
    const satisfied = contents[input.satisfied].mark;
    const { version } = await lockSignal(tx, actor, item.signalId);
    const said = { reached: true, contacted, solved, satisfied, words };
    const wish = again === 'wish' ? follow!.reason : null;
    await callBack(tx, actor, item.signalId, { id: newId(), version, ...said, wish });
    if (again === 'reopen') {
      const found = await lockProblem(tx, actor, problemId!);
      const decision = { id: newId(), version: found.version, reason: follow!.reason, unitId: null };
      await reopenProblem(tx, actor, found.id, decision);
    }
    const kept_reason = follow?.how === 'keep' ? follow.reason : null;
    const data = { contacted, solved, satisfied, again };
    return { step: 'say', change: { state: steps.say.to, kept_reason }, data };
  });
}

/** A try that reached nobody counts; after the last one of its rule it is not tried again. */
export function recordMissed(
  tx: Tx,
  actor: Actor,
  itemId: string,
  input: Decision & { words: string },
): Promise<Decision> {
  return decideOnItem(tx, actor, itemId, input, 'miss', async (item) => {
    const { version } = await lockSignal(tx, actor, item.signalId);
    const said = { reached: false, contacted: null, solved: null, satisfied: null, words: input.words };
    await callBack(tx, actor, item.signalId, { id: newId(), version, ...said });
    const tries = item.tries + 1;
    const data = { tries, most: item.triesMost };
    if (tries >= item.triesMost) return { step: 'giveUp', change: { state: steps.giveUp.to, tries }, data };
    const next_at = new Date(tx.now.getTime() + item.restHours * 3_600_000);
    return { step: 'miss', change: { tries, next_at }, data };
  });
}

/** The reporter asked to be called at another time, or somebody else shall call: no try is counted. */
export function putOff(tx: Tx, actor: Actor, itemId: string, input: Decision & { hours: number }): Promise<Decision> {
  return decideOnItem(tx, actor, itemId, input, 'putOff', async () => {
    const next_at = new Date(tx.now.getTime() + input.hours * 3_600_000);
    return { step: 'putOff', change: { next_at }, data: { hours: input.hours } };
  });
}
