/** Words that stand on every public page. */
import type { Said } from '#platform/problem.ts';

export const pageWords = {
  name: { zh: '{city}群众诉求', en: 'Report to {city}' },
  training: {
    zh: '这是培训用的页面，不是真的：写在这里的没有人办理，每晚清空。',
    en: 'This page is for training: nobody deals with what is written here, and it is cleared every night.',
  },
  skip: { zh: '跳到正文', en: 'Skip to the content' },
  elder: { zh: '长辈版', en: 'Large text' },
  plain: { zh: '标准版', en: 'Usual text' },
  other: { zh: 'English', en: '中文' },
  settings: { zh: '显示', en: 'Display' },
  aloud: { zh: '朗读', en: 'Read aloud' },
  quiet: { zh: '停止朗读', en: 'Stop reading' },
  emergency: {
    zh: '有人身危险或正在发生的紧急情况，请先打电话：报警 110，火警 119，急救 120。',
    en: 'Where somebody is in danger, call first: police 110, fire 119, ambulance 120.',
  },
  hotline: { zh: '不方便上网，可以拨打 12345。', en: 'You can also call 12345.' },
  start: { zh: '返回首页', en: 'Back to the start' },
  errors: { zh: '有 {count} 处需要修改', en: 'To be corrected: {count}' },
  wrong: { zh: '请修改：', en: 'Correct this: ' },
  wrongTitle: { zh: '有错误 · {title}', en: 'Error · {title}' },
  optional: { zh: '（可不填）', en: ' (optional)' },
} as const satisfies Record<string, Said>;
