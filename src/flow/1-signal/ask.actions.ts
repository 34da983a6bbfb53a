/** Verbs of the office towards a reporter who follows by code: a question to them, and the answer that it stays as it is. */
import { type Actor, personOf } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { isFollowed } from '#signal/follow.store.ts';
import { decideOnSignal } from '#signal/signal.actions.ts';
import { settleWishes } from '#signal/wish.store.ts';

type Decision = { id: string; version: number };

/** @throws not_followed */
export function askReporter(tx: Tx, actor: Actor, signalId: string, input: Decision & { words: string }) {
  return decideOnSignal(tx, actor, signalId, 'ask', 'signal.answer', input, async () => {
    if (!(await isFollowed(tx, signalId))) throw problem('not_followed');
    await tx
      .insertInto('signal_question')
      .values({ id: input.id, signal_id: signalId, by_person: personOf(actor), at: tx.now, words: input.words })
      .execute();
    return { data: { question: input.id } };
  });
}

/** Reopening grants the wish by itself; this tells the reporter why it is not done. @throws wish_none */
export function declineWish(tx: Tx, actor: Actor, signalId: string, input: Decision & { words: string }) {
  return decideOnSignal(tx, actor, signalId, 'decline', 'signal.triage', input, async () => {
    const settled = { by: personOf(actor), outcome: 'declined' as const, words: input.words };
    if ((await settleWishes(tx, [signalId], settled)) === 0) throw problem('wish_none');
    return { reason: input.words };
  });
}
