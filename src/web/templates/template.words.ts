/** Words of the words prepared for answers. */
import type { Words } from '#web/words/words.ts';

export const templateWords = {
  title: { zh: '答复模板', en: 'Prepared answers' },
  knowledge: { zh: '知识库', en: 'Knowledge' },
  how: {
    zh: '答复诉求人时可以套用，套用后再改；改模板不影响已经答复的',
    en: 'Laid into an answer that is being written, and changed there; answers given keep their words',
  },
  add: { zh: '写一个模板', en: 'Write one' },
  edit: { zh: '修改', en: 'Change' },
  name: { zh: '名称', en: 'Name' },
  channel: { zh: '渠道', en: 'Channel' },
  every: { zh: '所有渠道', en: 'Every channel' },
  words: { zh: '模板文字', en: 'Words' },
  wordsHow: {
    zh: '套用时自动填上：{编号} {标题} {日期} {办理单位} {办理结果}',
    en: 'Filled in by the program: {编号} number, {标题} title, {日期} date, {办理单位} unit, {办理结果} result',
  },
  written: { zh: '已保存模板“{name}”', en: 'Template “{name}” saved' },
  close: { zh: '停用', en: 'Take out of use' },
  closeHow: { zh: '以后不再提供，已经答复的不受影响', en: 'It is offered no more; answers given stay' },
  closed: { zh: '已停用模板“{name}”', en: '“{name}” is out of use' },
  none: { zh: '还没有答复模板', en: 'No prepared answers yet' },
  noneHow: {
    zh: '写一个各渠道都能用的，例如“已转办理单位”',
    en: 'Begin with one for every channel, such as “passed on to the unit”',
  },
  needed: { zh: '必填', en: 'Required' },
  by: { zh: '{by}，{when}', en: '{by}, {when}' },
  lay: { zh: '套用模板', en: 'Use a prepared answer' },
} as const satisfies Words;
