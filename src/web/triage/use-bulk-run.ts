/** A bulk run under way: chunk after chunk, kept in this tab, so that it goes on after a broken connection or a reload. */
import { useRef, useState } from 'react';
import { dispatchApi, type LeftOut } from '#triage/desk/dispatch.api.ts';
import { call } from '#web/call/call.ts';
import { refusalIn } from '#web/call/refusal.ts';
import { useMe } from '#web/desk/me.ts';
import { keptDraft } from '#web/place/draft.ts';
import type { Sending } from '#web/triage/chunks.ts';
import { type Undo, undoOf } from '#web/triage/undo.ts';
import type { Said } from '#web/words/words.ts';

/** Decisions with their ids: what was sent and not answered is sent again, and is the same decision. */
type Kept = { chunks: Sending[][]; at: number; done: number; left: LeftOut[] };

export type Run = Kept & { all: number; state: 'running' | 'stopped' | 'ended'; why?: Said };

const isKept = (found: unknown): found is Kept => {
  const { chunks, at, left } = (found ?? {}) as Partial<Kept>;
  return Array.isArray(chunks) && typeof at === 'number' && Array.isArray(left) && at < chunks.length;
};

const sizeOf = (chunks: readonly Sending[][]) => chunks.flat().reduce((sum, one) => sum + one.signals.length, 0);

export type BulkEnd = { sent: string[]; undo: Undo[]; left: LeftOut[] };

export function useBulkRun(onChunk: (end: BulkEnd) => void) {
  const draft = keptDraft<Kept>('bulk-dispatch', useMe().person.id, isKept);
  const [run, setRun] = useState<Run | undefined>(() => stopped(draft.read()));
  const wanted = useRef(true);

  async function go(from: Kept): Promise<void> {
    const { chunks } = from;
    const all = sizeOf(chunks);
    let now = from;
    wanted.current = true;
    draft.write({ chunks, at: from.at, done: from.done, left: from.left });
    const show = (state: Run['state'], why?: Said) => setRun({ ...now, all, state, ...(why && { why }) });
    show('running');
    while (now.at < chunks.length && wanted.current) {
      try {
        const { sent, left } = await call(dispatchApi.send, { body: { dispatches: chunks[now.at]! } });
        const signals = sent.flatMap((one) => one.signals);
        now = { chunks, at: now.at + 1, done: now.done + signals.length, left: [...now.left, ...left] };
        draft.write(now);
        onChunk({ sent: signals, undo: sent.flatMap(undoOf), left });
      } catch (error) {
        const refusal = refusalIn(error);
        if (!refusal) throw error;
        return show('stopped', refusal.body.message as Said);
      }
      show('running');
    }
    if (now.at < chunks.length) return show('stopped', { zh: '已停下', en: 'stopped' });
    draft.forget();
    show('ended');
  }

  return {
    run,
    start: (chunks: Sending[][]) => go({ chunks, at: 0, done: 0, left: [] }),
    resume: () => run && go(run),
    stop: () => {
      wanted.current = false;
    },
    forget: () => {
      draft.forget();
      setRun(undefined);
    },
  };
}

const stopped = (kept: Kept | undefined): Run | undefined =>
  kept && { ...kept, all: sizeOf(kept.chunks), state: 'stopped' };

export type BulkRun = ReturnType<typeof useBulkRun>;
