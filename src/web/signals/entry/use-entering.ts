/** Saving an entry: the signal, then its photos one by one; photos that do not arrive can be sent again. */
import { useState } from 'react';
import { newId } from '#platform/ids.ts';
import { signalApi } from '#signal/signal.api.ts';
import { dispositionCodes } from '#signal/signal.ts';
import { type RepeatShown, repeatApi } from '#triage/repeat/repeat.api.ts';
import { call, type Reply } from '#web/call/call.ts';
import { readAgain } from '#web/call/query-client.ts';
import { type Refusal, refusalIn } from '#web/call/refusal.ts';
import { useVerb } from '#web/call/use-verb.ts';
import { tell } from '#web/desk/notices.ts';
import { usePlace } from '#web/place/use-place.ts';
import { entryWords } from '#web/signals/entry/entry.words.ts';
import { type Draft, sentOf } from '#web/signals/entry/entry-values.ts';
import type { Photo } from '#web/signals/entry/photo-tray.tsx';
import { repeatWords } from '#web/signals/entry/repeats.words.ts';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

export type Sending = { id: string; number: string; left: readonly Photo[]; refusal?: Refusal };

export function useEntering() {
  const t = useWords(entryWords);
  const r = useWords(repeatWords);
  const say = useSaid();
  const times = useTimes();
  const { go } = usePlace();
  const verb = useVerb(signalApi.enter, { shows: true, changes: ['/signals', '/my-work'] });
  const [sending, setSending] = useState<Sending>();

  function tellEntered({ id, number, due }: Reply<typeof signalApi.enter>, draft: Draft): void {
    const { code } = draft.values.disposition;
    const words = code
      ? t('disposed', { number, code: say(dispositionCodes[code]) })
      : due
        ? t('triageBy', { number, when: times.moment(due.dueAt) })
        : t('entered', { number });
    tell(words, { action: { words: t('open'), run: () => go(`/signals/${id}`) } });
  }

  async function sendPhotos(id: string, number: string, photos: readonly Photo[]): Promise<void> {
    let left = [...photos];
    let refusal: Refusal | undefined;
    for (const photo of photos) {
      setSending({ id, number, left });
      try {
        await call(signalApi.addPhoto, { params: { id }, body: { id: photo.id }, file: photo.file });
        left = left.filter((other) => other !== photo);
      } catch (error) {
        refusal = refusalIn(error);
        if (!refusal) throw error;
      }
    }
    setSending(refusal && { id, number, left, refusal });
    void readAgain(['/signals']);
  }

  /** Entered it is already: a refusal to gather it leaves it to the dispatcher, and is told. */
  async function gather(entered: Reply<typeof signalApi.enter>, into: RepeatShown): Promise<void> {
    const { id: signalId, number } = entered;
    const said = { number, problem: into.problem.number };
    const action = { words: t('open'), run: () => go(`/problems/${into.problem.id}`) };
    try {
      await call(repeatApi.enter, { params: { id: into.problem.id }, body: { id: newId(), signalId } });
      tell(r('gathered', said), { action });
    } catch (error) {
      const refused = refusalIn(error);
      if (!refused) throw error;
      tell(r('notGathered', { ...said, why: say(refused.body.message) }), { tone: 'refused', action });
    }
    void readAgain(['/signals', '/problems', '/my-work']);
  }

  /** @returns the refusal, or nothing once it is entered: photos go up while the next one is written. */
  async function enter(draft: Draft, photos: readonly Photo[], into?: RepeatShown): Promise<Refusal | undefined> {
    const outcome = await verb.run({ body: sentOf(draft) });
    if ('refusal' in outcome) return outcome.refusal;
    if (into && !draft.values.disposition.kind) void gather(outcome.reply, into);
    else tellEntered(outcome.reply, draft);
    if (photos.length > 0) void sendPhotos(outcome.reply.id, outcome.reply.number, photos);
    return undefined;
  }

  const again = () => sending && void sendPhotos(sending.id, sending.number, sending.left);
  return { enter, sending, again, running: verb.running, refusal: verb.refusal };
}
