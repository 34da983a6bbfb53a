/** Verbs towards the reporter: first contact, answer, call-back. Each is a record of its own; the rates count them. */
import { type Actor, personOf } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { decideOnSignal } from '#signal/signal.actions.ts';
import type { Way } from '#signal/signal.ts';
import { recordWish } from '#signal/wish.store.ts';

type Decision = { id: string; version: number };

/** A contact that reached nobody is a contact all the same: it counts by dated rule. */
export function contactReporter(
  tx: Tx,
  actor: Actor,
  signalId: string,
  input: Decision & { way: Way; reached: boolean; words: string },
) {
  return decideOnSignal(tx, actor, signalId, 'contact', 'signal.answer', input, async () => {
    await tx
      .insertInto('signal_contact')
      .values({
        ...row(tx, actor, signalId, input),
        way: input.way,
        reached: input.reached,
        words: input.words || null,
      })
      .execute();
    return { data: { way: input.way, reached: input.reached } };
  });
}

export function answerReporter(tx: Tx, actor: Actor, signalId: string, input: Decision & { way: Way; words: string }) {
  return decideOnSignal(tx, actor, signalId, 'answer', 'signal.answer', input, async () => {
    await tx
      .insertInto('signal_answer')
      .values({ ...row(tx, actor, signalId, input), way: input.way, words: input.words })
      .execute();
    return { data: { way: input.way } };
  });
}

/**
 * `solved: 'yes'` is what "confirmed by the reporter" means everywhere.
 * @param input `contacted`: had they been contacted before the answer; `wish`: why they want it taken up again, if they do
 */
export function callBack(
  tx: Tx,
  actor: Actor,
  signalId: string,
  input: Decision & {
    reached: boolean;
    solved: 'yes' | 'partly' | 'no' | null;
    satisfied: number | null;
    words: string;
    contacted?: boolean | null;
    wish?: string | null;
  },
) {
  return decideOnSignal(tx, actor, signalId, 'callBack', 'signal.answer', input, async () => {
    const said = input.reached
      ? { solved: input.solved, satisfied: input.satisfied, contacted: input.contacted ?? null }
      : { solved: null, satisfied: null, contacted: null };
    await tx
      .insertInto('signal_callback')
      .values({
        ...row(tx, actor, signalId, input),
        ...{ way: 'phone', reached: input.reached, ...said, words: input.words || null },
      })
      .execute();
    if (input.wish) await recordWish(tx, signalId, { id: newId(), words: input.wish });
    return { data: { reached: input.reached, ...said } };
  });
}

const row = (tx: Tx, actor: Actor, signalId: string, input: Decision) => ({
  id: input.id,
  signal_id: signalId,
  by_person: personOf(actor),
  at: tx.now,
});
