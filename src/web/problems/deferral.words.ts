/** Words of 挂账. */
import type { Words } from '#web/words/words.ts';

export const deferralWords = {
  part: { zh: '挂账', en: 'On the books' },
  onBooks: { zh: '挂账', en: 'On the books' },
  none: { zh: '没有挂账的问题', en: 'Nothing stands on the books' },
  since: { zh: '{since} 挂账 · {review} 复核', en: 'On the books since {since} · reviewed {review}' },
  conditions: { zh: '销账条件：{words}', en: 'Comes off when: {words}' },
  review: { zh: '复核日期 {day}', en: 'Reviewed on {day}' },
  askedBy: { zh: '{name} 申请', en: 'asked by {name}' },
  decidedBy: { zh: '{name} 审批', en: 'decided by {name}' },
  endedBy: { zh: '{name} 结束，{when}', en: 'ended by {name}, {when}' },
  endedSelf: { zh: '工作往下走，{when} 自动结束', en: 'ended {when}, as the work moved on' },
  why: { zh: '为什么现在解决不了', en: 'Why it cannot be solved now' },
  words: { zh: '依据和说明', en: 'What this rests on' },
  asked: { zh: '具备什么条件就销账', en: 'What has to come true for it to come off' },
  reviewOn: { zh: '什么时候复核', en: 'When it is looked at again' },
  askHow: {
    zh: '由派单员审批；挂账期间办结时限和未完成任务的时限都不走，诉求人会得到答复',
    en: 'A dispatcher decides; meanwhile the limits of handling and of open tasks stand still, and the reporters are told',
  },
  askDone: { zh: '已申请挂账，轮到派单员审批', en: 'Asked for; the dispatcher decides' },
  withdrawDone: { zh: '已撤回挂账申请', en: 'Withdrawn' },
  decision: { zh: '审批意见', en: 'Decision' },
  grant: { zh: '同意挂账', en: 'Put it on the books' },
  refuse: { zh: '不同意，继续办理', en: 'No: work goes on' },
  granted: {
    zh: '已挂账，时限停走，诉求人进入待答复',
    en: 'On the books; its limits stand still, the reporters are to be told',
  },
  refused: { zh: '未同意挂账，主办单位继续办理', en: 'Refused; the lead unit goes on' },
  keepWords: { zh: '复核情况', en: 'What the review found' },
  keepDone: { zh: '已续挂，{day} 再复核', en: 'Kept on the books until {day}' },
  strikeHow: { zh: '销账后继续办理，时限接着原来剩下的走', en: 'Work goes on, with as much time left as there was' },
  strikeWords: { zh: '为什么可以销账', en: 'Why it comes off' },
  strikeDone: { zh: '已销账，继续办理', en: 'Off the books; work goes on' },
} as const satisfies Words;
