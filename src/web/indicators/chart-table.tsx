/** The same figures as a table: what the chart shows, to be read, heard and copied. */

import { chartWords } from '#web/indicators/chart.words.ts';
import type { ChartPoint, Drawing } from '#web/indicators/chart-option.ts';
import type { Measure } from '#web/indicators/figures.ts';
import { figure, levelFigure } from '#web/indicators/figures.ts';
import { sayPeriod } from '#web/indicators/period.ts';
import { useLanguage, useWords } from '#web/words/words.ts';

type ChartTableProps = {
  points: readonly ChartPoint[];
  measure: Measure;
  beside: Drawing['beside'];
  baseline?: Drawing['baseline'];
  target?: Drawing['target'];
};

export function ChartTable({ points, measure, beside, baseline, target }: ChartTableProps) {
  const t = useWords(chartWords);
  const language = useLanguage();
  const { digits, unitWords } = measure;
  const lines = [baseline, target].filter((line) => line !== undefined);
  return (
    <div className="figures-frame">
      <table className="figures-table">
        <thead>
          <tr>
            <th scope="col">{t('period')}</th>
            <th scope="col" className="right">
              {t('value')}（{unitWords}）
            </th>
            {beside.map(({ key, words }) => (
              <th key={key} scope="col" className="right">
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.words} className="quiet">
              <th scope="row">{line.words}</th>
              <td className="right">{levelFigure(line.value, digits)}</td>
              {beside.map(({ key }) => (
                <td key={key} />
              ))}
            </tr>
          ))}
          {[...points].reverse().map((one) => (
            <tr key={one.from}>
              <th scope="row">{sayPeriod(one, language)}</th>
              <td className="right">{figure(one.value, digits)}</td>
              {beside.map(({ key }) => (
                <td key={key} className="right">
                  {one[key] == null ? '' : figure(one[key], 0)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
