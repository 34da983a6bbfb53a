/** The maps of common problems as ECharts draws them: themes by townships, and themes by spread and growth. Pure. */
import type { EChartsOption } from 'echarts';
import type { Language } from '#platform/problem.ts';
import type { ThemeItem } from '#triage/theme/theme.api.ts';
import { fonts, type Palette } from '#web/look/palette.ts';
import { ratioOf } from '#web/themes/growth.ts';
import { themeWords } from '#web/themes/theme.words.ts';

export type Area = { id: string; name: string };
export type MapWay = 'matrix' | 'bubbles';
export type MapDrawing = {
  way: MapWay;
  themes: readonly ThemeItem[];
  areas: readonly Area[];
  width: number;
  language: Language;
  colors: Palette;
};

/** So many themes are rows: further down the numbers are small and the page long. */
export const MOST_ROWS = 24;
const ROW = 26;
/** Above the cells: names side by side, or turned where the columns are narrow. */
const HEAD = { flat: 34, turned: 78 };
const NAME_FITS = 34;
const NAMES = 190;
const NAMES_PHONE = 118;
const CELL_FOR_FIGURES = 24;
export const CELL_LEAST = 17;
const BUBBLES = 520;

const columnOf = (drawing: Pick<MapDrawing, 'areas' | 'width'>): number =>
  (widthOf({ way: 'matrix', ...drawing }) - namesWidth(drawing.width) - 16) / Math.max(1, drawing.areas.length);
const headOf = (drawing: Pick<MapDrawing, 'areas' | 'width'>): number =>
  columnOf(drawing) < NAME_FITS ? HEAD.turned : HEAD.flat;

export const heightOf = (drawing: Pick<MapDrawing, 'way' | 'themes' | 'areas' | 'width'>): number =>
  drawing.way === 'matrix' ? headOf(drawing) + Math.min(MOST_ROWS, drawing.themes.length) * ROW + 12 : BUBBLES;

const namesWidth = (width: number) => (width < 640 ? NAMES_PHONE : NAMES);

/** Townships that have most first are no map: they stay in the order of the codes, which is that of the land. */
export function widthOf({ way, areas, width }: Pick<MapDrawing, 'way' | 'areas' | 'width'>): number {
  return way === 'matrix' ? Math.max(width, namesWidth(width) + areas.length * CELL_LEAST + 16) : width;
}

export type Cell = { theme: ThemeItem; area: Area; count: number; row: number; column: number };

export function cellsOf(themes: readonly ThemeItem[], areas: readonly Area[]): Cell[] {
  const columns = new Map(areas.map((area, column) => [area.id, { area, column }]));
  return themes.slice(0, MOST_ROWS).flatMap((theme, row) =>
    theme.figures.areas.flatMap(([id, count]) => {
      const at = columns.get(id);
      return at ? [{ theme, ...at, count, row }] : [];
    }),
  );
}

export const optionOf = (drawing: MapDrawing): EChartsOption =>
  drawing.way === 'matrix' ? matrixOf(drawing) : bubblesOf(drawing);

const short = (name: string) => name.replace(/(街道|镇|乡)$/, '');

function matrixOf(drawing: MapDrawing): EChartsOption {
  const { themes, areas, colors: c } = drawing;
  const left = namesWidth(drawing.width);
  const cells = cellsOf(themes, areas);
  const highest = Math.max(1, ...cells.map(({ count }) => count));
  const wide = columnOf(drawing);
  return {
    animation: false,
    textStyle: { fontFamily: fonts, fontSize: 12, color: c.quiet },
    grid: { left, right: 16, top: headOf(drawing), bottom: 12 },
    tooltip: {
      ...{ trigger: 'item', confine: true, backgroundColor: c.sheet, borderColor: c.line, textStyle: { color: c.ink } },
      formatter: (one) => {
        const cell = cells[(one as { dataIndex: number }).dataIndex]!;
        return `${escaped(cell.theme.name)}<br>${escaped(cell.area.name)} <b>${cell.count}</b>`;
      },
    },
    xAxis: {
      ...{ type: 'category', position: 'top', data: areas.map(({ name }) => short(name)) },
      ...{ axisLine: { show: false }, axisTick: { show: false } },
      axisLabel: { interval: 0, rotate: wide < NAME_FITS ? 60 : 0, color: c.quiet, fontSize: 12 },
    },
    yAxis: {
      ...{ type: 'category', inverse: true, data: themes.slice(0, MOST_ROWS).map(({ name }) => name) },
      ...{ axisLine: { show: false }, axisTick: { show: false }, triggerEvent: true },
      axisLabel: { width: left - 16, overflow: 'truncate', color: c.ink, fontSize: 12 },
    },
    // Steps of the square root: one signal is seen, and the largest drowns nothing.
    visualMap: {
      ...{ show: false, min: 0, max: Math.sqrt(highest), dimension: 3 },
      inRange: { color: [c.brandSoft, c.brand] },
    },
    series: [
      {
        type: 'heatmap',
        data: cells.map(({ row, column, count }) => [column, row, count, Math.sqrt(count)]),
        itemStyle: { borderColor: c.sheet, borderWidth: 1, borderRadius: 2 },
        emphasis: { itemStyle: { borderColor: c.accent, borderWidth: 2 } },
        label: {
          ...{ show: wide >= CELL_FOR_FIGURES, fontSize: 11 },
          formatter: ({ value }) => {
            const [, , count] = value as number[];
            return `{${count! > highest * 0.3 ? 'on' : 'off'}|${count}}`;
          },
          rich: { on: { color: c.sheet, fontSize: 11 }, off: { color: c.ink, fontSize: 11 } },
        },
      },
    ],
  };
}

