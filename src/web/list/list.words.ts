/** Words of every list. */
import type { Words } from '#web/words/words.ts';

export const listWords = {
  list: { zh: '列表', en: 'List' },
  filters: { zh: '筛选', en: 'Filters' },
  moreFilters: { zh: '更多筛选', en: 'More filters' },
  fewerFilters: { zh: '收起', en: 'Fewer' },
  clear: { zh: '清除筛选', en: 'Clear the filters' },
  any: { zh: '不限', en: 'Any' },
  to: { zh: '到', en: 'To' },
  views: { zh: '常用查询', en: 'Saved views' },
  save: { zh: '存为常用', en: 'Save this view' },
  saveName: { zh: '名称', en: 'Name' },
  saved: { zh: '已存为“{name}”，只在这个浏览器里', en: 'Saved as “{name}”, in this browser only' },
  forget: { zh: '删除“{name}”', en: 'Delete “{name}”' },
  needed: { zh: '必填', en: 'Required' },
  columns: { zh: '选择列', en: 'Columns' },
  columnsAgain: { zh: '恢复默认', en: 'As at first' },
  file: { zh: '导出 Excel', en: 'Export to Excel' },
  filed: { zh: '已导出“{name}”，内容与列表所见一致', en: 'Exported “{name}”: exactly what the list shows' },
  chosen: { zh: '已选 {count} 条', en: '{count} chosen' },
  chooseAll: { zh: '选择已读取的全部', en: 'Choose all that are loaded' },
  chooseRow: { zh: '选择这一行', en: 'Choose this row' },
  letGo: { zh: '取消选择', en: 'Let go' },
  total: { zh: '{count} 条', en: '{count} {count|row|rows}' },
  all: { zh: '以上是全部 {count} 条', en: 'These are all {count}' },
  moreComing: { zh: '正在读取更多', en: 'Reading more' },
  reading: { zh: '正在读取', en: 'Reading' },
  slow: {
    zh: '还在读取，数据较多，可以先去别的页面',
    en: 'Still reading, there is a lot of it; you may go elsewhere meanwhile',
  },
  none: { zh: '没有符合条件的', en: 'Nothing fits these filters' },
  noneHow: { zh: '放宽条件，或清除筛选', en: 'Widen them, or clear them' },
  late: { zh: '超期', en: 'Late' },
} as const satisfies Words;

/** For the list of keys. */
export const listKeys = {
  next: { zh: '下一行', en: 'Next row' },
  previous: { zh: '上一行', en: 'Previous row' },
  open: { zh: '在右栏打开', en: 'Open in the pane' },
  page: { zh: '打开整页', en: 'Open the whole page' },
  close: { zh: '关闭右栏', en: 'Close the pane' },
  choose: { zh: '选择或取消这一行', en: 'Choose the row, or let it go' },
} as const satisfies Words;
