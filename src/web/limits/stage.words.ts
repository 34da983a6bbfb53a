/** Words of the stages inside a matter: in the form of a rule, and on the page of a problem. */
import type { Words } from '#web/words/words.ts';

export const stageWords = {
  stages: { zh: '分阶段', en: 'Stages' },
  how: {
    zh: '一件事里一段接一段各自计时。派单到办结反馈之间的各段合计不超过上面的时限；挂起时一起停，之前、之后的各段另计。',
    en: 'Counted one after another inside one matter. Those between assignment and report take no more than the limit above in all and stand still with it; what lies before and after is counted besides.',
  },
  add: { zh: '加一个阶段', en: 'Add a stage' },
  name: { zh: '第 {nth} 阶段的名称', en: 'Name of stage {nth}' },
  nameShort: { zh: '名称，如 处置', en: 'Name, such as Handling' },
  starts: { zh: '第 {nth} 阶段从哪一步开始', en: 'What starts stage {nth}' },
  ends: { zh: '第 {nth} 阶段到哪一步结束', en: 'What ends stage {nth}' },
  budget: { zh: '第 {nth} 阶段的时限长度', en: 'How long stage {nth} may take' },
  unit: { zh: '第 {nth} 阶段的单位', en: 'Unit of stage {nth}' },
  from: { zh: '从', en: 'from' },
  to: { zh: '到', en: 'to' },
  remove: { zh: '去掉', en: 'Remove' },
  removeNth: { zh: '去掉第 {nth} 阶段', en: 'Remove stage {nth}' },
  needed: { zh: '必填', en: 'Required' },
  inOrder: { zh: '分阶段：{stages}', en: 'stages: {stages}' },
  part: { zh: '各阶段时限', en: 'Stages' },
  whole: { zh: '办结总时限', en: 'Handling as a whole' },
  span: { zh: '从{starts}到{ends}', en: 'from “{starts}” to “{ends}”' },
  extended: { zh: '已延 {more}', en: '{more} more were granted' },
  due: { zh: '期限 {when}', en: 'by {when}' },
  taken: { zh: '用了 {taken}', en: 'took {taken}' },
  soFar: { zh: '已用 {taken}', en: '{taken} so far' },
  inTime: { zh: '按时完成', en: 'in time' },
  late: { zh: '超期完成', en: 'late' },
  passed: { zh: '没有经过', en: 'passed over' },
  toCome: { zh: '未开始', en: 'to come' },
  previewStage: {
    zh: '阶段“{name}”：走完的 {ended} 件里，会超期 {late} 件',
    en: 'Stage “{name}”: of {ended} that went through it, {late} would have been late',
  },
} as const satisfies Words;
