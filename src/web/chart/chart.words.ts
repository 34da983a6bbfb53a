/** Words of the frame of every chart. */
export const frameWords = {
  asWhat: { zh: '看图还是看表', en: 'Chart or table' },
  chart: { zh: '图', en: 'Chart' },
  table: { zh: '表', en: 'Table' },
  drawing: { zh: '正在画图', en: 'Drawing the chart' },
} as const;
