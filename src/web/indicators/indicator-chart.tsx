/**
 * The chart of an indicator: one sentence in words, the observed figures with baseline and target, marks on the days that
 * counted, what stands beside a count in small charts of its own; and the same as a table. For any page:
 *
 *   <IndicatorChart measure={indicator} counts={indicator.counted !== null} points={readings}
 *     baseline={48} target={35} marks={[{ day: '2026-03-02', words: t('chartered') }]} />
 */
import { Segmented } from 'antd';
import { lazy, Suspense, useMemo, useState } from 'react';
import { chartWords } from '#web/indicators/chart.words.ts';
import type { ChartMark, ChartPoint } from '#web/indicators/chart-option.ts';
import { ChartTable } from '#web/indicators/chart-table.tsx';
import { type Measure, sentenceOf } from '#web/indicators/figures.ts';
import { Empty } from '#web/show/empty.tsx';
import { useLanguage, useWords } from '#web/words/words.ts';
import '#web/indicators/indicator.css';

const ChartCanvas = lazy(() => import('#web/indicators/chart-canvas.tsx').then((m) => ({ default: m.ChartCanvas })));

const NO_MARKS: readonly ChartMark[] = [];

export type IndicatorChartProps = {
  measure: Measure;
  /** Counts stand as bars on zero, measures as a line. */
  counts: boolean;
  /** The standing readings in the order of time. */
  points: readonly ChartPoint[];
  baseline?: number | null;
  target?: number | null;
  marks?: readonly ChartMark[];
};

export function IndicatorChart({ measure, counts, points, baseline, target, marks = NO_MARKS }: IndicatorChartProps) {
  const t = useWords(chartWords);
  const language = useLanguage();
  const [asTable, setAsTable] = useState(false);
  const { digits } = measure;
  const drawn = useMemo(() => {
    const line = (value: number | null | undefined, words: string) => (value == null ? undefined : { value, words });
    const beside = (['exposure', 'control'] as const)
      .filter((key) => points.some((one) => one[key] != null))
      .map((key) => ({ key, words: chartWords[key][language] }));
    return {
      ...{ points, bars: counts, digits, marks, beside },
      baseline: line(baseline, chartWords.baseline[language]),
      target: line(target, chartWords.target[language]),
    };
  }, [points, counts, digits, marks, baseline, target, language]);
  if (points.length === 0) return <Empty title={t('none')} how={t('noneHow')} />;
  const words = sentenceOf(points, measure, { baseline, target }, language);
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
        <ChartTable {...drawn} measure={measure} />
      ) : (
        <Suspense fallback={<div className="chart-waits" role="status" aria-label={t('drawing')} />}>
          <ChartCanvas drawn={drawn} words={words} />
        </Suspense>
      )}
    </figure>
  );
}
