/** Verbs of a reporter who follows their matter by its code: reply to a question, rate, wish that it be taken up again. */
import { record } from '#ledger/record.ts';
import { NOBODY, reporter } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { keepPhotos, type Photo } from '#signal/report.actions.ts';
import { decideAsReporter } from '#signal/signal.actions.ts';
import { recordWish, wishesOf } from '#signal/wish.store.ts';

/** Wishes on one matter: whoever is declined so often is better heard by a person. */
const WISHES_MOST = 3;

/** @throws not_found, question_answered */
export function replyToQuestion(
  tx: Tx,
  signalId: string,
  input: { id: string; questionId: string; words: string; photos: readonly Photo[] },
) {
  return decideAsReporter(tx, signalId, 'reply', input, async () => {
    const { questionId, words, photos } = input;
    const open = await tx
      .updateTable('signal_question')
      .set({ answer: words, answered_at: tx.now })
      .where('id', '=', questionId)
      .where('signal_id', '=', signalId)
      .where('answered_at', 'is', null)
      .executeTakeFirst();
    if (open.numUpdatedRows !== 1n) throw problem('question_answered');
    await keepPhotos(tx, signalId, photos, questionId, input.id);
    return { data: { question: questionId, photos: photos.length } };
  });
}

export type Rating = { solved: 'yes' | 'partly' | 'no'; satisfied: number; words: string };

/** A call-back that nobody had to make: the latest one of a signal counts, whichever way it came. @throws rate_later */
export function rateSignal(tx: Tx, signalId: string, input: { id: string } & Rating) {
  return decideAsReporter(tx, signalId, 'rate', input, async () => {
    const { solved, satisfied, words } = input;
    const { over } = await wishesOf(tx, signalId);
    const answered = tx.selectFrom('signal_answer').select('id').where('signal_id', '=', signalId);
    if (!over && !(await answered.executeTakeFirst())) throw problem('rate_later');
    await tx
      .insertInto('signal_callback')
      .values({
        ...{ id: input.id, signal_id: signalId, by_person: null, at: tx.now, way: 'public', reached: true },
        ...{ solved, satisfied, words: words || null },
      })
      .execute();
    return { data: { solved, satisfied } };
  });
}

/** @throws wish_early, wish_open, wish_often */
export function wishReopened(tx: Tx, signalId: string, input: { id: string; words: string }) {
  return decideAsReporter(tx, signalId, 'wish', input, async () => {
    const { over, count, waits } = await wishesOf(tx, signalId);
    if (waits) throw problem('wish_open');
    if (!over) throw problem('wish_early');
    if (count >= WISHES_MOST) throw problem('wish_often', { count });
    await recordWish(tx, signalId, input);
    return {};
  });
}

/** A code or digits that did not open anything: written down with where it came from, never with what was typed. */
export async function recordWrongTry(tx: Tx, signalId: string | null, source: string): Promise<void> {
  const row = { verb: 'signal.followFailed', kind: 'signal', thing: signalId ?? NOBODY, data: { source } };
  await record(tx, reporter, row);
}
