/** The rates as ECharts draws them: three lines over the months, or a dot with its interval for each line. Pure. */
import type { EChartsOption } from 'echarts';
import { type Figure, type Question, question } from '#triage/rate/rate.ts';
import { fonts, type Palette } from '#web/look/palette.ts';

const percent = (value: number) => `${(value * 100).toFixed(1)}%`;

const common = (colors: Palette): EChartsOption => ({
  animation: false,
  textStyle: { fontFamily: fonts, color: colors.quiet },
  tooltip: {
    trigger: 'axis',
    backgroundColor: colors.sheet,
    borderColor: colors.line,
    textStyle: { color: colors.ink, fontSize: 13 },
  },
});
const shares = (colors: Palette) => ({
  type: 'value' as const,
  min: 0,
  max: 1,
  splitLine: { lineStyle: { color: colors.line } },
  axisLabel: { color: colors.faint, formatter: (value: number) => `${Math.round(value * 100)}%` },
});

type Months = {
  months: readonly string[];
  rates: Record<'response' | 'resolution' | 'satisfaction', readonly (number | null)[]>;
  names: Record<'response' | 'resolution' | 'satisfaction', string>;
  colors: Palette;
};

/** Pixels from 0 to 100 %, and what a line of words needs. */
const TALL = 216;
const WORDS = 15;

/** By how many pixels the words at the ends of the lines move down, so that none lies on another. */
function apart(rates: Months['rates']): Record<Question, number> {
  const ends = question.options
    .map((one) => ({ one, at: TALL * (1 - ([...rates[one]].reverse().find((value) => value !== null) ?? 0)) }))
    .sort((a, b) => a.at - b.at);
  const moved = { response: 0, resolution: 0, satisfaction: 0 };
  let free = Number.NEGATIVE_INFINITY;
  for (const { one, at } of ends) {
    moved[one] = Math.max(at, free) - at;
    free = Math.max(at, free) + WORDS;
  }
  return moved;
}

/** Told apart by dashes as well as by colour. */
export function monthsOption({ months, rates, names, colors }: Months): EChartsOption {
  const looks = {
    response: { color: colors.faint, type: 'dotted' },
    resolution: { color: colors.brand, type: 'solid' },
    satisfaction: { color: colors.accent, type: 'dashed' },
  } as const;
  const moved = apart(rates);
  return {
    ...common(colors),
    grid: { left: 44, right: 92, top: 16, bottom: 28 },
    xAxis: {
      type: 'category',
      data: [...months],
      axisLine: { lineStyle: { color: colors.line } },
      axisTick: { show: false },
      axisLabel: { color: colors.faint, hideOverlap: true },
    },
    yAxis: shares(colors),
    series: question.options.map((one) => ({
      type: 'line' as const,
      name: names[one],
      data: [...rates[one]],
      symbolSize: 6,
      lineStyle: { ...looks[one], width: 2 },
      itemStyle: { color: looks[one].color },
      endLabel: { show: true, formatter: names[one], color: looks[one].color, offset: [0, moved[one]] },
      tooltip: { valueFormatter: (value: unknown) => (typeof value === 'number' ? percent(value) : '—') },
    })),
  };
}

type Lines = { lines: readonly { name: string; figure: Figure }[]; colors: Palette; width: number };

/** The best sure one first; what rests on few is pale and stands last. */
export function intervalsOption({ lines, colors, width }: Lines): EChartsOption {
  const shown = [...lines].reverse();
  const paint = ({ few }: Figure) => ({ color: few ? colors.edge : colors.brand, opacity: few ? 0.22 : 0.3 });
  return {
    ...common(colors),
    grid: { left: width < 500 ? 96 : 160, right: 24, top: 8, bottom: 28 },
    tooltip: {
      ...common(colors).tooltip,
      axisPointer: { type: 'shadow' },
      formatter: (given) => {
        const { name, figure } = shown[(given as { dataIndex: number }[])[0]!.dataIndex]!;
        return `${name}<br>${percent(figure.value)}（${percent(figure.low)}–${percent(figure.high)}）`;
      },
    },
    xAxis: shares(colors),
    yAxis: {
      type: 'category',
      data: shown.map(({ name }) => name),
      axisLine: { lineStyle: { color: colors.line } },
      axisTick: { show: false },
      axisLabel: { color: colors.ink, width: width < 500 ? 88 : 150, overflow: 'truncate' },
    },
    series: [
      {
        type: 'bar',
        stack: 'i',
        silent: true,
        itemStyle: { color: 'transparent' },
        data: shown.map(({ figure }) => figure.low),
      },
      {
        type: 'bar',
        stack: 'i',
        silent: true,
        barWidth: 8,
        data: shown.map(({ figure }) => ({ value: figure.high - figure.low, itemStyle: paint(figure) })),
      },
      {
        type: 'scatter',
        symbolSize: 9,
        data: shown.map(({ figure }) => ({
          value: figure.value,
          itemStyle: { color: figure.few ? colors.faint : colors.brand },
        })),
      },
    ],
  };
}
