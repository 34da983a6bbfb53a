/** What came back and what went on to another unit, by matter and unit: which lines of the list want mending. */
import { Skeleton } from 'antd';
import { lazy, Suspense } from 'react';
import { dutyApi, type Returned } from '#triage/duty/duty.api.ts';
import type { Reply } from '#web/call/call.ts';
import { Refused } from '#web/call/refused.tsx';
import { useRead } from '#web/call/use-read.ts';
import { dutyWords, returnWords } from '#web/duty/duty.words.ts';
import { DutyNav } from '#web/duty/duty-nav.tsx';
import { leafOf, MatterSaid } from '#web/duty/unit-said.tsx';
import { Go } from '#web/place/go.tsx';
import { useTitle } from '#web/place/title.ts';
import { usePlace } from '#web/place/use-place.ts';
import { Empty } from '#web/show/empty.tsx';
import { Unit } from '#web/show/person.tsx';
import { useWords } from '#web/words/words.ts';

/** The calendar is heavy: it comes when it is asked for. */
const DaysFilter = lazy(() => import('#web/list/days-filter.tsx').then((m) => ({ default: m.DaysFilter })));

export function ReturnsPage() {
  const t = useWords(returnWords);
  const d = useWords(dutyWords);
  const { search, setSearch } = usePlace();
  const query = { ...(search.from && { from: search.from }), ...(search.to && { to: search.to }) };
  const read = useRead(dutyApi.returns, { query }, { keep: true });
  useTitle(`${d('duty')} · ${d('returns')}`);
  return (
    <div className="desk-page duty-page">
      <header>
        <h1>{d('duty')}</h1>
        <DutyNav at="/duty/returns" />
      </header>
      <p className="quiet">{t('how')}</p>
      <p className="duty-days">
        <Suspense fallback={null}>
          <DaysFilter
            label={t('days')}
            from={search.from ?? read.data?.from}
            to={search.to ?? read.data?.to}
            set={(from, to) => setSearch({ from, to })}
          />
        </Suspense>
      </p>
      {read.isPending && <Skeleton active />}
      <Refused refusal={read.error} again={() => void read.refetch()} />
      {read.data && (read.data.items.length === 0 ? <Empty title={t('none')} /> : <Found found={read.data} />)}
    </div>
  );
}

type Line = NonNullable<Returned['line']>;

/** How often each line came back in all. */
function worstLine(items: readonly Returned[]): { line: Line; times: number } | undefined {
  const sums = new Map<string, { line: Line; times: number }>();
  for (const { line, returned } of items) {
    if (!line) continue;
    const sum = sums.get(line.entryId) ?? { line, times: 0 };
    sum.times += returned;
    sums.set(line.entryId, sum);
  }
  return [...sums.values()].sort((a, b) => b.times - a.times).find(({ times }) => times > 0);
}

function Found({ found: { items, given } }: { found: Reply<typeof dutyApi.returns> }) {
  const t = useWords(returnWords);
  const sum = (key: 'returned' | 'rerouted') => items.reduce((all, one) => all + one[key], 0);
  const counts = { given, returned: sum('returned'), rerouted: sum('rerouted') };
  const worst = worstLine(items);
  const named = worst && t('ofLine', { number: worst.line.listNumber, line: worst.line.line });
  const most = Math.max(...items.map((one) => one.returned + one.rerouted));
  return (
    <>
      <p className="duty-sum">
        {worst ? t('worst', { ...counts, line: named!, times: worst.times }) : t('sum', counts)}
      </p>
      <div className="duty-frame">
        <table className="duty-table">
          <thead>
            <tr>
              <th scope="col">{t('matter')}</th>
              <th scope="col">{t('unit')}</th>
              <th scope="col" className="duty-bar-head">
                {t('returned')} · {t('rerouted')}
              </th>
              <th scope="col" className="right">
                {t('given')}
              </th>
              <th scope="col">{t('line')}</th>
              <th scope="col">{t('ended')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((one) => (
              <Row key={[leafOf(one.category)?.id, one.unit.id, one.line?.entryId].join()} one={one} most={most} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Row({ one, most }: { one: Returned; most: number }) {
  const t = useWords(returnWords);
  const { category, unit, line, returned, rerouted, given, ended } = one;
  const width = (count: number) => ({ width: `${(100 * count) / most}%` });
  return (
    <tr>
      <th scope="row">
        {category.length > 0 ? (
          <MatterSaid line={{ category, matter: '' }} />
        ) : (
          <span className="faint">{t('noCategory')}</span>
        )}
      </th>
      <td>
        <Unit name={unit.name} short={unit.shortName} id={unit.id} />
      </td>
      <td className="duty-bar-cell">
        <span className="duty-bar" aria-hidden>
          <i style={width(returned)} />
          <i className="is-rerouted" style={width(rerouted)} />
        </span>
        <span className="figures">
          {returned} · {rerouted}
        </span>
      </td>
      <td className="right figures">{given}</td>
      <td>
        {line ? (
          <Go to={`/duty/lines/${line.entryId}`}>
            {t(line.standing ? 'ofLine' : 'oldVersion', { number: line.listNumber, line: line.line })}
          </Go>
        ) : (
          <span className="faint">{t('noLine')}</span>
        )}
      </td>
      <td>{ended.map((to) => t('times', { unit: to.unit.shortName, times: to.times })).join('、')}</td>
    </tr>
  );
}
