/** What goes to and fro with a reporter who follows by code: questions, their answers, wishes to reopen. */
import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import { isFollowed } from '#signal/follow.store.ts';
import type { SignalPage } from '#views/desk.api.ts';

type Exchange = Pick<SignalPage, 'follows' | 'questions' | 'wishes'>;

/** @param say masks the reporter's own words, as everywhere */
export async function exchangeWith(tx: Tx, signalId: string, say: (words: string) => string): Promise<Exchange> {
  const follows = await isFollowed(tx, signalId);
  if (!follows) return { follows, questions: [], wishes: [] };
  type Question = Omit<Exchange['questions'][0], 'at' | 'answeredAt'> & { at: Date; answered_at: Date | null };
  const { rows: questions } = await sql<Question>`
    select q.id, p.name as by, q.at, q.words, q.answered_at, q.answer from signal_question q join person p on p.id = q.by_person
     where q.signal_id = ${signalId} order by q.at, q.id`.execute(tx);
  type Wish = Omit<Exchange['wishes'][0], 'at' | 'decidedAt'> & { at: Date; decided_at: Date | null };
  const { rows: wishes } = await sql<Wish>`
    select w.id, w.at, w.words, w.outcome, p.name as by, w.decided_at, w.decision_words as decision
      from signal_reopening w left join person p on p.id = w.decided_by
     where w.signal_id = ${signalId} order by w.at desc, w.id desc`.execute(tx);
  return {
    follows,
    questions: questions.map(({ answered_at, at, answer, ...question }) => ({
      ...question,
      at: at.toISOString(),
      answeredAt: answered_at?.toISOString() ?? null,
      answer: answer && say(answer),
    })),
    wishes: wishes.map(({ decided_at, at, words, ...wish }) => ({
      ...wish,
      words: say(words),
      at: at.toISOString(),
      decidedAt: decided_at?.toISOString() ?? null,
    })),
  };
}
