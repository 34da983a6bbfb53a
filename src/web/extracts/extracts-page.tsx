/** What was asked for with identities: deciding it, and fetching it while it is there. */
import { Button, Segmented } from 'antd';
import { extractApi } from '#extract/extract.api.ts';
import { useReadPages } from '#web/call/use-read.ts';
import { useMay } from '#web/desk/me.ts';
import { extractWords } from '#web/extracts/extract.words.ts';
import { ExtractLine } from '#web/extracts/extract-line.tsx';
import { useTitle } from '#web/place/title.ts';
import { usePlace } from '#web/place/use-place.ts';
import { Empty } from '#web/show/empty.tsx';
import { ReadThing } from '#web/thing/read-thing.tsx';
import { useWords } from '#web/words/words.ts';
import '#web/extracts/extracts.css';

export function ExtractsPage() {
  const t = useWords(extractWords);
  const may = useMay();
  const { search, setSearch, go } = usePlace();
  const waiting = search.view === 'waiting';
  const read = useReadPages(
    extractApi.list,
    waiting,
    (cursor) => ({ query: { limit: 30, ...(waiting && { waiting: 'true' as const }), ...(cursor && { cursor }) } }),
    ({ next }) => next,
  );
  useTitle(t('title'));
  return (
    <article className="desk-page extracts">
      <header>
        <div className="extracts-head">
          <h1>{t('title')}</h1>
          {may('export.personal') && (
            <Button type="primary" onClick={() => go('/signals?view=all&ask=1')}>
              {t('askHere')}
            </Button>
          )}
        </div>
        <p className="quiet">{t('how')}</p>
        {may('export.decide') && (
          <Segmented
            value={waiting ? 'waiting' : 'all'}
            onChange={(view) => setSearch({ view: view === 'waiting' ? view : undefined }, true)}
            options={[
              { value: 'all', label: t('all') },
              { value: 'waiting', label: t('waiting') },
            ]}
          />
        )}
      </header>
      <ReadThing read={read} gone={t('none')}>
        {({ pages }) => {
          const items = pages.flatMap((one) => one.items);
          return (
            <>
              {items.length === 0 &&
                (waiting ? <Empty title={t('noneWaiting')} /> : <Empty title={t('none')} how={t('noneHow')} />)}
              <ul>
                {items.map((item) => (
                  <ExtractLine key={item.id} item={item} />
                ))}
              </ul>
            </>
          );
        }}
      </ReadThing>
      {read.hasNextPage && (
        <Button loading={read.isFetchingNextPage} onClick={() => void read.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </article>
  );
}
