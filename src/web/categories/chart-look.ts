/** What the charts of models have in common: quiet axes, figures in percent, hints in the page's colours. */
import type { XAXisComponentOption, YAXisComponentOption } from 'echarts';
import { fonts, type Palette } from '#web/look/palette.ts';

export const percent = (share: number): string => `${Math.round(share * 100)}%`;

export const common = (c: Palette) => ({
  animation: false as const,
  textStyle: { fontFamily: fonts, fontSize: 12, color: c.quiet },
  tooltip: { confine: true, backgroundColor: c.sheet, borderColor: c.line, textStyle: { color: c.ink } },
});

const shares = (c: Palette) => ({
  ...{ type: 'value' as const, min: 0, max: 1, interval: 0.25, axisTick: { show: false } },
  axisLabel: { color: c.faint, formatter: (value: number) => percent(value) },
});

/** From 0 to 100 % along the foot, with its name below. */
export const shareAcross = (c: Palette, name: string): XAXisComponentOption => ({
  ...{ ...shares(c), name, nameLocation: 'middle', nameGap: 26, nameTextStyle: { color: c.faint } },
  axisLine: { show: true, onZero: false, lineStyle: { color: c.edge } },
  splitLine: { show: false },
});

/** From 0 to 100 % upwards, with its name on top. */
export const shareUp = (c: Palette, name: string): YAXisComponentOption => ({
  ...{ ...shares(c), name, nameLocation: 'end', nameGap: 12 },
  nameTextStyle: { color: c.faint, align: 'left', padding: [0, 0, 0, -36] },
  axisLine: { show: false },
  splitLine: { show: true, lineStyle: { color: c.line } },
});
