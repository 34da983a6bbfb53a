/** Words of the public list. */
import type { Said } from '#platform/problem.ts';

export const listWords = {
  title: { zh: '城市正在办和已办好的事', en: 'What the city works on and has settled' },
  working: { zh: '正在办', en: 'Worked on' },
  settled: { zh: '已办好', en: 'Settled' },
  choose: { zh: '看哪一类', en: 'Which ones' },
  none: { zh: '这里还没有公开的事。', en: 'Nothing has been published here yet.' },
  unit: { zh: '承办单位', en: 'Handled by' },
  noUnit: { zh: '正在确定', en: 'being found' },
  state: { zh: '进展', en: 'How far it is' },
  began: { zh: '开始', en: 'Since' },
  settledOn: { zh: '办结', en: 'Settled' },
  published: { zh: '公开', en: 'Published' },
  voices: { zh: '反映件数', en: 'Reports' },
  few: { zh: '不足 5 件', en: 'fewer than 5' },
  many: { zh: '{count} 件', en: '{count}' },
  more: { zh: '下一页', en: 'Next page' },
  newest: { zh: '回到第一页', en: 'First page' },
  all: { zh: '全部公开的事', en: 'All that is published' },
  sameThing: { zh: '遇到同样的事？', en: 'The same where you are?' },
  report: { zh: '反映一件事', en: 'Report something' },
} as const satisfies Record<string, Said>;
