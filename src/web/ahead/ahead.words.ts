/** Words of the page of what was acted on before anybody complained. */
import type { Words } from '#web/words/words.ts';

export const aheadWords = {
  title: { zh: '未诉先办', en: 'Acted on before a complaint' },
  how: {
    zh: '由巡查或者走访发现、立为问题时还没有人来反映过的，按主办单位。后来有人反映的单独数出来。',
    en: 'Found by inspections or visits and made a problem before anybody had complained, by lead unit. Those that somebody complained of later are counted apart.',
  },
  months: { zh: '立问题的月份', en: 'Months in which the problem was made' },
  unit: { zh: '单位', en: 'Unit' },
  all: { zh: '合计', en: 'All' },
  noUnit: { zh: '还没有派单', en: 'Not assigned yet' },
  count: { zh: '未诉先办', en: 'Ahead' },
  closed: { zh: '已结案', en: 'Closed' },
  later: { zh: '后来有人反映', en: 'Complained of later' },
  share: { zh: '占同期问题', en: 'Of all problems' },
  none: { zh: '这几个月没有未诉先办的问题', en: 'Nothing was found ahead in these months' },
  noneHow: {
    zh: '登记巡查、走访发现的线索并立为问题，就会列在这里',
    en: 'What inspections and visits report, made a problem, is listed here',
  },
  list: { zh: '未诉先办的问题', en: 'Acted on before a complaint' },
} as const satisfies Words;
