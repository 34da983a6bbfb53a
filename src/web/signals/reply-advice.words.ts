/** Words of the advice below a reply that is being written. */
import type { Words } from '#web/words/words.ts';

export const replyAdviceWords = {
  missing: { zh: '还没写：{what}', en: 'Not said yet: {what}' },
  found: { zh: '查明了什么', en: 'what was found' },
  done: { zh: '做了什么', en: 'what was done' },
  whom: { zh: '联系谁', en: 'whom to call' },
  when: { zh: '“{promise}”到什么时候', en: 'by when “{promise}”' },
  point: { zh: '没有说到：“{asked}”', en: 'Not taken up: “{asked}”' },
  late: { zh: '已过期限 {days} 天，可以先说明原因', en: '{days} {days|day|days} after the limit: say why first' },
  advice: { zh: '答复提示（只是提醒，不影响提交）', en: 'Advice on the reply (it may be sent as it is)' },
} as const satisfies Words;
