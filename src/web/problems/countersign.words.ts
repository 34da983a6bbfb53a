/** Words of countersigning and of copies. */
import type { Words } from '#web/words/words.ts';

export const countersignWords = {
  part: { zh: '会签', en: 'Countersigning' },
  off: { zh: '已减签', en: 'No longer asked' },
  over: { zh: '已结束', en: 'Over' },
  said: { zh: '{name} {when}', en: '{name}, {when}' },
  answered: { zh: '主办单位 {name} 答复，{when}', en: 'answered for the lead unit by {name}, {when}' },
  setAside: { zh: '派单员 {name} 裁定，{when}', en: 'decided by the dispatcher {name}, {when}' },
  unit: { zh: '请哪个单位会签', en: 'Which unit' },
  rule: { zh: '怎样算会签完', en: 'How many have to agree' },
  addHow: {
    zh: '会签单位表示同意以前，主办单位不能反馈办结',
    en: 'The lead unit cannot report it handled before they agree',
  },
  addWhy: { zh: '请它看什么', en: 'What it is asked about' },
  added: { zh: '已请{unit}会签', en: '{unit} is asked to countersign' },
  dropWhich: { zh: '减去哪个单位', en: 'Which unit' },
  dropHow: { zh: '它说过的意见仍保留', en: 'What it has said stays' },
  dropped: { zh: '已减去{unit}', en: '{unit} is asked no longer' },
  ruleSet: { zh: '已改为“{rule}”', en: 'Now: {rule}' },
  verdict: { zh: '意见', en: 'Verdict' },
  words: { zh: '具体意见', en: 'In words' },
  agreed: { zh: '已表示同意', en: 'Agreed' },
  objected: { zh: '已表示不同意，轮到主办单位答复', en: 'Objected; the lead unit answers next' },
  which: { zh: '哪个单位的意见', en: 'Whose objection' },
  answerHow: { zh: '答复后请该单位再次会签', en: 'The unit is asked again after it' },
  answerWords: { zh: '怎样采纳，或为什么不采纳', en: 'How it is taken up, or why it is not' },
  answerDone: { zh: '已答复，轮到{unit}再次会签', en: 'Answered; {unit} countersigns again' },
  overruleHow: {
    zh: '不再等该单位同意；它的意见和您的裁定都留在记录里',
    en: 'The problem goes on without it; its objection and your decision stay on record',
  },
  overruleWords: { zh: '裁定的理由', en: 'Why' },
  overruleDone: { zh: '已裁定，不再等{unit}', en: 'Decided; {unit} is not waited for' },
  copyRead: { zh: '已标为已阅', en: 'Marked as read' },
  readBy: { zh: '{name} {when} 已阅', en: 'Read by {name}, {when}' },
} as const satisfies Words;
