/** Words of my work. */
import type { Words } from '#web/words/words.ts';

export const myWorkWords = {
  title: { zh: '我的工作', en: 'My work' },
  todo: { zh: '待办', en: 'To do' },
  done: { zh: '已办', en: 'Done' },
  started: { zh: '我发起', en: 'Begun by me' },
  copied: { zh: '抄送', en: 'Copied' },
  next: { zh: '下一件', en: 'Next' },
  late: { zh: '已超期', en: 'late' },
  toAnswer: { zh: '待答复', en: 'to be answered' },
  untriaged: { zh: '待分诊', en: 'untriaged' },
  nobodysProblems: { zh: '个问题没人能办', en: 'problems nobody can handle' },
  nobodysProjects: { zh: '个项目没人能办', en: '{count|project|projects} nobody can carry on' },
  nobodysTasks: { zh: '项任务没人能办', en: 'tasks nobody can do' },
  knowledge: { zh: '条知识待复核', en: 'entries of knowledge due for review' },
  stranded: { zh: '件工作没人能办', en: 'pieces of work nobody can act on' },
  outside: { zh: '条消息没能发到桌面外', en: 'messages did not get out of the desk' },
  onlyLate: { zh: '只看超期', en: 'Only what is late' },
  everything: { zh: '看全部待办', en: 'Show all to do' },
  more: { zh: '再看一些', en: 'Show more' },
  noLimit: { zh: '没有时限', en: 'no limit' },
  none_todo: { zh: '现在没有轮到您的事', en: 'Nothing waits for you now' },
  how_todo: {
    zh: '派给您或您单位的问题、任务会列在这里，先到期的在前',
    en: 'Problems and tasks given to you or your unit are listed here, the first due on top',
  },
  none_done: { zh: '您还没有办过什么', en: 'You have not done anything yet' },
  how_done: {
    zh: '您登记、派单、办理、审核过的会列在这里，最近的在前',
    en: 'What you entered, assigned, handled or reviewed is listed here, the latest first',
  },
  none_started: { zh: '您还没有发起过', en: 'You have not begun anything yet' },
  how_started: { zh: '您立的问题、派的任务会列在这里', en: 'Problems you made and tasks you gave are listed here' },
  none_copied: { zh: '没有抄送、会签、协办给您单位的', en: 'Nothing was copied to your unit' },
  how_copied: {
    zh: '您单位协办、会签或被抄送的问题会列在这里',
    en: 'Problems that your unit assists, countersigns or is copied on are listed here',
  },
} as const satisfies Words;

/** The one step that is asked for, as the main button of the next matter: what waits in which state. */
export const nextSteps: Words = {
  'signal untriaged': { zh: '去分诊', en: 'Triage it' },
  'problem open': { zh: '去派单', en: 'Assign it' },
  'problem given': { zh: '去签收', en: 'Sign for it' },
  'problem working': { zh: '去办理', en: 'Handle it' },
  'problem handled': { zh: '去核查', en: 'Verify it' },
  'problem verified': { zh: '去结案', en: 'Close it' },
  'project draft': { zh: '去写立项书', en: 'Write its charter' },
  'project proposed': { zh: '去审批立项', en: 'Decide on it' },
  'project running': { zh: '去办理', en: 'Carry it on' },
  'project presented': { zh: '去验收', en: 'Accept it' },
  'project accepted': { zh: '去结项', en: 'Close it' },
  'task given': { zh: '去接收', en: 'Accept it' },
  'task working': { zh: '去交佐证', en: 'Hand in' },
  'task submitted': { zh: '去审核', en: 'Review it' },
};
