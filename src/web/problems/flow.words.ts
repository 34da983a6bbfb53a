/** Words of what offices do beside the main line of a problem: returns that bind, urging. */
import type { Words } from '#web/words/words.ts';

export const flowWords = {
  returned: { zh: '已退单 {count} 次', en: 'Sent back {count} {count|time|times}' },
  returnedBy: { zh: '{unit}（{name}，{when}）', en: '{unit} ({name}, {when})' },
  binds: { zh: '终局派单', en: 'Binding' },
  bindsOn: {
    zh: '中心已终局派单，不能再退单。依据：{basis}',
    en: 'The centre has decided, and it cannot be sent back. Basis: {basis}',
  },
  bindingHow: {
    zh: '已退单 {count} 次：这一次是终局派单，接单单位不能再退单，只能书面提出异议',
    en: 'It was sent back {count} times: this assignment binds; the unit cannot send it back, only object in words',
  },
  bindingBasis: { zh: '终局派单的依据', en: 'Basis of the binding assignment' },
  bindingHint: { zh: '“三定”规定、职责清单第几条、会商纪要', en: 'The clause of a duty list, minutes of a meeting' },
  objectHow: {
    zh: '异议记录在案，派单员看得到；问题仍由本单位办理，时限照走',
    en: 'It is recorded and seen by the dispatcher; your unit handles the problem all the same, and its limits run on',
  },
  objectWords: { zh: '为什么不是本单位的事', en: 'Why it is not your duty' },
  objectDone: { zh: '异议已记录', en: 'The objection is recorded' },
  urgeHow: {
    zh: '{who}马上收到消息；同一件事 4 个工作小时内只催一次',
    en: '{who} is told at once; the same is urged once in 4 working hours',
  },
  urgeWords: { zh: '催什么', en: 'What is urged' },
  urgeDone: { zh: '已催办，{who}会收到消息', en: 'Urged; {who} is told' },
  entrustHow: {
    zh: '由下级单位具体办理并反馈给本单位；本单位仍是主办，时限不变',
    en: 'The unit below handles it and reports to you; your unit stays the lead, and the limits run on',
  },
  entrustUnit: { zh: '委派给哪个下级单位', en: 'Which unit below' },
  entrustWords: { zh: '交代', en: 'Note' },
  entrustDone: { zh: '已委派{unit}，办好后反馈本单位', en: 'Entrusted to {unit}, which reports to you' },
  entrustSigned: { zh: '已签收委派，办好后反馈主办单位', en: 'Signed for; report to the lead unit once it is done' },
  reportHow: {
    zh: '反馈给主办单位{who}，由它向中心反馈办结',
    en: 'Goes to the lead unit, {who}, which reports to the centre',
  },
  reportWords: { zh: '怎么办的，结果如何', en: 'What was done, and with what result' },
  reportDone: { zh: '已反馈{who}', en: 'Reported to {who}' },
  takeBackHow: {
    zh: '下级单位不用再办，由本单位自己办或另行委派',
    en: 'Your unit handles it itself, or entrusts another',
  },
  takeBackWords: { zh: '理由', en: 'Reason' },
  takeBackDone: { zh: '已收回委派', en: 'Taken back' },
  retractHow: {
    zh: '撤回“{what}”，像没有办过一样：时限照原来的走。别人办过下一步就不能再撤',
    en: 'Takes back “{what}” as if it had not happened: the limits run on as before. Once somebody has gone on, it stands',
  },
  retractDone: { zh: '已撤回“{what}”', en: 'Taken back: {what}' },
  returnTo: { zh: '退回到…', en: 'Return to…' },
  returnToHow: {
    zh: '退回到经过的一步：当时由谁办，退回后还由谁办，那一步的时限重新起算',
    en: 'To a stop it went through: whoever had it then has it again, and the limits of that stop begin anew',
  },
  returnToWhere: { zh: '退回到哪一步', en: 'To which stop' },
  returnToDone: { zh: '已退回到“{node}”', en: 'Returned to: {node}' },
  urged: { zh: '催办 {count} 次', en: 'Urged {count} {count|time|times}' },
  urgedLast: { zh: '最近一次 {name} {when}', en: 'last by {name}, {when}' },
} as const satisfies Words;
