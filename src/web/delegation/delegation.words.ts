/** Words of delegation: while somebody is away, another acts in their posts. */
import type { Words } from '#web/words/words.ts';

export const delegationWords = {
  away: { zh: '我要外出', en: 'I shall be away' },
  awayHint: { zh: '请同事在这段时间代办', en: 'Let a colleague act for you' },
  forOther: { zh: '安排代办', en: 'Arrange delegation' },
  forOtherTitle: { zh: '为 {name} 安排代办', en: 'Let somebody act for {name}' },
  how: {
    zh: '对方在这段时间里可以用您的岗位办理，每件事都记明“代您”；到期自动收回，也可以提前结束',
    en: 'In that time they can act in your posts; everything they do is recorded as done for you. It ends by itself and can be ended early',
  },
  howOther: {
    zh: '代办人在这段时间里可以用 {name} 的岗位办理，每件事都记明“代 {name}”；到期自动收回',
    en: 'In that time they can act in the posts of {name}; everything is recorded as done for {name}. It ends by itself',
  },
  title: { zh: '代办', en: 'Delegation' },
  none: {
    zh: '外出或休假时，可以请同事在您的岗位上代办；办的每件事都记明“代您”',
    en: 'While you are away a colleague can act in your posts; whatever they do is recorded as done for you',
  },
  to: { zh: '代办人', en: 'Who acts' },
  days: { zh: '起止日期（含首尾两天）', en: 'From and to, both included' },
  reason: { zh: '原因', en: 'Reason' },
  reasonHint: { zh: '例如：年休假、外出学习', en: 'For example: annual leave, a training' },
  needed: { zh: '必填', en: 'Required' },
  done: { zh: '已请 {name} 代办，{day} 结束时自动收回', en: '{name} acts until the end of {day}' },
  given: { zh: '请 {to} 代办', en: '{to} acts for you' },
  received: { zh: '代 {from} 办理', en: 'You act for {from}' },
  arranged: { zh: '{to} 代 {from} 办理', en: '{to} acts for {from}' },
  between: { zh: '{begins} 至 {ends}', en: '{begins} to {ends}' },
  endedEarly: { zh: '{begins} 起，{ends} 提前结束', en: 'from {begins}, ended early on {ends}' },
  running: { zh: '进行中', en: 'Running' },
  laterOn: { zh: '未开始', en: 'Not begun' },
  over: { zh: '已结束', en: 'Over' },
  showOver: { zh: '已结束的 {count} 项', en: '{count} that are over' },
  end: { zh: '提前结束', en: 'End it early' },
  endHow: {
    zh: '结束后，{to} 不能再以 {from} 的岗位办理',
    en: '{to} will no longer be able to act in the posts of {from}',
  },
  ended: { zh: '{to} 不再代 {from} 办理', en: '{to} no longer acts for {from}' },
} as const satisfies Words;
