/** The chart of an indicator as ECharts draws it: bars or a line by their days, baseline and target, marks; and what stands beside. Pure. */
import type { CustomSeriesOption, EChartsOption, LineSeriesOption, MarkLineComponentOption } from 'echarts';
import { addDays, type Day } from '#clock/day.ts';
import type { Period } from '#indicator/reading.ts';
import type { Language } from '#platform/problem.ts';
import { figure, levelFigure } from '#web/indicators/figures.ts';
import { fonts, type Palette } from '#web/look/palette.ts';

export type ChartPoint = Period & { value: number; exposure?: number | null; control?: number | null };
/** A day on which something was decided, with the words that stand at its line. */
export type ChartMark = { day: Day; words: string };

export type Drawing = {
  points: readonly ChartPoint[];
  /** Counts stand as bars on zero, measures as a line. */
  bars: boolean;
  digits: number;
  baseline?: { value: number; words: string } | undefined;
  target?: { value: number; words: string } | undefined;
  marks: readonly ChartMark[];
  /** What stands beside, each with its words: a small chart of its own, on zero, for its scale is another. */
  beside: readonly { key: 'exposure' | 'control'; words: string }[];
  width: number;
  language: Language;
  colors: Palette;
};

export const MAIN = 220;
const BESIDE = 58;
const TOP = 40;
const FOOT = 28;
const LEFT = 46;
const RIGHT = 18;
/** Pixels of a letter at 12: a Chinese character is as wide as it is high. */
const LETTER = { wide: 12.5, narrow: 7 };
const MONTH_MS = 31 * 86_400_000;
/** Three bars over the whole width would be walls. */
const BAR_MAX = 72;
/** More figures than this over the bars run into each other: pixels that one needs. */
const FIGURE_WIDTH = 34;

export const heightOf = ({ beside }: Pick<Drawing, 'beside'>): number => TOP + MAIN + beside.length * BESIDE + FOOT;

/** A day as a place on the axis: its midnight, told in UTC so that no clock of a machine moves it. */
export const placeOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
const startOf = ({ from }: Period) => placeOf(from);
const endOf = ({ to }: Period) => placeOf(addDays(to, 1));
const middleOf = (period: Period) => (startOf(period) + endOf(period)) / 2;

/** From the first day to the last, marks included. */
export function spanOf(points: readonly Period[], marks: readonly ChartMark[]): { min: number; max: number } {
  const places = [...points.flatMap((one) => [startOf(one), endOf(one)]), ...marks.map(({ day }) => placeOf(day))];
  const [min, max] = [Math.min(...places), Math.max(...places)];
  // A single point in time would have no width.
  return max - min > 86_400_000 ? { min, max } : { min: min - 15 * 86_400_000, max: max + 15 * 86_400_000 };
}

/** Bars begin at zero; a line shows where it moves, with some room, and never less than zero where nothing is. */
export function rangeOf(drawing: Pick<Drawing, 'points' | 'bars' | 'baseline' | 'target'>): {
  min: number;
  max: number;
} {
  const { points, bars, baseline, target } = drawing;
  const values = [
    ...points.map(({ value }) => value),
    ...[baseline, target].flatMap((one) => (one ? [one.value] : [])),
  ];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (bars) return { min: Math.min(0, low), max: Math.max(high, 1) * 1.08 };
  const room = (high - low || Math.abs(high) || 1) * 0.18;
  return { min: low >= 0 ? Math.max(0, low - room) : low - room, max: high + room };
}

const widthOf = (words: string): number =>
  [...words].reduce((sum, one) => sum + (one > '\u2e80' ? LETTER.wide : LETTER.narrow), 0);

const labelOf = ({ value, words }: { value: number; words: string }, digits: number) =>
  `${words} ${levelFigure(value, digits)}`;

/** What baseline and target say stands beside the plot, where no figure stands. */
function rightOf({ baseline, target, digits }: Drawing): number {
  const labels = [baseline, target].flatMap((line) => (line ? [widthOf(labelOf(line, digits)) + 12] : []));
  return Math.max(RIGHT, ...labels);
}

