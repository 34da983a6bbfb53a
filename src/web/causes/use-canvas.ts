/**
 * The canvas of a problem as it is edited: each change is seen at once and sent by itself, one after the other; it can be
 * taken back and made again; what others change comes in by itself.
 */
import { useEffect, useMemo, useRef, useState } from 'react';
import { type Canvas, causeApi } from '#cause/cause.api.ts';
import type { Said } from '#platform/problem.ts';
import { type Refusal, refusalIn } from '#web/call/refusal.ts';
import { useRead } from '#web/call/use-read.ts';
import { applied, type Change, inverseOf, send } from '#web/causes/changes.ts';
import { tell } from '#web/desk/notices.ts';
import { saidNow } from '#web/words/words.ts';

const EVERY = 10_000;

type Pending = { change: Change; sent: boolean };
type Made = { seen?: number; silent?: boolean };

export type Editing = ReturnType<typeof useCanvas>;

export function useCanvas(problemId: string) {
  const [pending, setPending] = useState<readonly Pending[]>([]);
  const [stacks, setStacks] = useState<{ undo: readonly Change[]; redo: readonly Change[] }>({ undo: [], redo: [] });
  const read = useRead(causeApi.canvas, { params: { id: problemId } }, pending.length > 0 ? {} : { every: EVERY });
  const { data, refetch } = read;
  const now = useRef({ pending, stacks, data });
  now.current.data = data;
  /** The version that the server gave for the last change from this page, by thing. */
  const mine = useRef(new Map<string, number>());
  const queue = useRef<Promise<unknown>>(Promise.resolve());

  const canvas = useMemo(() => data && pending.reduce((so, { change }) => applied(so, change), data), [data, pending]);

  useEffect(() => {
    const look = () => now.current.pending.length === 0 && void refetch();
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, [refetch]);

  const put = (next: readonly Pending[]) => {
    now.current.pending = next;
    setPending(next);
  };
  const putStacks = (next: typeof stacks) => {
    now.current.stacks = next;
    setStacks(next);
  };
  const shown = (): Canvas | undefined =>
    now.current.data && now.current.pending.reduce((so, { change }) => applied(so, change), now.current.data);

  /** Sent after what was begun before it. @param seen the version on screen; absent: that of this page's last change. */
  function make(change: Change, { seen = 0, silent }: Made = {}): Promise<Refusal | undefined> {
    const entry: Pending = { change, sent: false };
    put([...now.current.pending, entry]);
    const run = async () => {
      try {
        const reply = await send(problemId, change, Math.max(1, seen, mine.current.get(change.id) ?? 0));
        mine.current.set(reply.id, reply.version);
        entry.sent = true;
        return undefined;
      } catch (error) {
        const refusal = refusalIn(error);
        put(now.current.pending.filter((one) => one !== entry));
        if (!refusal) throw error;
        if (!silent) tell(saidNow(refusal.body.message as Said), { tone: 'refused' });
        return refusal;
      } finally {
        await settle();
      }
    };
    const promise = queue.current.then(run);
    queue.current = promise.catch(() => {});
    return promise;
  }

  /** Once all is sent, the server's canvas takes the place of what was shown meanwhile. */
  async function settle(): Promise<void> {
    if (now.current.pending.some((one) => !one.sent)) return;
    const done = now.current.pending;
    await refetch();
    put(now.current.pending.filter((one) => !done.includes(one)));
  }

  /** A change by the user's own hand: what takes it back is kept, what was taken back before is forgotten. */
  async function change(one: Change, made: Made = {}): Promise<Refusal | undefined> {
    const canvasBefore = shown();
    const back = canvasBefore && inverseOf(canvasBefore, one);
    const { undo } = now.current.stacks;
    if (back) putStacks({ undo: [...undo, back], redo: [] });
    const refusal = await make(one, made);
    if (refusal) putStacks({ ...now.current.stacks, undo: now.current.stacks.undo.filter((kept) => kept !== back) });
    return refusal;
  }

  /** @returns what was taken back or made again */
  function turn(from: 'undo' | 'redo'): Change | undefined {
    const to = from === 'undo' ? 'redo' : 'undo';
    const stack = now.current.stacks[from];
    const one = stack[stack.length - 1];
    const canvasBefore = shown();
    if (!one || !canvasBefore) return undefined;
    const back = inverseOf(canvasBefore, one);
    const next = { ...now.current.stacks, [from]: stack.slice(0, -1) };
    putStacks(back ? { ...next, [to]: [...next[to], back] } : next);
    void make(one).then((refusal) => {
      if (refusal) putStacks({ ...now.current.stacks, [to]: now.current.stacks[to].filter((kept) => kept !== back) });
    });
    return one;
  }

  return {
    read,
    canvas,
    busy: pending.some((one) => !one.sent),
    canUndo: stacks.undo.length > 0,
    canRedo: stacks.redo.length > 0,
    change,
    undo: () => turn('undo'),
    redo: () => turn('redo'),
    /** What a dialog has changed on this page counts as this page's own change. */
    heard: ({ id, version }: { id: string; version: number }) => void mine.current.set(id, version),
  };
}
