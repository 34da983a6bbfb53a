/** The morning list: what became late, what falls due, what came in, for whom it waits. One page of A4, in words. */
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { addDays, dayOf } from '#clock/day.ts';
import { matters } from '#signal/signal.ts';
import { type MorningList, overviewApi } from '#views/overview.api.ts';
import { Refused } from '#web/call/refused.tsx';
import { useRead } from '#web/call/use-read.ts';
import { overviewWords } from '#web/overview/overview.words.ts';
import { LateLists, RunningList } from '#web/overview/running-list.tsx';
import { WaitsTable } from '#web/overview/waits-table.tsx';
import { Go } from '#web/place/go.tsx';
import { useTitle } from '#web/place/title.ts';
import { PrintButton } from '#web/show/print-button.tsx';
import { useNumbers } from '#web/words/numbers.ts';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';
import '#web/overview/overview.css';

export function MorningPage() {
  const t = useWords(overviewWords);
  const read = useRead(overviewApi.morning, {});
  useTitle(t('morning'));
  if (read.error) return <Refused refusal={read.error} again={() => void read.refetch()} />;
  return read.data ? <Shown list={read.data} /> : <Skeleton active />;
}

function Shown({ list }: { list: MorningList }) {
  const t = useWords(overviewWords);
  const times = useTimes();
  const { units, asOf, since, lateSince, lateEarlier, today, until, next, came, waits } = list;
  const day = dayOf(new Date(asOf));
  const pressing = <Go to="/problems?view=all&pressing=true">{t('pressingProblems')}</Go>;
  return (
    <article className="desk-page morning">
      <header>
        <h1>
          {t('morning')} <span className="quiet">{times.day(day)}</span>
        </h1>
        <p className="quiet">
          {units.length === 0 ? t('wholeCity') : units.map((unit) => unit.shortName).join('、')} ·{' '}
          {t('asOf', { when: times.moment(asOf) })} <PrintButton />
        </p>
      </header>
      {/* Each section stands for itself: projects come between what falls due and what came in. */}
      <Section title={t('lateSince', { day: times.day(since) })} count={lateSince.count}>
        <Running of={lateSince} none={t('noLate')} list={<LateLists />} />
        {lateEarlier > 0 && (
          <p>
            {t('lateEarlier', { count: lateEarlier })} <LateLists />
          </p>
        )}
      </Section>
      <Section title={t('today')} count={today.count}>
        <Running of={today} none={t('noToday')} list={pressing} />
      </Section>
      <Section title={t('until', { day: times.day(until) })} count={next.count}>
        <Running of={next} none={t('noUntil')} list={pressing} />
      </Section>
      <Came came={came} from={since} to={addDays(day, -1)} />
      <Section title={t('waits')}>
        {waits.length === 0 ? <p className="faint">{t('noWaits')}</p> : <WaitsTable waits={waits} />}
      </Section>
    </article>
  );
}

function Section({ title, count = 0, children }: { title: string; count?: number; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h2>
        {title} {count > 0 && <span className="figures faint">· {count}</span>}
      </h2>
      {children}
    </section>
  );
}

function Running({ of, none, list }: { of: MorningList['today']; none: string; list: ReactNode }) {
  const t = useWords(overviewWords);
  if (of.count === 0) return <p className="faint">{none}</p>;
  const left = of.count - of.items.length;
  return (
    <>
      <RunningList items={of.items} />
      {left > 0 && (
        <p>
          {t('more', { count: left })} {list}
        </p>
      )}
    </>
  );
}

function Came({ came, from, to }: { came: MorningList['came']; from: string; to: string }) {
  const t = useWords(overviewWords);
  const say = useSaid();
  const times = useTimes();
  const numbers = useNumbers();
  const days = `view=all&from=${from}&to=${to}`;
  const all = came.reduce((sum, one) => sum + one.count, 0);
  const title = from === to ? t('cameYesterday') : t('came', { day: times.day(from) });
  return (
    <Section title={title}>
      {all === 0 ? (
        <p className="faint">{t('cameNone')}</p>
      ) : (
        <p className="morning-came">
          <Go to={`/signals?${days}`}>{t('cameAll', { count: numbers.whole(all) })}</Go>
          {came.map(({ matter, count }) => (
            <Go key={matter} to={`/signals?${days}&matter=${matter}`}>
              {say(matters[matter])} <span className="figures">{numbers.whole(count)}</span>
            </Go>
          ))}
        </p>
      )}
    </Section>
  );
}
