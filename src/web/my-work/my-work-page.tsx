/** My work, the first page: the one next matter, what waits, what I did, began and was copied. */
import { useEffect } from 'react';
import { deskApi, type WorkItem, workTabs } from '#views/desk.api.ts';
import { Refused } from '#web/call/refused.tsx';
import { useRead, useReadPages } from '#web/call/use-read.ts';
import { Counts } from '#web/my-work/counts.tsx';
import { myWorkWords } from '#web/my-work/my-work.words.ts';
import { NextOne } from '#web/my-work/next-one.tsx';
import { WorkList } from '#web/my-work/work-list.tsx';
import { useTitle } from '#web/place/title.ts';
import { usePlace } from '#web/place/use-place.ts';
import { Empty } from '#web/show/empty.tsx';
import { useNow } from '#web/words/now.ts';
import { useNumbers } from '#web/words/numbers.ts';
import { useWords } from '#web/words/words.ts';
import '#web/my-work/my-work.css';

type Tab = (typeof workTabs)[number];

const EVERY = 60_000;
const AT_ONCE = 30;

export function MyWorkPage() {
  const t = useWords(myWorkWords);
  const numbers = useNumbers();
  const { search, setSearch } = usePlace();
  const tab: Tab = workTabs.find((one) => one === search.tab) ?? 'todo';
  const counts = useRead(deskApi.workCounts, {}, { every: EVERY });
  useTitle(t('title'));
  const countOf = (one: Tab) => (one === 'done' ? undefined : counts.data?.[one]);
  return (
    <div className="desk-page my-work">
      <header>
        <h1>{t('title')}</h1>
        <Counts counts={counts.data} />
      </header>
      <nav className="work-tabs" aria-label={t('title')}>
        {workTabs.map((one) => (
          <button
            key={one}
            type="button"
            aria-current={one === tab ? 'page' : undefined}
            onClick={() => setSearch({ tab: one === 'todo' ? undefined : one, late: undefined }, true)}
          >
            {t(one)}{' '}
            <span className="figures faint">{countOf(one) === undefined ? '' : numbers.whole(countOf(one)!)}</span>
          </button>
        ))}
      </nav>
      <Work key={tab} tab={tab} onlyLate={tab === 'todo' && search.late === 'true'} />
    </div>
  );
}

function useWork(tab: Tab) {
  return useReadPages(
    deskApi.work,
    tab,
    (cursor) => ({ query: { tab, limit: AT_ONCE, ...(cursor && { cursor }) } }),
    (reply) => reply.next,
  );
}

function Work({ tab, onlyLate }: { tab: Tab; onlyLate: boolean }) {
  const t = useWords(myWorkWords);
  const now = useNow();
  const pages = useWork(tab);
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const isLate = ({ due }: WorkItem) => due !== null && new Date(due.dueAt) < now;
  const shown = onlyLate ? items.filter(isLate) : items;
  // The first due stand on top: past the first that is not late, none is.
  const mayHaveMore = pages.hasNextPage && (!onlyLate || shown.length === items.length);
  useEffect(() => {
    if (onlyLate && mayHaveMore && !pages.isFetchingNextPage && !pages.isError) void pages.fetchNextPage();
  }, [onlyLate, mayHaveMore, pages]);
  if (pages.error && items.length === 0) return <Refused refusal={pages.error} again={() => void pages.refetch()} />;
  if (pages.isPending) return <div className="work-reading" role="status" aria-busy />;
  if (items.length === 0) return <Empty title={t(`none_${tab}`)} how={t(`how_${tab}`)} />;
  const [first] = items;
  return (
    <>
      {tab === 'todo' && first && !onlyLate && <NextOne item={first} />}
      <WorkList
        items={tab === 'todo' && !onlyLate ? shown.slice(1) : shown}
        tab={tab}
        more={mayHaveMore ? () => void pages.fetchNextPage() : undefined}
        reading={pages.isFetchingNextPage}
      />
      <Refused refusal={pages.error} again={() => void pages.fetchNextPage()} />
    </>
  );
}