/** A quarter, half, as many, twice and four times as many, as powers of two. */
const STEPS = [-2, -1, 0, 1, 2];

/** Themes whose growth cannot be told stand at “as many”: they are named as such in the table. */
function bubblesOf({ themes, width, language, colors: c }: MapDrawing): EChartsOption {
  const highest = Math.max(1, ...themes.map(({ figures }) => figures.signals));
  const widest = Math.max(4, ...themes.map(({ figures }) => figures.townships));
  const top = 5 * Math.ceil((widest * 1.06) / 5);
  const most = width < 640 ? 28 : 46;
  const points = themes.map((theme) => ({
    name: theme.name,
    value: [Math.log2(ratioOf(theme.figures) ?? 1), theme.figures.townships, theme.figures.signals],
    symbolSize: 8 + (most - 8) * Math.sqrt(theme.figures.signals / highest),
    itemStyle: {
      color: theme.state === 'campaign' ? c.check : theme.state === 'confirmed' ? c.brand : c.edge,
      opacity: 0.72,
      borderColor: c.sheet,
    },
  }));
  const words = { '-2': '¼', '-1': '½', '0': '1', '1': '2×', '2': '4×' } as Record<string, string>;
  return {
    animation: false,
    textStyle: { fontFamily: fonts, fontSize: 12, color: c.quiet },
    grid: { left: 44, right: 24, top: 34, bottom: 44 },
    tooltip: {
      ...{ trigger: 'item', confine: true, backgroundColor: c.sheet, borderColor: c.line, textStyle: { color: c.ink } },
      formatter: (one) => {
        const theme = themes[(one as { dataIndex: number }).dataIndex]!;
        const { signals, townships, recent, before } = theme.figures;
        const say = (key: 'signals' | 'townships' | 'recent') => themeWords[key][language];
        const lately = `${say('recent')} <b>${recent}</b> / ${before ?? '—'}`;
        return `${escaped(theme.name)}<br>${say('signals')} <b>${signals}</b> · ${say('townships')} <b>${townships}</b><br>${lately}`;
      },
    },
    xAxis: {
      ...{ type: 'value', min: -2.3, max: 2.3, name: themeWords.growthAxis[language] },
      ...{ nameLocation: 'middle', nameGap: 28, nameTextStyle: { color: c.quiet } },
      ...{ axisLine: { show: false }, axisTick: { show: false }, splitLine: { show: false } },
      axisLabel: { color: c.quiet, customValues: STEPS, formatter: (at: number) => words[String(at)] ?? '' },
    },
    yAxis: {
      ...{
        type: 'value',
        min: 0,
        max: top,
        minInterval: 1,
        name: themeWords.townshipAxis[language],
      },
      nameTextStyle: { color: c.quiet, align: 'left', padding: [0, 0, 0, -36] },
      ...{ axisLine: { show: false, onZero: false }, axisTick: { show: false } },
      splitLine: { lineStyle: { color: c.line } },
      axisLabel: { color: c.faint },
    },
    series: [
      {
        type: 'scatter',
        data: points,
        label: { show: true, position: 'top', distance: 3, color: c.ink, fontSize: 12, formatter: '{b}' },
        labelLayout: { hideOverlap: true, moveOverlap: 'shiftY' },
        emphasis: { itemStyle: { opacity: 1, borderColor: c.accent, borderWidth: 2 }, focus: 'none' },
        markLine: {
          ...{ silent: true, symbol: 'none', label: { show: false } },
          data: STEPS.map((xAxis) => ({
            xAxis,
            lineStyle: { color: xAxis === 0 ? c.edge : c.line, type: xAxis === 0 ? 'dashed' : 'solid' },
          })),
        },
        markArea: {
          silent: true,
          itemStyle: { color: c.accentSoft, opacity: 0.45 },
          label: {
            position: 'insideTopRight',
            color: c.accent,
            fontWeight: 600,
            formatter: themeWords.widening[language],
          },
          data: [[{ coord: [0.5, widest / 2] }, { coord: [2.3, top] }]],
        },
      },
    ],
  };
}

const escaped = (text: string) => text.replace(/[&<>]/g, (one) => `&#${one.charCodeAt(0)};`);
