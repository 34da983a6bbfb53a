/** While an entry is typed: what the knowledge base answers. Asked once the typing rests; a late answer to older words is dropped. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { type FoundEntry, knowledgeApi } from '#knowledge/knowledge.api.ts';
import { call } from '#web/call/call.ts';
import { refusalIn } from '#web/call/refusal.ts';
import { useMay } from '#web/desk/me.ts';

/** Sooner than repeats: the caller waits for this answer. */
const REST_MS = 250;
const LEAST = 3;

export type Answers = {
  /** undefined: not asked yet. */
  found: readonly FoundEntry[] | undefined;
  /** What it was found by. */
  words: string;
  /** What has been typed; not to be told while an input method composes. */
  look: (words: string) => void;
  forget: () => void;
};

export function useAnswers(): Answers {
  const may = useMay()('knowledge.read');
  const asking = useRef<AbortController>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [asked, setAsked] = useState('');
  const [found, setFound] = useState<readonly FoundEntry[]>();

  const rest = useCallback(() => {
    clearTimeout(timer.current);
    asking.current?.abort();
  }, []);
  useEffect(() => rest, [rest]);

  async function ask(words: string): Promise<void> {
    asking.current = new AbortController();
    const { signal } = asking.current;
    try {
      const { items } = await call(knowledgeApi.find, { body: { words } }, { signal });
      if (!signal.aborted) setFound(items);
    } catch (error) {
      // It is an offer: without it the entry goes on as it always did.
      if (!signal.aborted && !refusalIn(error)) throw error;
    }
  }

  return {
    ...{ found, words: asked },
    look(typed) {
      const words = typed.trim().slice(0, 5_000);
      if (!may || words === asked) return;
      setAsked(words);
      rest();
      if (words.length < LEAST) setFound(undefined);
      else timer.current = setTimeout(() => void ask(words), REST_MS);
    },
    forget() {
      rest();
      setAsked('');
      setFound(undefined);
    },
  };
}
