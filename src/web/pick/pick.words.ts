/** Words of the pickers. */
import type { Words } from '#web/words/words.ts';

export const pickWords = {
  unit: { zh: '输入单位名称、简称或代码', en: 'Type a unit’s name, short name or code' },
  noUnit: { zh: '没有这样的单位', en: 'No such unit' },
  person: { zh: '输入姓名或工号', en: 'Type a name or staff number' },
  noPerson: { zh: '本单位及下属单位没有这样的人', en: 'Nobody like this in the unit or below it' },
  noAnybody: { zh: '没有这样的人', en: 'Nobody like this' },
  problem: { zh: '输入编号或标题中的字', en: 'Type a number or words of the title' },
  noProblem: { zh: '没有这样的问题', en: 'No such problem' },
  reading: { zh: '正在查找', en: 'Searching' },
  signals: { zh: '搜索线索：编号、文字', en: 'Search signals: number, words' },
  noSignals: { zh: '没有符合的线索，或不在您的查看范围内', en: 'No signal fits, or they are outside what you may see' },
  chosen: { zh: '已选 {count} 条', en: '{count} chosen' },
  moreSignals: { zh: '再看一些', en: 'Show more' },
  chooseSignal: { zh: '选择 {number}', en: 'Choose {number}' },
} as const satisfies Words;
