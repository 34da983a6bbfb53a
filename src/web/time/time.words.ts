/** Words of extensions and suspensions. */
import type { Words } from '#web/words/words.ts';

export const timeWords = {
  part: { zh: '延期、挂起', en: 'Extensions and suspensions' },
  extendHow: {
    zh: '须在到期前申请，由派出方另一人审批；还可以延 {count} 次，每次最多 {most}',
    en: 'To be asked before the deadline and decided by somebody of those who gave the work; {count} more {count|time|times}, at most {most} each',
  },
  suspendHow: {
    zh: '挂起期间不计时，到日自动解挂；还可以挂起 {days} 天',
    en: 'Meanwhile time does not count; it runs on by itself after that day. {days} more {days|day|days} are possible',
  },
  why: { zh: '事由', en: 'Ground' },
  words: { zh: '具体情况', en: 'In words' },
  budget: { zh: '延长', en: 'How much more' },
  until: { zh: '挂起到（含当日）', en: 'Until, that day included' },
  extensionAsked: {
    zh: '已申请延期 {more}，等审批；批准前原时限不变',
    en: 'Asked for {more} more; the deadline stands until it is granted',
  },
  suspensionAsked: {
    zh: '已申请挂起到 {day}，等审批；批准前照常计时',
    en: 'Asked to suspend until {day}; time runs until it is granted',
  },
  decide: { zh: '决定', en: 'Decision' },
  grant: { zh: '同意', en: 'Grant' },
  refuse: { zh: '不同意', en: 'Refuse' },
  decideWords: { zh: '审批意见', en: 'In words' },
  grantedExtension: { zh: '已同意延期，新的时限见页首', en: 'Granted; the new deadline stands at the top' },
  grantedSuspension: { zh: '已同意挂起，从现在起不计时', en: 'Granted; from now on time does not count' },
  refusedDone: { zh: '没有同意，原时限不变', en: 'Refused; the deadline stands as it was' },
  withdrawHow: { zh: '撤回后时限照旧，可以重新申请', en: 'The limit stays as it is, and can be asked for again' },
  withdrawnDone: { zh: '申请已撤回', en: 'The request is withdrawn' },
  resumeHow: {
    zh: '从现在起重新计时，时限按实际挂起的时间顺延',
    en: 'Time counts again from now on; the deadline moves by what was suspended',
  },
  resumeWords: { zh: '说明（可不填）', en: 'Remark (optional)' },
  resumedDone: { zh: '已解挂，重新计时', en: 'It runs again' },
  needed: { zh: '必填', en: 'Required' },
  more: { zh: '延长 {more}', en: '{more} more' },
  still: { zh: '挂起到 {day}', en: 'Suspended until {day}' },
  askedBy: { zh: '{name} 申请', en: 'asked by {name}' },
  allowedBy: { zh: '{name} 同意', en: 'allowed by {name}' },
  refusedBy: { zh: '{name} 没有同意', en: 'refused by {name}' },
  moved: { zh: '时限由 {was} 改为 {after}', en: 'The deadline moved from {was} to {after}' },
  dueThen: { zh: '原时限 {was}', en: 'The deadline was {was}' },
  endedByDay: { zh: '到日自动解挂', en: 'ended with its day' },
  endedBy: { zh: '{name} 解挂', en: 'ended by {name}' },
} as const satisfies Words;
