/** A chart with its sentence, and the same figures as a table: ECharts is fetched only where one is shown. */
import { Segmented } from 'antd';
import type { EChartsOption } from 'echarts';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { frameWords } from '#web/chart/chart.words.ts';
import type { Palette } from '#web/look/palette.ts';
import { type Language, useWords } from '#web/words/words.ts';
import '#web/indicators/indicator.css';

const Drawn = lazy(() => import('#web/chart/drawn-chart.tsx').then((m) => ({ default: m.DrawnChart })));

/** What is drawn depends on the width and the colours of the moment; it is the same object until its figures change. */
export type Draw = (look: { width: number; colors: Palette; language: Language }) => EChartsOption;

type ChartFrameProps = { sentence: string; draw: Draw; height: number; table: ReactNode; children?: ReactNode };

export function ChartFrame({ sentence, draw, height, table, children }: ChartFrameProps) {
  const t = useWords(frameWords);
  const [asTable, setAsTable] = useState(false);
  return (
    <figure className="chart">
      <figcaption>
        <p className="chart-sentence">{sentence}</p>
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
        table
      ) : (
        <Suspense fallback={<div style={{ height }} role="status" aria-label={t('drawing')} />}>
          <Drawn draw={draw} height={height} words={sentence} />
        </Suspense>
      )}
      {children}
    </figure>
  );
}

/** Rows of a plain table of figures: the first column is what the row is about. */
export function FiguresTable({ heads, rows }: { heads: readonly string[]; rows: readonly (readonly string[])[] }) {
  return (
    <div className="figures-frame">
      <table className="figures-table">
        <thead>
          <tr>
            {heads.map((head, i) => (
              <th key={head} scope="col" className={i === 0 ? '' : 'right'}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...cells]) => (
            <tr key={`${first} ${cells.join(' ')}`}>
              <th scope="row">{first}</th>
              {cells.map((cell, i) => (
                <td key={heads[i + 1]} className="right">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
