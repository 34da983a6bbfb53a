/** The one search box: Ctrl K, ⌘ K or `/`; words as they are written, a phone number only on Enter, since that is recorded. */
import SearchOutlined from '@ant-design/icons/SearchOutlined';
import { useEffect, useId, useRef, useState } from 'react';
import type { z } from 'zod';
import type { Route } from '#platform/api.ts';
import { useRead } from '#web/call/use-read.ts';
import { deskWords } from '#web/desk/desk.words.ts';
import { type Found, FoundList, groupsOf, placeOf } from '#web/desk/found-list.tsx';
import { searchWords } from '#web/desk/search.words.ts';
import { useKeys } from '#web/place/keys.ts';
import { usePlace } from '#web/place/use-place.ts';
import { useSaid, useWords } from '#web/words/words.ts';

export type SearchRoute = Route & {
  body: z.ZodType<{ q: string }, { q: string }>;
  reply: z.ZodType<{ items: Found[] }>;
};

const SETTLED = 250;
export const PHONE = /\d{7}/;

/** What is asked for: follows the writing after a pause; a phone number waits for Enter. */
function useQuestion(text: string): { question: string; ask: () => void; waits: boolean } {
  const [question, setQuestion] = useState('');
  const words = text.trim();
  const waits = PHONE.test(words) && question !== words;
  useEffect(() => {
    if (PHONE.test(words)) return;
    const timer = setTimeout(() => setQuestion(words.length >= 2 ? words : ''), SETTLED);
    return () => clearTimeout(timer);
  }, [words]);
  return { question, ask: () => setQuestion(words), waits };
}

export function SearchBox({ route }: { route: SearchRoute }) {
  const t = useWords(searchWords);
  const say = useSaid();
  const { go } = usePlace();
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const { question, ask, waits } = useQuestion(text);
  const found = useRead(route, question ? { body: { q: question } } : undefined, { keep: true });
  const items = question ? groupsOf(found.data?.items ?? []).flatMap(([, things]) => things) : [];
  const focus = () => input.current?.select();
  useKeys(deskWords.everywhere, [
    { key: 'k', mod: true, said: deskWords.toSearch, run: focus },
    { key: '/', said: deskWords.toSearch, run: focus },
  ]);

  const leave = () => {
    setOpen(false);
    input.current?.blur();
  };
  const all = () => {
    leave();
    go(`/search?${new URLSearchParams({ q: question })}`);
  };
  const choose = (item: Found) => {
    leave();
    setText('');
    go(placeOf(item));
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') leave();
    else if (event.key === 'ArrowDown') setAt(Math.min(at + 1, items.length));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (event.key === 'Enter' && waits) ask();
    else if (event.key === 'Enter' && items[at]) choose(items[at]);
    else if (event.key === 'Enter' && question) all();
    else return;
    event.preventDefault();
  };
  const shown = open && text.trim().length >= 2;
  return (
    <search className="search">
      <SearchOutlined aria-hidden />
      <input
        ref={input}
        type="search"
        role="combobox"
        aria-label={t('box')}
        aria-expanded={shown}
        aria-controls={listId}
        aria-activedescendant={items.length > 0 ? `${listId}-${at}` : undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        placeholder={t('box')}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <kbd aria-hidden>/</kbd>
      {shown && (
        <div className="search-found" aria-busy={found.isFetching}>
          {waits && <p className="quiet">{t('phone')}</p>}
          {!waits && found.isLoading && <p className="quiet">{t('reading')}</p>}
          {!waits && found.data && items.length === 0 && question && (
            <p className="quiet">{t('none', { q: question })}</p>
          )}
          {found.error && <p className="quiet">{say(found.error.body.message)}</p>}
          <FoundList id={listId} items={items} at={at} onChoose={choose} onAll={all} />
        </div>
      )}
    </search>
  );
}
