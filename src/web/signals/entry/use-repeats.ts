/** While an entry is typed: the problems it may be about. Asked once the typing rests; a late answer to older words is dropped. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { type RepeatShown, repeatApi } from '#triage/repeat/repeat.api.ts';
import { call, type Reply } from '#web/call/call.ts';
import { refusalIn } from '#web/call/refusal.ts';

/** Long enough that a word is whole, short enough to be there before the next sentence. */
const REST_MS = 400;
/** Fewer characters are in every other ticket. */
const LEAST = 4;

export type Typed = { words: string; place: string };
export type Repeats = {
  found: Reply<typeof repeatApi.find> | undefined;
  /** Into this one the signal goes when it is entered: by a person's key alone. */
  chosen: RepeatShown | undefined;
  /** What has been typed; not to be told while an input method composes. */
  look: (typed: Typed) => void;
  /** The n-th from 0; the chosen one again takes it back. */
  choose: (index: number) => void;
  forget: () => void;
};

export function useRepeats(): Repeats {
  const asking = useRef<AbortController>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef('');
  const [found, setFound] = useState<Reply<typeof repeatApi.find>>();
  const [chosen, setChosen] = useState<RepeatShown>();

  const rest = useCallback(() => {
    clearTimeout(timer.current);
    asking.current?.abort();
  }, []);
  useEffect(() => rest, [rest]);

  async function ask(typed: Typed): Promise<void> {
    asking.current = new AbortController();
    const { signal } = asking.current;
    try {
      const reply = await call(repeatApi.find, { body: typed }, { signal });
      if (!signal.aborted) setFound(reply);
    } catch (error) {
      // It is an offer: without it the entry goes on as it always did.
      if (!signal.aborted && !refusalIn(error)) throw error;
    }
  }

  return {
    ...{ found, chosen },
    look({ words, place }) {
      const typed = { words: words.trim(), place: place.trim() };
      const said = `${typed.place}\n${typed.words}`;
      if (said === asked.current) return;
      asked.current = said;
      rest();
      if (said.trim().length < LEAST) setFound(undefined);
      else timer.current = setTimeout(() => void ask(typed), REST_MS);
    },
    choose(index) {
      const one = found?.items[index];
      if (one?.open) setChosen(one.problem.id === chosen?.problem.id ? undefined : one);
    },
    forget() {
      rest();
      asked.current = '';
      setFound(undefined);
      setChosen(undefined);
    },
  };
}