export function optionOf(drawing: Drawing): EChartsOption {
  const { points, marks, colors: c, beside, width } = drawing;
  const right = rightOf(drawing);
  const span = spanOf(points, marks);
  const grids = [
    { top: TOP, height: MAIN },
    ...beside.map((_, i) => ({ top: TOP + MAIN + 26 + i * BESIDE, height: 26 })),
  ];
  const ends = [
    rangeOf(drawing),
    ...beside.map(({ key }) => ({ min: 0, max: Math.max(1, ...points.map((one) => one[key] ?? 0)) })),
  ];
  const last = grids.length - 1;
  return {
    animation: false,
    useUTC: true,
    textStyle: { fontFamily: fonts, fontSize: 12, color: c.quiet },
    grid: grids.map((grid) => ({ left: LEFT, right, containLabel: false, ...grid })),
    tooltip: {
      trigger: 'item',
      confine: true,
      backgroundColor: c.sheet,
      borderColor: c.line,
      textStyle: { color: c.ink },
    },
    xAxis: grids.map((_, gridIndex) => ({
      ...{ type: 'time', gridIndex, ...span, splitLine: { show: false } },
      axisLine: { show: gridIndex === 0, onZero: false, lineStyle: { color: c.edge } },
      axisTick: { show: false },
      axisLabel: {
        ...{ show: gridIndex === last, color: c.quiet, hideOverlap: true, align: 'left', showMaxLabel: false },
        formatter: axisWords[drawing.language],
      },
      // Rather the months by their names than days between them.
      splitNumber: Math.max(2, Math.min(Math.floor(width / 90), Math.ceil((span.max - span.min) / MONTH_MS))),
    })),
    yAxis: grids.map((_, gridIndex) => ({
      ...{ type: 'value', gridIndex, ...ends[gridIndex], splitNumber: 4, axisLine: { show: false } },
      splitLine: { show: gridIndex === 0, lineStyle: { color: c.line } },
      axisLabel: {
        ...{ show: gridIndex === 0, color: c.faint, showMinLabel: drawing.bars, showMaxLabel: false },
        formatter: (value: number) => figure(value, gridIndex === 0 ? placesOf(ends[0]!, drawing.digits) : 0),
      },
    })),
    series: [
      drawing.bars ? barsOf(drawing) : lineOf(drawing),
      ...beside.map((one, i) => besideLine(drawing, one, i + 1)),
    ],
  };
}

/** Figures at the axis need no more places than tell them apart. */
const placesOf = ({ min, max }: { min: number; max: number }, digits: number): number =>
  Math.min(digits, max - min >= 8 ? 0 : max - min >= 0.8 ? 1 : digits);

const axisWords = {
  zh: {
    year: '{yyyy}年',
    month: '{M}月',
    day: '{M}月{d}日',
    hour: '',
    minute: '',
    second: '',
    millisecond: '',
    none: '',
  },
  en: { year: '{yyyy}', month: '{MMM}', day: '{d} {MMM}', hour: '', minute: '', second: '', millisecond: '', none: '' },
} as const;

/** Every figure where there is room for it; else the last one alone, which the sentence above speaks of. */
function isLabelled(drawing: Drawing, index: number): boolean {
  const { points, width } = drawing;
  return (width - LEFT - rightOf(drawing)) / points.length >= FIGURE_WIDTH || index === points.length - 1;
}

/** A bar is as wide as its period: a quarter beside months is seen as one. */
function barsOf(drawing: Drawing): CustomSeriesOption {
  const { points, colors: c, digits } = drawing;
  return {
    ...{ type: 'custom', encode: { x: [0, 1], y: 2 }, markLine: linesOf(drawing) },
    data: points.map((one) => [startOf(one), endOf(one), one.value]),
    tooltip: { formatter: ({ dataIndex }) => hint(drawing, dataIndex) },
    renderItem: ({ dataIndex }, api) => {
      const from = api.coord([api.value(0), api.value(2)]) as [number, number];
      const foot = api.coord([api.value(1), 0]) as [number, number];
      const wide = foot[0] - from[0];
      const gap = Math.max(Math.min(6, wide * 0.16), (wide - BAR_MAX) / 2);
      const lastOne = dataIndex === points.length - 1;
      return {
        type: 'rect',
        shape: {
          ...{ x: from[0] + gap, width: Math.max(1, wide - 2 * gap) },
          ...{ y: Math.min(from[1], foot[1]), height: Math.max(1, Math.abs(foot[1] - from[1])), r: [2, 2, 0, 0] },
        },
        style: { fill: lastOne ? c.solid : c.edge },
        ...(isLabelled(drawing, dataIndex) && {
          textContent: {
            type: 'text' as const,
            style: { text: figure(api.value(2) as number, digits), fill: c.ink, fontSize: 12, fontFamily: fonts },
          },
          textConfig: { position: 'top' as const, distance: 3 },
        }),
      };
    },
  };
}

