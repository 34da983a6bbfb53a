/** Sending on from the desk: gone from the queue at once, back where it was refused; and taking back, the last one first. */
import { useRef } from 'react';
import { newId } from '#platform/ids.ts';
import { dispatchApi, type LeftOut, type SentOn } from '#triage/desk/dispatch.api.ts';
import { call } from '#web/call/call.ts';
import { readAgain } from '#web/call/query-client.ts';
import { refusalIn } from '#web/call/refusal.ts';
import { tell } from '#web/desk/notices.ts';
import type { Sending } from '#web/triage/chunks.ts';
import { doneWords, triageWords } from '#web/triage/triage.words.ts';
import { joined, type Undo, undoOf } from '#web/triage/undo.ts';
import type { Queue } from '#web/triage/use-queue.ts';
import { useTimes } from '#web/words/times.ts';
import { saidNow, useWords } from '#web/words/words.ts';

const MOST_UNDOS = 30;
/** Decisions a call: each is a problem to withdraw. */
const BACK_AT_ONCE = 50;

/** Everything but the queue itself, which knows what has left it. */
const CHANGES = ['/signals', '/problems', '/my-work', '/to-answer'];

export type Sender = ReturnType<typeof useSend>;

export function useSend(queue: Pick<Queue, 'leave' | 'comeBack'>) {
  const t = useWords(doneWords);
  const w = useWords(triageWords);
  const times = useTimes();
  const undos = useRef<Undo[][]>([]);

  function sayDone({ problem, assigned }: SentOn): string {
    if (!problem) return t('sorted');
    const { number, title, lead, made, due } = problem;
    const said = { number, title, unit: lead?.shortName || lead?.name || '' };
    if (!made) return t(lead ? 'gathered' : 'gatheredOnly', said);
    if (!assigned) return t('made', said);
    return due ? t('given', { ...said, when: times.moment(due.dueAt) }) : t('givenOnly', said);
  }

  /** @returns true where all of it went */
  async function send(sending: Sending): Promise<boolean> {
    const goes = Boolean(sending.into ?? sending.make);
    if (goes) queue.leave(sending.signals);
    try {
      const { sent, left } = await call(dispatchApi.send, { body: { dispatches: [sending] } });
      const undos = keep(sent.flatMap(undoOf));
      for (const one of sent) tell(sayDone(one), { action: { words: w('undoShort'), run: () => void undo(undos) } });
      for (const one of left) {
        tell(saidNow(one.message), { tone: 'refused' });
        if (one.code !== 'signal_taken') queue.comeBack(one.signals);
      }
      return left.length === 0;
    } catch (error) {
      const refusal = refusalIn(error);
      queue.comeBack(sending.signals);
      if (!refusal) throw error;
      tell(saidNow(refusal.body.message), { tone: 'refused' });
      return false;
    } finally {
      void readAgain(goes ? CHANGES : ['/triage-desk', ...CHANGES]);
    }
  }

  function keep(made: Undo[]): Undo[] {
    const one = joined(made);
    if (one.length > 0) undos.current = [...undos.current, one].slice(-MOST_UNDOS);
    return one;
  }

  /** @param which absent: the last one that was not taken back yet */
  async function undo(which: Undo[] | undefined = undos.current[undos.current.length - 1]): Promise<void> {
    if (!which || !undos.current.includes(which)) return tell(t('nothingToUndo'));
    undos.current = undos.current.filter((one) => one !== which);
    const last = which;
    const list = last.map((one) => ({ ...one, id: newId() }));
    const back: string[] = [];
    const left: LeftOut[] = [];
    try {
      for (let from = 0; from < list.length; from += BACK_AT_ONCE) {
        const body = { dispatches: list.slice(from, from + BACK_AT_ONCE) };
        const reply = await call(dispatchApi.takeBack, { body });
        back.push(...reply.back);
        left.push(...reply.left);
      }
    } catch (error) {
      const refusal = refusalIn(error);
      if (!refusal) throw error;
      undos.current.push(last);
      tell(saidNow(refusal.body.message), { tone: 'refused' });
    }
    queue.comeBack(back);
    if (back.length > 0) tell(t('back', { count: back.length }));
    const kept = left.flatMap((one) => one.signals).length;
    const why = [...new Set(left.map((one) => saidNow(one.message)))].slice(0, 3).join('；');
    if (kept > 0) tell(t('notBack', { count: kept, why }), { tone: 'refused' });
    void readAgain(['/triage-desk', ...CHANGES]);
  }

  return { send, keep, undo };
}
