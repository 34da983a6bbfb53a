/** Words of the page of even shares: at most how many times the usual, over how many days. */
import type { Words } from '#web/words/words.ts';

export const shareWords = {
  title: { zh: '派件均衡', en: 'Even shares' },
  how: {
    zh: '派任务时推荐人选：同单位里谁近来得到的任务，加上这一件会超过同事中位数的这么多倍（向上取整，至少 1 件），就排在别人后面。只管推荐的先后，不拦着人派。',
    en: 'Who is proposed for a task: whoever would, with this one, have got more than so many times the median of colleagues of the unit (rounded up, at least 1) stands behind them. It orders proposals and forbids nothing.',
  },
  now: { zh: '现行', en: 'In force' },
  rule: {
    zh: '同事中位数的 {cap} 倍，按近 {days} 个工作日算',
    en: '{cap} times the median, over {days} working {days|day|days}',
  },
  builtIn: { zh: '程序自带，仅供参考', en: 'As the program begins; for reference' },
  past: { zh: '历次设定', en: 'What was set' },
  line: { zh: '{day}起 · {name} 设 · {reason}', en: 'from {day} · set by {name} · {reason}' },
  coming: { zh: '未起用', en: 'To come' },
  replaced: { zh: '已被替代', en: 'Replaced' },
  change: { zh: '改', en: 'Change' },
  changeTitle: { zh: '改均衡上限', en: 'Change the share' },
  changed: {
    zh: '{day}起按同事中位数的 {cap} 倍、近 {days} 个工作日推荐人选',
    en: 'Whom to propose goes by {cap} times the median of {days} working {days|day|days}, from {day} on',
  },
  cap: { zh: '中位数的几倍', en: 'Times the median' },
  days: { zh: '按近几个工作日', en: 'Working days' },
  from: { zh: '起用日期', en: 'From' },
  needed: { zh: '必填', en: 'Required' },
  preview: { zh: '改了会怎样（按今天算）', en: 'What would this change (as of today)' },
  previewTodayTitle: { zh: '今天谁到了上限', en: 'Who has had their share today' },
  previewLine: {
    zh: '近来派过任务的 {units} 个单位、{people} 人：现在 {was} 人次到了上限，改后 {would} 人次',
    en: '{units} {units|unit|units} that gave tasks lately, with {people} {people|person|people}: {was} have had their share now, {would} after the change',
  },
  todayLine: {
    zh: '近来派过任务的 {units} 个单位、{people} 人里，{was} 人次到了上限：再派时排在同事后面',
    en: 'Of {people} {people|person|people} in {units} {units|unit|units} that gave tasks lately, {was} have had their share: colleagues are proposed before them',
  },
  unit: { zh: '单位', en: 'Unit' },
  person: { zh: '人员', en: 'Person' },
  is: { zh: '现在', en: 'Now' },
  would: { zh: '改后', en: 'Then' },
  got: { zh: '{recent} 件，上限 {most} 件', en: '{recent} of at most {most}' },
  full: { zh: '已到上限', en: 'had the share' },
  over: { zh: '超过', en: 'past it' },
  cut: { zh: '只列前 200 行', en: 'The first 200 are listed' },
} as const satisfies Words;
