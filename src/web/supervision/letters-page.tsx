/** Letters and talks: what is to be answered or held, the latest first. */
import { Button, Segmented, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { letterStates, talkStates } from '#supervision/letter.ts';
import { paperApi } from '#supervision/paper.api.ts';
import type { Refusal } from '#web/call/refusal.ts';
import { Refused } from '#web/call/refused.tsx';
import { useReadPages } from '#web/call/use-read.ts';
import { Go } from '#web/place/go.tsx';
import { useTitle } from '#web/place/title.ts';
import { usePlace } from '#web/place/use-place.ts';
import { Due } from '#web/show/due.tsx';
import { Empty } from '#web/show/empty.tsx';
import { StateTag } from '#web/show/state-tag.tsx';
import { supervisionWords } from '#web/supervision/supervision.words.ts';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';
import '#web/supervision/supervision.css';

export function LettersPage() {
  const t = useWords(supervisionWords);
  const { search, setSearch } = usePlace();
  const talks = search.view === 'talks';
  useTitle(t(talks ? 'talks' : 'letters'));
  return (
    <article className="desk-page papers">
      <header>
        <h1>{t(talks ? 'talks' : 'letters')}</h1>
        <Segmented
          value={talks ? 'talks' : 'letters'}
          onChange={(view) => setSearch({ view: view === 'talks' ? view : undefined }, true)}
          options={[
            { value: 'letters', label: t('letters') },
            { value: 'talks', label: t('talks') },
          ]}
        />
      </header>
      {talks ? <Talks /> : <Letters />}
    </article>
  );
}

const query = (cursor: string | undefined) => ({ query: cursor ? { cursor } : {} });

function Letters() {
  const t = useWords(supervisionWords);
  const times = useTimes();
  const read = useReadPages(paperApi.letters, 'letters', query, ({ next }) => next);
  const items = read.data?.pages.flatMap((page) => page.items) ?? [];
  if (read.data && items.length === 0) return <Empty title={t('lettersNone')} how={t('lettersHow')} />;
  return (
    <Listed read={read}>
      {items.map((one) => (
        <li key={one.id}>
          <p>
            <Go to={`/letters/${one.id}`}>
              <strong className="figures">{one.number}</strong> {one.matter}
            </Go>
          </p>
          <p className="faint paper-about">
            <StateTag state={letterStates[one.state]} />
            <span>{one.unit.shortName}</span>
            <span className="figures">{one.thingNumber}</span>
            {one.due ? <Due due={one.due} /> : <time>{times.near(one.changedAt)}</time>}
          </p>
        </li>
      ))}
    </Listed>
  );
}

function Talks() {
  const t = useWords(supervisionWords);
  const times = useTimes();
  const read = useReadPages(paperApi.talks, 'talks', query, ({ next }) => next);
  const items = read.data?.pages.flatMap((page) => page.items) ?? [];
  if (read.data && items.length === 0) return <Empty title={t('talksNone')} />;
  return (
    <Listed read={read}>
      {items.map((one) => (
        <li key={one.id}>
          <p>
            <Go to={`/talks/${one.id}`}>
              <strong className="figures">{one.number}</strong> {one.matter}
            </Go>
          </p>
          <p className="faint paper-about">
            <StateTag state={talkStates[one.state]} />
            <span>{one.unit.shortName}</span>
            <span className="figures">{one.thingNumber}</span>
            <time>{one.heldOn ? times.day(one.heldOn) : times.near(one.madeAt)}</time>
          </p>
        </li>
      ))}
    </Listed>
  );
}

type Read = {
  isPending: boolean;
  error: Refusal | null;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  refetch: () => unknown;
  fetchNextPage: () => unknown;
};

function Listed({ read, children }: { read: Read; children: ReactNode }) {
  const t = useWords(supervisionWords);
  return (
    <>
      {read.isPending && <Skeleton active />}
      <Refused refusal={read.error} again={() => void read.refetch()} />
      <ul className="paper-list">{children}</ul>
      {read.hasNextPage && (
        <Button onClick={() => void read.fetchNextPage()} loading={read.isFetchingNextPage}>
          {t('more')}
        </Button>
      )}
    </>
  );
}
