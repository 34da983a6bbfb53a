/** Words that the pages of signals share. */
import type { Words } from '#web/words/words.ts';

export const signalsWords = {
  title: { zh: '线索', en: 'Signals' },
  number: { zh: '编号', en: 'Number' },
  sourceNumber: { zh: '来源编号', en: 'Number at source' },
  words: { zh: '内容', en: 'Words' },
  channel: { zh: '渠道', en: 'Channel' },
  matter: { zh: '类别', en: 'Matter' },
  urgency: { zh: '紧急程度', en: 'Urgency' },
  state: { zh: '状态', en: 'State' },
  received: { zh: '受理时间', en: 'Received' },
  place: { zh: '地点', en: 'Place' },
  category: { zh: '分类', en: 'Category' },
  problem: { zh: '所在问题', en: 'Problem' },
  days: { zh: '受理日期', en: 'Received on' },
  search: { zh: '编号、内容、地点', en: 'Number, words, place' },
  secret: { zh: '保密', en: 'Secret' },
  secretWhy: {
    zh: '诉求人要求保密：协办单位看不到这一条',
    en: 'The reporter asked for secrecy: assisting units do not see it',
  },
  answered: { zh: '已答复', en: 'Answered' },
  repeat: { zh: '同号另有 {count} 件', en: '{count} more from this phone' },
  repeatShort: { zh: '重复来电 {count}', en: 'Calls again {count}' },
  noReply: { zh: '不需要答复', en: 'Wants no reply' },
  empty: { zh: '还没有线索', en: 'No signals yet' },
  emptyHow: {
    zh: '话务员登记、导入工单文件、外部系统推送的线索都会列在这里',
    en: 'Signals entered by call takers, imported from files or pushed by other systems are listed here',
  },
  enter: { zh: '登记线索', en: 'Enter a signal' },
  import: { zh: '导入工单', en: 'Import tickets' },
  file: { zh: '线索.xlsx', en: 'signals.xlsx' },
  make: { zh: '立为一个问题', en: 'Make one problem' },
  makeHow: {
    zh: '所选 {count} 条线索归入这个新问题，每位诉求人都会被计入、都要答复',
    en: 'What is chosen ({count}) goes onto this new problem; every reporter stays counted and is answered',
  },
  made: {
    zh: '已立问题 {number}，含 {count} 条线索，下一步：派单',
    en: 'Problem {number} made of {count} {count|signal|signals}; next: assign it',
  },
  gather: { zh: '归入已有问题', en: 'Gather into a problem' },
  gatherHow: {
    zh: '所选 {count} 条线索归入下面的问题；已在其他问题上的不能归入',
    en: 'What is chosen ({count}) goes onto the problem below; signals on another problem cannot',
  },
  gathered: { zh: '已把 {count} 条线索归入 {name}', en: 'Gathered {count} {count|signal|signals} into {name}' },
  chosenProblem: { zh: '归入哪个问题', en: 'Into which problem' },
  readingProblem: {
    zh: '正在读取这个问题，请稍等再点',
    en: 'This problem is still being read; press again in a moment',
  },
  holds: {
    zh: '现有 {signals} 条线索、{reporters} 位诉求人',
    en: 'Holds {signals} {signals|signal|signals} of {reporters} {reporters|reporter|reporters}',
  },
  titleOf: { zh: '标题', en: 'Title' },
  titleHint: { zh: '一句话说清什么地方、什么事', en: 'Where and what, in one sentence' },
  statement: { zh: '说明', en: 'Statement' },
  class: { zh: '定类', en: 'Class' },
  classLater: { zh: '以后再定', en: 'Later' },
  dispose: { zh: '直接处置', en: 'Dispose' },
  disposeHow: {
    zh: '不立问题，线索到此为止；以后可以撤销处置',
    en: 'No problem is made and the signal ends here; the disposition can be taken back later',
  },
  kind: { zh: '怎样处置', en: 'How' },
  code: { zh: '原因', en: 'Reason code' },
  remark: { zh: '说明', en: 'Remark' },
  disposed: { zh: '{count} 条已处置：{kind}', en: '{count} disposed: {kind}' },
  someLeft: { zh: '{done} 条已处置，{left} 条没有：{why}', en: '{done} disposed, {left} not: {why}' },
  needed: { zh: '必填', en: 'Required' },
  cancel: { zh: '取消', en: 'Cancel' },
} as const satisfies Words;

export const classHints = {
  simple: { zh: '现场能办，两天内办完', en: 'Fixed on the spot, within two days' },
  prominent: { zh: '派给责任单位，督办到底', en: 'Assigned, pressed and followed' },
  common: { zh: '同一原因的一类事', en: 'A class of cases with one cause' },
} as const satisfies Words;
