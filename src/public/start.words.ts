/** Words of the start page. */
import type { Said } from '#platform/problem.ts';

export const startWords = {
  title: { zh: '向城市反映问题', en: 'Report to the city' },
  lead: {
    zh: '看到坏了的、不对的、不便的，都可以在这里告诉城市。不用注册，不用装应用。',
    en: 'What is broken, wrong or in the way: tell the city here, without an account or an app.',
  },
  first: { zh: '紧急情况请先打电话', en: 'In an emergency, call first' },
  report: { zh: '反映一件事', en: 'Report something' },
  reportHow: { zh: '写明发生了什么、在哪里，可以附照片', en: 'Say what happened and where; photos if you like' },
  follow: { zh: '查询我反映的事', en: 'Follow what you reported' },
  followHow: {
    zh: '用查询码和 4 位数字，看办到哪一步、回答提问、评价',
    en: 'With your code and four digits: how far it is, questions to you, how it went',
  },
  list: { zh: '城市正在办和已办好的事', en: 'What the city works on and has settled' },
  listHow: { zh: '公开的问题、承办单位和进展', en: 'Published problems, who has them, how far they are' },
} as const satisfies Record<string, Said>;
