/** Words of following a matter by its code. */
import type { Said } from '#platform/problem.ts';

export const followWords = {
  title: { zh: '查询我反映的事', en: 'Follow what you reported' },
  lead: {
    zh: '输入提交后拿到的查询码，和您自己定的 4 位数字。',
    en: 'Type the code you were given, and the four digits that you chose.',
  },
  code: { zh: '查询码', en: 'Code' },
  codeHint: {
    zh: '14 个字母和数字，大小写、空格、横线都不影响',
    en: '14 letters and digits; case, spaces and dashes do not matter',
  },
  digits: { zh: '4 位数字', en: 'Four digits' },
  open: { zh: '查询', en: 'Show it' },
  lost: {
    zh: '查询码丢了就不能在网上查询。可以拨打 12345，说明时间和事情。',
    en: 'Without the code nothing can be shown here. Call 12345 and say when and what you reported.',
  },
  mine: { zh: '我反映的事', en: 'What I reported' },
  number: { zh: '编号', en: 'Number' },
  received: { zh: '收到', en: 'Received' },
  kind: { zh: '类型', en: 'Kind' },
  unit: { zh: '承办单位', en: 'Handled by' },
  unitHidden: { zh: '有关单位（举报事项不公布）', en: 'a unit (not told for reports of wrongdoing)' },
  now: { zh: '现在', en: 'Now' },
  steps: { zh: '经过', en: 'What happened so far' },
  myWords: { zh: '您当时写的', en: 'What you wrote' },
  answers: { zh: '给您的答复', en: 'The answer to you' },
  questions: { zh: '需要您补充', en: 'A question to you' },
  asked: { zh: '{when} 提问', en: 'Asked {when}' },
  replied: { zh: '您 {when} 回答', en: 'You replied {when}' },
  reply: { zh: '您的回答', en: 'Your reply' },
  sendReply: { zh: '回答', en: 'Send the reply' },
  rate: { zh: '请您评价', en: 'How did it go?' },
  rateAgain: { zh: '有变化？重新评价', en: 'Has it changed? Say so again' },
  solved: { zh: '问题解决了吗', en: 'Is it solved?' },
  satisfied: { zh: '您满意吗', en: 'Are you content?' },
  more: { zh: '想说的话', en: 'Anything you want to say' },
  sendRating: { zh: '提交评价', en: 'Send' },
  rated: { zh: '您 {when} 的评价', en: 'What you said {when}' },
  wish: { zh: '申请重办', en: 'Ask that it be taken up again' },
  wishHow: {
    zh: '没有解决，或者又出现了，写明原因，受理人员会看，并在这里答复。',
    en: 'If it is not solved, or is back: say why. Somebody reads it and replies here.',
  },
  wishReason: { zh: '为什么要重办', en: 'Why' },
  sendWish: { zh: '提交申请', en: 'Send' },
  wishWaits: {
    zh: '您 {when} 申请重办，正在等待处理。',
    en: 'You asked {when} that it be taken up again; it is being looked at.',
  },
  wishGranted: { zh: '{when} 同意重办。', en: 'Taken up again {when}.' },
  wishDeclined: { zh: '{when} 答复不予重办：', en: 'Declined {when}:' },
  doneReply: { zh: '已收到您的回答', en: 'Your reply has been received' },
  doneRating: { zh: '已收到您的评价，谢谢', en: 'Thank you: what you said has been received' },
  doneWish: { zh: '已收到您的申请', en: 'Your wish has been received' },
  erased: {
    zh: '这件事的个人内容（您写的话、照片、联系方式、答复）已经按申请或者保存期限删除，只留下编号和日期。',
    en: 'What this matter held of persons (your words, photos, how to reach you, answers) has been erased, on request or after its time. Number and dates remain.',
  },
  leave: { zh: '离开（公用电脑请点这里）', en: 'Leave (on a shared computer press here)' },
  parts: { zh: '您的这一件里有几件事，分开办理：', en: 'Your report held several matters, which are handled apart:' },
  photosHint: { zh: '可以附照片', en: 'Photos if they help' },
} as const satisfies Record<string, Said>;

export const solvedWords = {
  yes: { zh: '解决了', en: 'Yes, it is solved' },
  partly: { zh: '解决了一部分', en: 'Partly' },
  no: { zh: '没有解决', en: 'No' },
} as const satisfies Record<string, Said>;

export const satisfiedWords: Record<string, Said> = {
  5: { zh: '很满意', en: 'Very content' },
  4: { zh: '满意', en: 'Content' },
  3: { zh: '一般', en: 'Neither' },
  2: { zh: '不满意', en: 'Not content' },
  1: { zh: '很不满意', en: 'Not at all content' },
};
