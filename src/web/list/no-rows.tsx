/** A list without rows: still reading, refused, narrowed to nothing, or really empty: each says what to do. */
import { Button, Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { Refused } from '#web/call/refused.tsx';
import { listWords } from '#web/list/list.words.ts';
import { isNarrowed, toFilter, viewOf } from '#web/list/list-query.ts';
import type { ListRowsProps } from '#web/list/list-rows.tsx';
import { usePlace } from '#web/place/use-place.ts';
import { Empty } from '#web/show/empty.tsx';
import { useSaid, useWords } from '#web/words/words.ts';

type NoRowsProps = Pick<ListRowsProps<unknown>, 'empty' | 'views'> & {
  list: { keys: string[]; pages: Pick<ListRowsProps<unknown>['list']['pages'], 'isPending' | 'error' | 'refetch'> };
};

export function NoRows({ list, empty, views = [] }: NoRowsProps) {
  const t = useWords(listWords);
  const say = useSaid();
  const { search, setSearch } = usePlace();
  if (list.pages.isPending) return <Reading />;
  if (list.pages.error) return <Refused refusal={list.pages.error} again={() => void list.pages.refetch()} />;
  if (isNarrowed(search, views, list.keys)) {
    const cleared = Object.fromEntries(list.keys.map((key) => [key, undefined]));
    return (
      <Empty title={t('none')} how={t('noneHow')}>
        <Button onClick={() => setSearch(toFilter(search, views, list.keys, cleared))}>{t('clear')}</Button>
      </Empty>
    );
  }
  const view = viewOf(search, views);
  if (view?.none) return <Empty title={say(view.none)} />;
  return (
    <Empty title={empty.title} how={empty.how}>
      {empty.children}
    </Empty>
  );
}

/** Nothing for 0.4 s, then that it is being read, after 3 s that it takes long. */
function Reading() {
  const t = useWords(listWords);
  const [stage, setStage] = useState(0);
  useEffect(() => {
    const timers = [setTimeout(() => setStage(1), 400), setTimeout(() => setStage(2), 3_000)];
    return () => timers.forEach(clearTimeout);
  }, []);
  return (
    <div className="list-reading" role="status" aria-label={t('reading')}>
      {stage > 1 && <p className="quiet">{t('slow')}</p>}
      {stage > 0 && <Skeleton active title={false} paragraph={{ rows: 10, width: '100%' }} />}
    </div>
  );
}
