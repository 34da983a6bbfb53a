/** Words of the search box. */
import type { Words } from '#web/words/words.ts';

export const searchWords = {
  box: { zh: '搜索编号、文字、单位、人员', en: 'Search number, words, unit, person' },
  results: { zh: '找到的', en: 'Found' },
  none: {
    zh: '没有找到“{q}”。换两三个连着的字，或用完整编号',
    en: 'Nothing found for “{q}”. Try other words or the whole number',
  },
  noneHow: { zh: '只找得到您可以查看的', en: 'Only what you may see is found' },
  all: { zh: '在整页看全部', en: 'See all on a page' },
  page: { zh: '搜索', en: 'Search' },
  titled: { zh: '搜索“{q}”', en: 'Search for “{q}”' },
  why: { zh: '{by}相符', en: 'by {by}' },
  first: {
    zh: '每类只列最相符的几条；要看全部，请到该类的列表里按文字筛选',
    en: 'Only the closest of each kind; for all, filter the list of that kind by words',
  },
  phone: { zh: '按回车查找来电号码（会记入台账）', en: 'Press Enter to search callers (this is recorded)' },
  reading: { zh: '正在查找', en: 'Searching' },
  signal: { zh: '线索', en: 'Signal' },
  problem: { zh: '问题', en: 'Problem' },
  task: { zh: '任务', en: 'Task' },
  project: { zh: '项目', en: 'Project' },
  unit: { zh: '单位', en: 'Unit' },
  person: { zh: '人员', en: 'Person' },
  by_number: { zh: '编号', en: 'number' },
  by_words: { zh: '文字', en: 'words' },
  by_unit: { zh: '单位', en: 'unit' },
  by_name: { zh: '姓名', en: 'name' },
  by_phone: { zh: '来电号码', en: 'phone' },
} as const satisfies Words;
