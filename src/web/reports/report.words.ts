/** Words of the page of reports. */
export const reportWords = {
  title: { zh: '日报周报', en: 'Reports' },
  how: {
    zh: '每天早上六点半自动生成前一天的日报，周一再生成上周的周报；都是可以改的 Word 草稿，过去任何一天都能补，数字不变。',
    en: 'Made each morning at half past six of the day before, on Mondays of the week too: drafts in Word to be edited. Any day past can be made, with the same figures.',
  },
  kind: { zh: '种类', en: 'Kind' },
  day: { zh: '哪一天', en: 'Day' },
  dayWeekly: { zh: '哪一周（选星期日）', en: 'Week (its Sunday)' },
  make: { zh: '生成草稿', en: 'Make the draft' },
  made: { zh: '已生成{name}，可下载修改', en: '{name} is made and can be downloaded' },
  byProgram: { zh: '自动生成', en: 'Made by the program' },
  download: { zh: '下载 .docx', en: 'Download .docx' },
  downloadLong: { zh: '下载{name} .docx', en: 'Download {name} as .docx' },
  none: { zh: '还没有报告', en: 'No reports yet' },
  noneHow: {
    zh: '选一天生成草稿，或等明天早上。',
    en: 'Choose a day and make its draft, or wait for tomorrow morning.',
  },
  more: { zh: '更早的', en: 'Earlier ones' },
} as const;
