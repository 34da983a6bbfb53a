/** Words of the repeats beside the desk entry. */
import type { Words } from '#web/words/words.ts';

export const repeatWords = {
  title: { zh: '可能是同一件事', en: 'May be the same matter' },
  count: { zh: '找到 {count} 个可能相同的问题', en: '{count} {count|problem|problems} may be the same matter' },
  into: { zh: '归入', en: 'Gather' },
  intoLong: { zh: '登记时归入 {number}', en: 'Gather into {number} as it is entered' },
  chosen: { zh: '登记时归入', en: 'Gathered as it is entered' },
  see: { zh: '查看', en: 'Look' },
  seeLong: { zh: '在旁边查看 {number}', en: 'Look at {number} beside the entry' },
  holds: { zh: '{count} 条线索', en: '{count} {count|signal|signals}' },
  last: { zh: '最近 {when}', en: 'latest {when}' },
  closed: { zh: '已结案，归入前须先重办', en: 'Closed: to be reopened before anything is gathered into it' },
  settled: { zh: '当场处置的线索不归入', en: 'What is settled on the spot is not gathered' },
  database: {
    zh: '索引正在建立，暂由数据库查找，可能不全',
    en: 'The index is being built; the database answers meanwhile, perhaps not in full',
  },
  gathered: { zh: '已登记，编号 {number}，已归入 {problem}', en: 'Entered as {number} and gathered into {problem}' },
  notGathered: {
    zh: '已登记，编号 {number}；没有归入 {problem}，等待分诊：{why}',
    en: 'Entered as {number}; not gathered into {problem}, it waits to be triaged: {why}',
  },
} as const satisfies Words;
