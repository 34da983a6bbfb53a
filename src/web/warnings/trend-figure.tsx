/** The trend of a place and a kind: one sentence, people a day beside what is usual and above what it is rare; and as a table. */
import { Segmented } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { type TrendDay, warningApi } from '#triage/warning/warning.api.ts';
import { useRead } from '#web/call/use-read.ts';
import { Empty } from '#web/show/empty.tsx';
import { ReadThing } from '#web/thing/read-thing.tsx';
import { warningWords } from '#web/warnings/warning.words.ts';
import { useNumbers } from '#web/words/numbers.ts';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';
import '#web/indicators/indicator.css';

const TrendCanvas = lazy(() => import('#web/warnings/trend-canvas.tsx').then((m) => ({ default: m.TrendCanvas })));
const WEEKS = 28;
/** Within this share of the usual it is as usual. */
const ALIKE = 0.1;
/** Where next to nobody is usual, a share says nothing: so many are far more. */
const BURST = 3;

export function TrendFigure({ areaId, categoryId }: { areaId: string | null; categoryId: string | null }) {
  const t = useWords(warningWords);
  const query = { ...(areaId && { areaId }), ...(categoryId && { categoryId }) };
  const read = useRead(warningApi.trend, { query }, { keep: true });
  return (
    <ReadThing read={read} gone={t('nothing')}>
      {({ days }) => (days.some(({ people }) => people > 0) ? <Drawn days={days} /> : <Empty title={t('nothing')} />)}
    </ReadThing>
  );
}

function Drawn({ days }: { days: readonly TrendDay[] }) {
  const t = useWords(warningWords);
  const numbers = useNumbers();
  const [asTable, setAsTable] = useState(false);
  const last = days.slice(-WEEKS);
  const [people, usual] = [
    last.reduce((sum, day) => sum + day.people, 0),
    last.reduce((sum, day) => sum + day.usual, 0),
  ];
  const change = usual > 0 ? people / usual - 1 : 0;
  const verdict =
    usual < 1
      ? t(people < BURST ? 'same' : 'farMore')
      : Math.abs(change) < ALIKE
        ? t('same')
        : t(change > 0 ? 'more' : 'less', { share: numbers.percent(Math.abs(change)) });
  const words = t('trendSentence', { people, usual: usual < 10 ? usual.toFixed(1) : Math.round(usual), verdict });
  return (
    <figure className="chart">
      <figcaption>
        <p className="chart-sentence">{words}</p>
        <Segmented
          className="not-printed"
          size="small"
          aria-label={t('asWhat')}
          value={asTable ? 'table' : 'chart'}
          options={(['chart', 'table'] as const).map((value) => ({ value, label: t(value) }))}
          onChange={(value) => setAsTable(value === 'table')}
        />
      </figcaption>
      {asTable ? (
        <TrendTable days={days} />
      ) : (
        <Suspense fallback={<div className="chart-waits" role="status" aria-label={t('chart')} />}>
          <TrendCanvas days={days} words={words} />
        </Suspense>
      )}
    </figure>
  );
}

function TrendTable({ days }: { days: readonly TrendDay[] }) {
  const t = useWords(warningWords);
  const times = useTimes();
  return (
    <div className="figures-frame">
      <table className="figures-table">
        <thead>
          <tr>
            <th scope="col">{t('day')}</th>
            {(['people', 'usual', 'rare'] as const).map((key) => (
              <th key={key} scope="col" className="right">
                {t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...days].reverse().map(({ day, people, usual, high }) => (
            <tr key={day}>
              <th scope="row">{times.date(day)}</th>
              <td className="right">{people}</td>
              <td className="right">{usual.toFixed(1)}</td>
              <td className="right">{high}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
