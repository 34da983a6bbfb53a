/** Words of what goes to and fro with a reporter who follows by code. */
import type { Words } from '#web/words/words.ts';

export const exchangeWords = {
  follows: { zh: '诉求人', en: 'The reporter' },
  followsHow: {
    zh: '诉求人用查询码在公众页上看进展、答复和提问',
    en: 'The reporter reads progress, answers and questions on the public pages, by a code',
  },
  questions: { zh: '问诉求人的', en: 'Asked of the reporter' },
  asked: { zh: '提问', en: 'Question' },
  replied: { zh: '诉求人回答', en: 'The reporter replied' },
  waits: { zh: '还没有回答', en: 'Not answered yet' },
  wishes: { zh: '诉求人申请重办', en: 'The reporter wishes it reopened' },
  wishOpen: { zh: '等待处理：同意请到问题上重办', en: 'Waiting: to grant it, reopen the problem' },
  wishOpenDisposed: { zh: '等待处理：同意请撤销处置', en: 'Waiting: to grant it, take the disposition back' },
  granted: { zh: '已重办', en: 'Reopened' },
  declined: { zh: '不予重办', en: 'Declined' },
  askHow: {
    zh: '问题出现在公众页上，诉求人下次查询时回答；一次问一件事',
    en: 'It stands on the public page until the reporter answers it; ask one thing at a time',
  },
  askWords: { zh: '要问什么', en: 'What you ask' },
  askHint: { zh: '例如：请问是哪一栋、几点以后', en: 'For example: which building, after what hour' },
  askDone: { zh: '已提问，等诉求人回答', en: 'Asked; the reporter answers next' },
  declineHow: {
    zh: '理由会原样给诉求人看（姓名和电话会遮住）；同意重办请到问题上点“重办”',
    en: 'The reporter reads your reason (names and phones masked). To grant it, reopen the problem instead',
  },
  declineWords: { zh: '为什么不予重办', en: 'Why it is not reopened' },
  declineDone: { zh: '已答复不予重办', en: 'Declined; the reporter can read why' },
  needed: { zh: '必填', en: 'Required' },
} as const satisfies Words;
