/** The moves of an indicator as sentences. */
import type { Sentences } from '#web/thing/history.tsx';

const reading = (zh: string, en: string) => ({
  zh: `${zh} {from} 至 {to} 的读数 {value}`,
  en: `${en} the reading of {from} to {to}: {value}`,
});

export const indicatorSentences: Sentences = {
  'indicator.define': { zh: '定义指标', en: 'defined it' },
  'indicator.redefine': { zh: '自 {from} 起调整口径', en: 'defined it anew from {from} on' },
  'indicator.retire': { zh: '停用', en: 'retired it' },
  'indicator.count': (move) =>
    move.data.added === 0 && move.data.changed === 0
      ? { zh: '统计一遍，没有变化', en: 'counted; nothing had changed' }
      : { zh: '统计：新增 {added} 个月，{changed} 个月的数有变', en: 'counted: {added} new months, {changed} changed' },
  'reading.record': reading('录入', 'recorded'),
  'reading.import': reading('导入', 'imported'),
  'reading.withdraw': reading('撤回', 'withdrew'),
};
