/** Words of the small parts: turns, limits, masked fields. */
import type { Words } from '#web/words/words.ts';

export const showWords = {
  turn: { zh: '轮到', en: 'Turn of' },
  you: { zh: '您', en: 'you' },
  andMore: { zh: '等，另 {count} 个', en: 'and {count} more' },
  by: { zh: '{when} 前', en: 'by {when}' },
  paused: { zh: '已暂停，恢复后还剩 {left}', en: 'paused, {left} left once it goes on' },
  pausedLate: { zh: '已暂停，暂停前已超期 {left}', en: 'paused, {left} late by then' },
  pausedSince: { zh: '{when} 起暂停，恢复后期限顺延', en: 'paused since {when}; the deadline moves once it goes on' },
  provisional: { zh: '暂定', en: 'provisional' },
  provisionalWhy: {
    zh: '该年的工作日历还没有导入，先按周末和法定节假日推算，导入后自动更正',
    en: 'The working calendar of that year is not imported yet: reckoned by weekends and statutory holidays, corrected on import',
  },
  reveal: { zh: '查看完整的{what}', en: 'Show the whole {what}' },
  revealWhy: { zh: '查看会记入台账：谁、何时、为什么', en: 'This is recorded: who, when and why' },
  revealOk: { zh: '记录并查看', en: 'Record and show' },
  purpose: { zh: '用途', en: 'Purpose' },
  reason: { zh: '具体说明', en: 'Reason' },
  reasonHint: {
    zh: '例如：工单 2026… 回访，需核对号码',
    en: 'For example: calling back about ticket 2026…, checking the number',
  },
  needed: { zh: '必填', en: 'Required' },
  hidesIn: { zh: '{seconds} 秒后自动遮住', en: 'Hidden again in {seconds} s' },
  hide: { zh: '遮住', en: 'Hide' },
  cancel: { zh: '取消', en: 'Cancel' },
} as const satisfies Words;
