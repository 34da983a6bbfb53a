/** Words of the heat map. */
import type { Words } from '#web/words/words.ts';

export const heatWords = {
  title: { zh: '指标热力图', en: 'Heat map' },
  back: { zh: '指标', en: 'Indicators' },
  how: {
    zh: '同名、同计量单位的指标，各单位一行、每月一格；颜色越浓数值越大，斜纹是没有读数。点格子看读数。',
    en: 'Indicators of one name and unit of measure: a row for each unit, a cell for each month. A stronger colour is greater; hatched has no reading. A cell leads to its readings.',
  },
  which: { zh: '指标', en: 'Indicator' },
  kept: { zh: '{name}（{unit}）· {n} 个单位', en: '{name} ({unit}) · {n} {n|unit|units}' },
  span: { zh: '看几个月', en: 'Months' },
  months: { zh: '{n} 个月', en: '{n} months' },
  unit: { zh: '单位', en: 'Unit' },
  month: { zh: '{n}月', en: '{n}' },
  missing: { zh: '没有读数', en: 'no reading' },
  noReadings: { zh: '这几个月没有读数', en: 'No readings in these months' },
  none: { zh: '没有您能看到的指标', en: 'There is no indicator that you may see' },
  noneHow: {
    zh: '几个单位各自定义同名、同计量单位的指标并填报，就会在这里成图。',
    en: 'Where several units define an indicator of the same name and unit of measure and record readings, it is drawn here.',
  },
  across: {
    zh: '另有 {n} 个读数跨月，没有放进格子。',
    en: '{n} {n|reading reaches|readings reach} over the end of a month and {n|stands|stand} in no cell.',
  },
  file: { zh: '导出表格', en: 'Export' },
  exported: { zh: '已导出', en: 'Exported' },
} as const satisfies Words;
