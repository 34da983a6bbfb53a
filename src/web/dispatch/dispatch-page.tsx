/** The dispatch centre: everything that waits for a dispatcher in one live queue, taken one by one so that no two do the same. */
import { Spin } from 'antd';
import { Refused } from '#web/call/refused.tsx';
import { CentreCase } from '#web/dispatch/centre-case.tsx';
import { CentreHead } from '#web/dispatch/centre-head.tsx';
import { CentreList } from '#web/dispatch/centre-list.tsx';
import { dispatchWords } from '#web/dispatch/dispatch.words.ts';
import { pageOf } from '#web/dispatch/place-of.ts';
import { useCentre } from '#web/dispatch/use-centre.ts';
import { useKeys } from '#web/place/keys.ts';
import { useTitle } from '#web/place/title.ts';
import { usePlace } from '#web/place/use-place.ts';
import { Empty } from '#web/show/empty.tsx';
import { Watermark } from '#web/show/watermark.tsx';
import { useWords } from '#web/words/words.ts';
import '#web/dispatch/dispatch.css';

export function DispatchPage() {
  const t = useWords(dispatchWords);
  useTitle(t('title'));
  const centre = useCentre();
  const { go } = usePlace();
  const { read, items, item } = centre;
  useKeys(dispatchWords.keys, [
    { key: 'j', said: dispatchWords.down, run: () => centre.move(1) },
    { key: 'k', said: dispatchWords.up, run: () => centre.move(-1) },
    { key: 'arrowdown', said: dispatchWords.down, run: () => centre.move(1) },
    { key: 'arrowup', said: dispatchWords.up, run: () => centre.move(-1) },
    { key: 'n', once: true, said: dispatchWords.next, run: centre.next },
    { key: 'enter', once: true, said: dispatchWords.take, run: () => item && void centre.take(item) },
    { key: 'escape', said: dispatchWords.letGo, run: centre.letGo },
    { key: 'o', said: dispatchWords.open, run: () => item && go(pageOf(item)) },
  ]);
  return (
    <Watermark fills>
      <div className={item ? 'dispatch is-open' : 'dispatch'}>
        <CentreHead centre={centre} />
        {read.error && <Refused refusal={read.error} again={() => void read.refetch()} />}
        {read.isPending ? (
          <Spin delay={400} className="dispatch-wait" />
        ) : (
          <div className="dispatch-panes">
            <section className="dispatch-queue" aria-label={t('queue')}>
              <CentreList centre={centre} />
            </section>
            <section className="dispatch-case" aria-live="polite">
              {item ? (
                <CentreCase key={item.id} centre={centre} item={item} />
              ) : (
                items.length > 0 && <Empty title={t('choose')} how={t('nextHow')} />
              )}
            </section>
          </div>
        )}
      </div>
    </Watermark>
  );
}
