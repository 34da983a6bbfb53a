/** Words of the page of reporters still to be answered. */
import type { Words } from '#web/words/words.ts';

export const toAnswerWords = {
  title: { zh: '待答复', en: 'To answer' },
  left: { zh: '还剩', en: 'Left' },
  closed: { zh: '问题结案', en: 'Problem closed' },
  empty: { zh: '现在没有要答复的诉求人', en: 'Nobody waits for an answer now' },
  emptyHow: {
    zh: '问题结案后，每一位需要答复的诉求人都会列在这里，先到期的在前',
    en: 'Once a problem is closed, every reporter who wants a reply is listed here, the most pressing first',
  },
  outcome: { zh: '办得怎样', en: 'What came of it' },
  handled: { zh: '单位办结', en: 'Handled' },
  verified: { zh: '核查', en: 'Verified' },
  closedWords: { zh: '结案', en: 'Closed' },
  noOutcome: { zh: '还没有办理结果', en: 'There is no result yet' },
  answer: { zh: '答复', en: 'Answer' },
  save: { zh: '记录答复，看下一位', en: 'Record the answer, next one' },
  notReached: { zh: '没打通', en: 'Not reached' },
  notReachedHow: { zh: '记一次联系，稍后再打', en: 'Records the attempt; call again later' },
  callBack: { zh: '回访', en: 'Call back' },
  saved: { zh: '已记录答复，还剩的人排在左边', en: 'The answer is recorded; who is left stands at the left' },
  reader: { zh: '诉求人', en: 'Reporter' },
  whole: { zh: '打开线索', en: 'Open the signal' },
} as const satisfies Words;