function lineOf(drawing: Drawing): LineSeriesOption {
  const { points, colors: c, digits } = drawing;
  return {
    ...{ type: 'line', symbol: 'circle', symbolSize: 7, showSymbol: true, markLine: linesOf(drawing) },
    data: points.map((one) => [middleOf(one), one.value]),
    lineStyle: { color: c.brand, width: 2 },
    itemStyle: { color: c.brand },
    label: {
      ...{ show: true, position: 'top', color: c.ink, fontSize: 12 },
      formatter: ({ dataIndex, value }) =>
        isLabelled(drawing, dataIndex) ? figure((value as number[])[1]!, digits) : '',
    },
    tooltip: { formatter: (one) => hint(drawing, (one as { dataIndex: number }).dataIndex) },
  };
}

/** Baseline and target say beside the plot what they are, apart from each other where the lines are close; marks from above. */
function linesOf(drawing: Drawing): MarkLineComponentOption {
  const { baseline, target, marks, colors: c, digits, width, points } = drawing;
  const { min, max } = rangeOf(drawing);
  const apart = baseline && target ? ((target.value - baseline.value) / (max - min)) * MAIN : Number.POSITIVE_INFINITY;
  const aside = (above: boolean) => (Math.abs(apart) >= 15 ? 'middle' : above ? 'bottom' : 'top');
  const level = (line: Drawing['target'], look: { color: string; type: 'solid' | 'dashed' }, above: boolean) =>
    line
      ? [
          {
            yAxis: line.value,
            lineStyle: { ...look, width: 1.5 },
            label: {
              ...{ formatter: labelOf(line, digits), color: look.color, fontWeight: 600 as const },
              ...{ position: 'end' as const, distance: 6, verticalAlign: aside(above) as 'middle' },
            },
          },
        ]
      : [];
  const span = spanOf(points, marks);
  const plot = width - LEFT - rightOf(drawing);
  const scale = plot / (span.max - span.min);
  let taken = Number.NEGATIVE_INFINITY;
  let high = false;
  const verticals = [...marks]
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .map(({ day, words }) => {
      const at = (placeOf(day) - span.min) * scale;
      const wide = widthOf(words) + 4;
      const begins = Math.min(Math.max(at - wide / 2, 0), plot + RIGHT - wide);
      const near = begins === 0 ? 'left' : begins < at - wide / 2 ? 'right' : 'center';
      // Two that stand close are written at two heights.
      high = begins < taken && !high;
      taken = begins + wide;
      return {
        xAxis: placeOf(day),
        lineStyle: { color: c.accent, type: 'solid' as const, width: 1 },
        label: {
          formatter: words,
          color: c.accent,
          position: 'end' as const,
          distance: high ? 20 : 5,
          align: near as 'center',
        },
      };
    });
  return {
    ...{ symbol: 'none', silent: true, animation: false },
    data: [
      ...level(baseline, { color: c.quiet, type: 'dashed' }, apart < 0),
      ...level(target, { color: c.good, type: 'solid' }, apart >= 0),
      ...verticals,
    ],
  };
}

function besideLine(
  { points, colors: c }: Drawing,
  { key, words }: Drawing['beside'][number],
  index: number,
): LineSeriesOption {
  const known = points.filter((one) => one[key] != null);
  const last = known.length - 1;
  return {
    ...{ type: 'line', xAxisIndex: index, yAxisIndex: index, silent: true },
    data: known.map((one) => [middleOf(one), one[key]!]),
    ...{ symbol: 'circle', showSymbol: true, itemStyle: { color: c.edge } },
    symbolSize: (_, { dataIndex }) => (dataIndex === last ? 5 : 0),
    lineStyle: { color: c.edge, width: 1.5 },
    areaStyle: { color: c.raised, opacity: 1 },
    label: {
      ...{ show: true, position: 'top', align: 'right', color: c.quiet, fontSize: 12, offset: [4, 0] },
      formatter: ({ dataIndex }) => (dataIndex === last ? `${words} ${figure(known[last]![key]!, 0)}` : ''),
    },
  };
}

const hint = ({ points, digits }: Drawing, index: number): string => {
  const { from, to, value } = points[index]!;
  return `${from === to ? from : `${from} – ${to}`}<br><b>${figure(value, digits)}</b>`;
};
