/** Words of the audit page. */
import type { actorKinds } from '#ledger/ledger.ts';
import type { Said, Words } from '#web/words/words.ts';

export const auditWords = {
  title: { zh: '审计台账', en: 'Audit ledger' },
  file: { zh: '审计台账.xlsx', en: 'audit-ledger.xlsx' },
  empty: { zh: '台账里还没有记录', en: 'Nothing is recorded yet' },
  emptyHow: {
    zh: '每一次登录、查看号码、登记和办理都会记在这里',
    en: 'Every sign-in, every look at a number, every step is recorded here',
  },
  at: { zh: '时间', en: 'When' },
  actor: { zh: '谁', en: 'Who' },
  verb: { zh: '做了什么', en: 'Did what' },
  thing: { zh: '对什么', en: 'To what' },
  kind: { zh: '类别', en: 'Kind' },
  unit: { zh: '单位', en: 'Unit' },
  reason: { zh: '理由', en: 'Reason' },
  seq: { zh: '序号', en: 'No.' },
  days: { zh: '日期', en: 'Days' },
  forWhom: { zh: '代 {name}', en: 'for {name}' },
  one: { zh: '只看这一个', en: 'This one only' },
  notOne: { zh: '不限对象', en: 'Any thing' },
  notLoaded: { zh: '没有这一条记录', en: 'There is no such row' },
  notLoadedHow: { zh: '检查一下链接里的序号', en: 'Check the number in the link' },
  recorded: { zh: '记录的内容', en: 'What was recorded' },
  recordedHow: {
    zh: '台账不存姓名、号码和来电人的原话；这里的姓名是从通讯录查出来的',
    en: 'The ledger keeps no names, numbers or words of citizens; names shown here are looked up in the directory',
  },
  nothing: { zh: '没有其他内容', en: 'Nothing else' },
  sameThing: { zh: '这一对象的全部记录', en: 'Everything about this thing' },
  sameActor: { zh: '这个人的全部记录', en: 'Everything this person did' },
  openThing: { zh: '打开', en: 'Open it' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
} as const satisfies Words;

export const auditViews = {
  all: { zh: '全部', en: 'All' },
  signIn: { zh: '登录和账号', en: 'Accounts' },
  failed: { zh: '登录失败', en: 'Failed sign-ins' },
  revealed: { zh: '查看号码', en: 'Numbers seen' },
  reporters: { zh: '查看来电人', en: 'Reporters seen' },
  posts: { zh: '岗位授予', en: 'Posts granted' },
  audit: { zh: '审计自身', en: 'The audit itself' },
} as const satisfies Words;

/** Who acts, where it is no person. */
export const actorWords: Record<(typeof actorKinds)[number], Said> = {
  person: { zh: '工作人员', en: 'Person' },
  program: { zh: '溯源', en: 'Suyuan' },
  token: { zh: '接口', en: 'Integration' },
  reporter: { zh: '诉求人', en: 'The reporter' },
};

export const kindWords: Record<string, Said> = {
  signal: { zh: '线索', en: 'Signal' },
  problem: { zh: '问题', en: 'Problem' },
  task: { zh: '任务', en: 'Task' },
  import: { zh: '导入', en: 'Import' },
  export: { zh: '导出', en: 'Export' },
  channel: { zh: '渠道', en: 'Channel' },
  token: { zh: '接口令牌', en: 'Integration token' },
  person: { zh: '人员', en: 'Person' },
  account: { zh: '账号', en: 'Account' },
  unit: { zh: '单位', en: 'Unit' },
  post: { zh: '岗位', en: 'Post' },
  role: { zh: '角色', en: 'Role' },
  knowledge: { zh: '知识', en: 'Entry of knowledge' },
  note: { zh: '领导批示', en: 'Leader’s note' },
  paper: { zh: '日报、周报', en: 'Report' },
  ledger: { zh: '台账', en: 'Ledger' },
};
