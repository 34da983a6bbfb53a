/** What a search has found, as a page with an address: grouped by kind, each with why it was found. */
import { Input } from 'antd';
import { useState } from 'react';
import { deskApi, type Found } from '#views/desk.api.ts';
import { Refused } from '#web/call/refused.tsx';
import { useRead } from '#web/call/use-read.ts';
import { groupsOf, placeOf } from '#web/desk/found-list.tsx';
import { searchWords } from '#web/desk/search.words.ts';
import { PHONE } from '#web/desk/search-box.tsx';
import { Go } from '#web/place/go.tsx';
import { useTitle } from '#web/place/title.ts';
import { usePlace } from '#web/place/use-place.ts';
import { Empty } from '#web/show/empty.tsx';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';
import '#web/search/search.css';

export function SearchPage() {
  const t = useWords(searchWords);
  const { search, setSearch } = usePlace();
  const given = (search.q ?? '').trim().slice(0, 100);
  /** A number that may be somebody's phone stays out of addresses, and is looked up on Enter alone: that is recorded. */
  const [asked, setAsked] = useState<string>();
  const q = asked ?? (PHONE.test(given) ? '' : given);
  const ask = (words: string) => {
    const trimmed = words.trim();
    if (PHONE.test(trimmed)) return setAsked(trimmed);
    setAsked(undefined);
    setSearch({ q: trimmed || undefined }, true);
  };
  const found = useRead(deskApi.search, q ? { body: { q } } : undefined);
  useTitle(q ? t('titled', { q }) : t('page'));
  const items = found.data?.items ?? [];
  return (
    <div className="desk-page search-page">
      <header>
        <h1>{q ? t('titled', { q }) : t('page')}</h1>
      </header>
      <Input.Search
        key={given}
        defaultValue={given}
        size="large"
        maxLength={100}
        aria-label={t('box')}
        placeholder={t('box')}
        loading={found.isFetching}
        onSearch={ask}
      />
      <Refused refusal={found.error} again={() => void found.refetch()} />
      <div aria-live="polite">
        {found.data && items.length === 0 && <Empty title={t('none', { q })} how={t('noneHow')} />}
        {groupsOf(items).map(([kind, things]) => (
          <section key={kind} className="search-group">
            <h2>{t(kind)}</h2>
            <ul>
              {things.map((item) => (
                <OneFound key={item.id} item={item} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {items.length > 0 && <p className="faint">{t('first')}</p>}
    </div>
  );
}

function OneFound({ item }: { item: Found }) {
  const t = useWords(searchWords);
  const times = useTimes();
  return (
    <li>
      <Go to={placeOf(item)}>
        <span className="figures faint">{item.number}</span>
        <span className="search-title">{item.title}</span>
        <span className="faint">{t('why', { by: t(`by_${item.by}`) })}</span>
        {item.at && (
          <time className="faint" dateTime={item.at}>
            {times.near(item.at)}
          </time>
        )}
      </Go>
    </li>
  );
}
