/** The trend as ECharts draws it: bars on zero for people a day, a line for what is usual, a band up to where it would be rare. Pure. */
import type { EChartsOption } from 'echarts';
import type { Day } from '#clock/day.ts';
import type { TrendDay } from '#triage/warning/warning.api.ts';
import { fonts, type Palette } from '#web/look/palette.ts';

export type TrendDrawing = {
  days: readonly TrendDay[];
  colors: Palette;
  names: { people: string; usual: string; rare: string };
  sayDay: (day: Day) => string;
};

export function trendOption({ days, colors, names, sayDay }: TrendDrawing): EChartsOption {
  const axis = { axisLine: { lineStyle: { color: colors.line } }, axisTick: { show: false } };
  const plain = { type: 'line' as const, symbol: 'none', silent: true, step: 'middle' as const };
  return {
    animation: false,
    textStyle: { fontFamily: fonts, color: colors.quiet },
    grid: { left: 40, right: 84, top: 16, bottom: 28 },
    tooltip: {
      trigger: 'axis',
      backgroundColor: colors.sheet,
      borderColor: colors.line,
      textStyle: { color: colors.ink, fontSize: 13 },
      formatter: (given) => {
        const day = days[(given as { dataIndex: number }[])[0]!.dataIndex]!;
        return `${sayDay(day.day)}<br>${names.people} ${day.people}<br>${names.usual} ${day.usual.toFixed(1)}<br>${names.rare} ${day.high}`;
      },
    },
    xAxis: {
      ...axis,
      type: 'category',
      data: days.map(({ day }) => day),
      axisLabel: { color: colors.faint, formatter: (day: string) => sayDay(day), hideOverlap: true },
    },
    yAxis: {
      ...axis,
      type: 'value',
      min: 0,
      minInterval: 1,
      splitLine: { lineStyle: { color: colors.line } },
      axisLabel: { color: colors.faint },
    },
    series: [
      {
        ...plain,
        name: names.rare,
        data: days.map(({ high }) => high),
        lineStyle: { color: colors.accent, width: 1, type: 'dashed' },
        endLabel: { show: true, formatter: names.rare, color: colors.accent },
      },
      {
        type: 'bar',
        name: names.people,
        barCategoryGap: '15%',
        data: days.map(({ people, high }) => ({
          value: people,
          itemStyle: { color: people >= high ? colors.accent : colors.brand },
        })),
      },
      {
        ...plain,
        name: names.usual,
        data: days.map(({ usual }) => Number(usual.toFixed(2))),
        lineStyle: { color: colors.ink, width: 1.5 },
        areaStyle: { color: colors.faint, opacity: 0.12 },
        endLabel: { show: true, formatter: names.usual, color: colors.ink },
      },
    ],
  };
}
