/** Questions asked often, as tabs with their counts: the page's own, and those somebody saved in this browser. */
import CloseOutlined from '@ant-design/icons/CloseOutlined';
import { Button } from 'antd';
import type { CallOf } from '#platform/api.ts';
import { useRead } from '#web/call/use-read.ts';
import type { Counting, ListPageProps, View } from '#web/list/list.ts';
import { listWords } from '#web/list/list.words.ts';
import { queryOf, toView, viewOf } from '#web/list/list-query.ts';
import { savedViews } from '#web/list/saved-views.ts';
import { useCell } from '#web/place/cell.ts';
import { usePlace } from '#web/place/use-place.ts';
import { useNumbers } from '#web/words/numbers.ts';
import { useSaid, useWords } from '#web/words/words.ts';

type ListViewsProps<Row> = Pick<ListPageProps<Row>, 'name' | 'views' | 'count' | 'fixed'> & { keys: readonly string[] };

export function ListViews<Row>({ name, views = [], count, fixed, keys }: ListViewsProps<Row>) {
  const t = useWords(listWords);
  const { search, setSearch } = usePlace();
  const kept = savedViews(name);
  const saved = useCell(kept);
  const all = [...views, ...saved];
  if (all.length === 0) return null;
  const now = viewOf(search, all);
  return (
    <nav className="list-views" aria-label={t('views')}>
      {all.map((view) => (
        <span
          key={view.key}
          className={view === now ? 'list-view is-now' : 'list-view'}
          {...(view === now && { ref: intoSight })}
        >
          <button
            type="button"
            aria-current={view === now ? 'true' : undefined}
            onClick={() => setSearch(toView(view, keys), true)}
          >
            <ViewName view={view} />
            {count && <ViewCount count={count} query={queryOf({ view: view.key, ...view.query }, all, keys, fixed)} />}
          </button>
          {saved.includes(view) && (
            <Forget view={view} onForget={() => kept.set(saved.filter((other) => other !== view))} />
          )}
        </span>
      ))}
    </nav>
  );
}

/** On a phone the tabs run past the edge: the present one is moved to where it is seen. */
const intoSight = (tab: HTMLElement | null) => tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' });

function ViewName({ view }: { view: View }) {
  const say = useSaid();
  return <>{say(view.said)}</>;
}

function Forget({ view, onForget }: { view: View; onForget: () => void }) {
  const t = useWords(listWords);
  const say = useSaid();
  const label = t('forget', { name: say(view.said) });
  return (
    <Button type="text" size="small" icon={<CloseOutlined />} aria-label={label} title={label} onClick={onForget} />
  );
}

const EVERY = 60_000;

function ViewCount({ count, query }: { count: Counting; query: Record<string, string> }) {
  const numbers = useNumbers();
  const counted = useRead<Counting>(count, { query } as unknown as CallOf<Counting>, { every: EVERY, keep: true });
  return <span className="list-count figures">{counted.data ? numbers.count(counted.data) : '·'}</span>;
}
