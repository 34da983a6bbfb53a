/** Month by month: how many proposals people agreed with, how many signals were left to them, and what they were about. Pure. */
import type { EChartsOption } from 'echarts';
import type { DriftMonth } from '#triage/category/model.api.ts';
import { common, percent } from '#web/categories/chart-look.ts';
import { modelWords } from '#web/categories/model.words.ts';
import type { Draw } from '#web/chart/chart-frame.tsx';
import type { Language } from '#web/words/words.ts';

export const monthSaid = (month: string, language: Language): string => {
  const n = Number(month.slice(5));
  if (language === 'zh') return `${n}月`;
  return ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][n - 1]!;
};

export const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
export const agreedShare = ({ shownAgreed, shownDecided }: DriftMonth) => shareOf(shownAgreed, shownDecided);
export const abstainedShare = ({ abstained, proposed }: DriftMonth) => shareOf(abstained, proposed);

const MIXED = 5;

/** The five kinds that came most in all these months; the rest together. */
export function kindsOf(months: readonly DriftMonth[]): { id: string; name: string }[] {
  const sums = new Map<string, { id: string; name: string; n: number }>();
  for (const { mix } of months)
    for (const one of mix) sums.set(one.id, { ...one, n: one.n + (sums.get(one.id)?.n ?? 0) });
  return [...sums.values()].sort((a, b) => b.n - a.n).slice(0, MIXED);
}

export const kindShare = ({ mix }: DriftMonth, id: string): number => {
  const all = mix.reduce((sum, { n }) => sum + n, 0);
  return all === 0 ? 0 : (mix.find((one) => one.id === id)?.n ?? 0) / all;
};

export const DRIFT_HEIGHT = 420;

export const drawDrift =
  (months: readonly DriftMonth[]): Draw =>
  ({ width, colors: c, language }): EChartsOption => {
    const names = months.map(({ month }) => monthSaid(month, language));
    const kinds = kindsOf(months);
    const tones = [c.solid, c.accent, c.check, c.good, c.edge, c.raised];
    /** What is none of the five fills up the month. */
    const shareIn = (month: DriftMonth, id: string) =>
      id !== '' || month.mix.length === 0
        ? kindShare(month, id)
        : 1 - kinds.reduce((sum, kind) => sum + kindShare(month, kind.id), 0);
    const right = width < 560 ? 84 : 130;
    const axis = (gridIndex: number) => ({
      ...{ type: 'category' as const, gridIndex, data: names, axisTick: { show: false } },
      axisLine: { lineStyle: { color: c.edge } },
      axisLabel: { color: c.quiet, hideOverlap: true, show: gridIndex === 1 },
    });
    const shares = (gridIndex: number) => ({
      ...{ type: 'value' as const, gridIndex, min: 0, max: 1, interval: 0.5 },
      splitLine: { lineStyle: { color: c.line } },
      axisLabel: { color: c.faint, formatter: (value: number) => percent(value) },
    });
    const line = (key: 'agreed' | 'abstained', color: string, of: (month: DriftMonth) => number | null) => ({
      ...{ type: 'line' as const, symbol: 'circle', symbolSize: 6, connectNulls: true, data: months.map(of) },
      lineStyle: { color, width: 2.5, type: key === 'agreed' ? ('solid' as const) : ('dashed' as const) },
      itemStyle: { color },
      label: {
        ...{ show: true, position: 'top' as const, color: c.ink, fontSize: 11 },
        // On a phone the last one alone: they would run into each other.
        formatter: ({ value, dataIndex }: { value: unknown; dataIndex: number }) =>
          typeof value === 'number' && (width >= 560 || dataIndex === months.length - 1) ? percent(value) : '',
      },
      labelLayout: { hideOverlap: true },
      endLabel: { show: true, color, fontWeight: 600 as const, formatter: modelWords[key][language] },
    });
    const lastShares = [...kinds.map(({ id }) => id), ''].map((id) => shareIn(months[months.length - 1]!, id));
    return {
      ...common(c),
      grid: [
        { left: 44, right, top: 24, height: 170 },
        { left: 44, right, top: 236, height: 148 },
      ],
      xAxis: [axis(0), axis(1)],
      yAxis: [shares(0), shares(1)],
      series: [
        line('agreed', c.brand, agreedShare),
        line('abstained', c.accent, abstainedShare),
        ...[...kinds, { id: '', name: modelWords.others[language] }].map(({ id, name }, i) => ({
          ...{ type: 'bar' as const, stack: 'mix', xAxisIndex: 1, yAxisIndex: 1, barMaxWidth: 44 },
          data: months.map((month) => shareIn(month, id)),
          itemStyle: { color: tones[i]!, opacity: 0.82, borderColor: c.sheet, borderWidth: 1 },
          label: {
            ...{ show: true, position: 'right' as const, color: c.ink, distance: 8 },
            // Thin slices would write over each other.
            formatter: ({ dataIndex }: { dataIndex: number }) =>
              dataIndex === months.length - 1 && lastShares[i]! > 0.06
                ? `${name.slice(0, language === 'zh' && width < 560 ? 4 : 12)} ${percent(lastShares[i]!)}`
                : '',
          },
          tooltip: {
            formatter: (one: unknown) => {
              const { dataIndex } = one as { dataIndex: number };
              return `${names[dataIndex]} · ${name} <b>${percent(shareIn(months[dataIndex]!, id))}</b>`;
            },
          },
        })),
      ],
    };
  };
