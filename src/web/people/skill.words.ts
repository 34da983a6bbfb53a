/** Words of what persons are able to. */
import type { Words } from '#web/words/words.ts';

export const skillWords = {
  skills: { zh: '技能', en: 'Skills' },
  set: { zh: '登记技能', en: 'Set skills' },
  save: { zh: '保存', en: 'Save' },
  how: {
    zh: '派任务时按需要的技能推荐人选；词表全市共用',
    en: 'Who is proposed for a task depends on the skills it needs; the city keeps one list',
  },
  none: { zh: '没有登记', en: 'None set' },
  noneAdd: { zh: '词表里没有，可以加进词表', en: 'Not in the list; it can be added' },
  noneKnown: { zh: '词表里没有，请系统管理员增加', en: 'Not in the list; the system administrator can add it' },
  add: { zh: '把“{name}”加进词表', en: 'Add “{name}” to the list' },
  added: { zh: '词表已增加“{name}”', en: '“{name}” is in the list now' },
  list: { zh: '整理词表', en: 'Keep the list' },
  persons: { zh: '{count} 人', en: '{count} {count|person|persons}' },
  retire: { zh: '停用', en: 'Retire' },
  retired: { zh: '已停用，不再用来推荐人选', en: 'Retired; nobody is proposed by it any more' },
  done: {
    zh: '已登记 {name} 的技能，派任务时会用到',
    en: 'The skills of {name} are set, and count when tasks are given',
  },
} as const satisfies Words;
