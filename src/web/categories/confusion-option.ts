/** Which categories are taken for each other: the worst ones as a heat map with the counts written in. Pure. */
import type { EChartsOption } from 'echarts';
import type { Figures } from '#triage/category/figures.ts';
import { common } from '#web/categories/chart-look.ts';
import type { Draw } from '#web/chart/chart-frame.tsx';

type Pair = Figures['confusion'][number];

export const mistakesOf = (pairs: readonly Pair[]): Pair[] =>
  pairs.filter(({ there, proposed }) => there !== proposed && proposed !== '');

/** The labels with most mistakes on either side, at most so many; in an order that keeps pairs close together. */
export function worstLabels(pairs: readonly Pair[], most: number): string[] {
  const chosen: string[] = [];
  for (const { there, proposed } of mistakesOf(pairs))
    for (const label of [there, proposed]) if (!chosen.includes(label) && chosen.length < most) chosen.push(label);
  return chosen;
}

export const LABELS_WIDE = 14;
export const LABELS_NARROW = 7;
const ROW = 26;
const TOP = 84;
export const heightOfConfusion = (labels: number): number => TOP + labels * ROW + 16;
export const mostLabels = (width: number): number => (width < 560 ? LABELS_NARROW : LABELS_WIDE);

/** A colour of the palette, `#rrggbb`, that lets its ground through: figures on it stay as dark as on the ground. */
const veiled = (color: string, share: number): string =>
  color +
  Math.round(share * 255)
    .toString(16)
    .padStart(2, '0');

const cut = (name: string, most: number): string => (name.length > most ? `${name.slice(0, most - 1)}…` : name);

export const drawConfusion =
  (pairs: readonly Pair[], labels: readonly string[], nameOf: (label: string) => string): Draw =>
  ({ width, colors: c }): EChartsOption => {
    const names = labels.map((label) => cut(nameOf(label), width < 560 ? 6 : 8));
    const cells = pairs.flatMap(({ there, proposed, count }) => {
      const [y, x] = [labels.indexOf(there), labels.indexOf(proposed)];
      return x < 0 || y < 0 ? [] : [{ value: [x, y, count], wrong: x !== y }];
    });
    const worst = Math.max(1, ...cells.filter(({ wrong }) => wrong).map(({ value }) => value[2]!));
    const category = { type: 'category' as const, data: names, axisTick: { show: false } };
    return {
      ...common(c),
      grid: { left: width < 560 ? 84 : 108, right: 10, top: TOP, bottom: 16 },
      xAxis: {
        ...{ ...category, position: 'top' },
        axisLine: { show: false },
        axisLabel: { color: c.quiet, rotate: 50, interval: 0 },
      },
      yAxis: {
        ...{ ...category, inverse: true },
        axisLine: { show: false },
        axisLabel: { color: c.quiet, interval: 0 },
      },
      series: [
        {
          type: 'heatmap',
          data: cells.map(({ value, wrong }) => ({
            value,
            itemStyle: {
              color: wrong ? veiled(c.accent, 0.16 + 0.4 * (value[2]! / worst)) : c.raised,
              borderColor: c.sheet,
              borderWidth: 2,
              borderRadius: 4,
            },
            label: { color: wrong ? c.ink : c.faint, fontWeight: wrong ? 600 : 400 },
          })),
          label: { show: true, formatter: ({ value }) => String((value as number[])[2]) },
          tooltip: {
            formatter: (one) => {
              const [x, y, n] = (one as { value: number[] }).value as [number, number, number];
              return `${nameOf(labels[y]!)} → ${nameOf(labels[x]!)}<br><b>${n}</b>`;
            },
          },
        },
      ],
      visualMap: { show: false, min: 0, max: worst, dimension: 3 },
    };
  };
