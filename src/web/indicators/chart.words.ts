/** Words of the chart of an indicator and its table. */
import type { Words } from '#web/words/words.ts';

export const chartWords = {
  chart: { zh: '图', en: 'Chart' },
  table: { zh: '表', en: 'Table' },
  asWhat: { zh: '看图还是看表', en: 'Chart or table' },
  baseline: { zh: '基线', en: 'Baseline' },
  target: { zh: '目标', en: 'Target' },
  period: { zh: '期间', en: 'Period' },
  value: { zh: '读数', en: 'Reading' },
  exposure: { zh: '当月全部线索', en: 'All signals of the month' },
  control: { zh: '同类、不在本问题', en: 'Same kind, not on it' },
  none: { zh: '还没有读数', en: 'There is no reading yet' },
  noneHow: { zh: '有了第一期读数，这里就有图', en: 'The chart begins with the first reading' },
  drawing: { zh: '正在画图', en: 'Drawing the chart' },
} as const satisfies Words;
