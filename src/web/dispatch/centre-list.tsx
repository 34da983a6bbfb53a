/** The queue of the dispatch centre: a line a case with what is asked, until when, who is proposed, and who is at it. */
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { sureness, surenessOf } from '#triage/category/proposal.ts';
import type { CentreItem } from '#triage/centre/centre.api.ts';
import { waitKinds } from '#triage/centre/centre.ts';
import { dispatchWords } from '#web/dispatch/dispatch.words.ts';
import { titleOf } from '#web/dispatch/title-of.ts';
import type { Centre } from '#web/dispatch/use-centre.ts';
import { Due } from '#web/show/due.tsx';
import { Empty } from '#web/show/empty.tsx';
import { Light } from '#web/show/light.tsx';
import { UrgencyMark } from '#web/show/urgency-mark.tsx';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

export function CentreList({ centre }: { centre: Centre }) {
  const t = useWords(dispatchWords);
  const { items, item, read, filter } = centre;
  const list = useRef<HTMLOListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: where the case at hand is another one
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [item?.id]);
  if (items.length === 0) {
    const narrowed = Object.values(filter).some(Boolean);
    return narrowed ? <Empty title={t('noneSo')} /> : <Empty title={t('none')} how={t('noneHow')} />;
  }
  return (
    <>
      <ol ref={list} className="dispatch-list" aria-busy={read.isFetching}>
        {items.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              aria-current={one.id === item?.id ? 'true' : undefined}
              className={one.lease && !one.lease.mine ? 'dispatch-row is-held' : 'dispatch-row'}
              onClick={(event) => {
                if (event.detail > 0) event.currentTarget.blur();
                centre.look(one);
              }}
            >
              <Row item={one} />
            </button>
          </li>
        ))}
      </ol>
      {centre.more && (
        <Button type="link" onClick={centre.more}>
          {t('more')}
        </Button>
      )}
      <Holders centre={centre} />
    </>
  );
}

function Row({ item }: { item: CentreItem }) {
  const t = useWords(dispatchWords);
  const say = useSaid();
  const times = useTimes();
  const [first] = item.units;
  return (
    <>
      <span className="dispatch-line">
        <span className={item.kind === 'returned' ? 'dispatch-kind tone-warn' : 'dispatch-kind'}>
          {say(waitKinds[item.kind])}
        </span>
        {item.urgency !== 'normal' && <UrgencyMark urgency={item.urgency} />}
        <span className="dispatch-when">
          {item.due ? (
            <Due due={item.due} />
          ) : item.light === 'red' ? (
            <Light colour="red" said={t('overDay', { when: times.near(item.at) })} />
          ) : (
            times.near(item.at)
          )}
        </span>
      </span>
      <span className="dispatch-title">{titleOf(item, t)}</span>
      {item.kind !== 'warning' && (
        <span className="dispatch-line faint">
          <span className="figures">{item.number}</span>
          {item.area && <span>{item.area}</span>}
          {item.channels[0] && <span className="one-line">{item.channels.join('、')}</span>}
        </span>
      )}
      {(first || item.lease || item.returned) && (
        <span className="dispatch-line">
          {item.returned && <span className="faint">{t('returnedBy', { unit: item.returned.unit })}</span>}
          {first && (
            <span>
              → {first.unit.shortName || first.unit.name}{' '}
              <span className="faint">{say(sureness[surenessOf(first.confidence)])}</span>
            </span>
          )}
          {item.lease && (
            <span className={item.lease.mine ? 'tag tone-work' : 'tag tone-off'}>
              {item.lease.mine ? t('mine') : t('heldBy', { name: item.lease.person.name })}
            </span>
          )}
        </span>
      )}
    </>
  );
}

function Holders({ centre }: { centre: Centre }) {
  const t = useWords(dispatchWords);
  const times = useTimes();
  const holders = centre.read.data?.holders ?? [];
  return (
    <section className="dispatch-holders" aria-label={t('holders')}>
      <h2>{t('holders')}</h2>
      {holders.length === 0 && <p className="faint">{t('noHolders')}</p>}
      <ul>
        {holders.map(({ person, thing, number, untilAt }) => (
          <li key={thing}>
            {person.name} <span className="figures">{number}</span>{' '}
            <span className="faint">{t('until', { when: times.moment(untilAt) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
