/** What a line of my work asks for, or tells that I did, in words. */
import { steps as causeSteps } from '#cause/cause.ts';
import { steps as measureSteps } from '#cause/measure.ts';
import { lifeCycle as creditCycle } from '#credit/credit.ts';
import { steps as extractSteps } from '#extract/extract.ts';
import { steps as indicatorSteps } from '#indicator/indicator.ts';
import { steps as knowledgeSteps } from '#knowledge/knowledge.ts';
import { steps as noteSteps } from '#note/note.ts';
import type { Said } from '#platform/problem.ts';
import { runCycle, versionCycle } from '#procedure/procedure.ts';
import { lifeCycle as projectCycle } from '#project/project.ts';
import { steps as signalSteps } from '#signal/signal.ts';
import { letterCycle, talkCycle } from '#supervision/letter.ts';
import { steps as taskSteps } from '#task/task.ts';
import { steps as callbackSteps } from '#triage/callback/callback.ts';
import { steps as categorySteps } from '#triage/category/category.ts';
import { steps as dutySteps } from '#triage/duty/duty.ts';
import { steps as monthlySteps } from '#triage/monthly/monthly.ts';
import { steps as problemSteps } from '#triage/problem.ts';
import { steps as exclusionSteps } from '#triage/rate/exclusion.ts';
import { lifeCycle as themeCycle } from '#triage/theme/theme.ts';
import { steps as warningSteps } from '#triage/warning/warning.ts';

const asked: Record<string, Said> = {
  'signal untriaged': { zh: '待分诊', en: 'To be triaged' },
  // These wait for nobody but where their reporter wishes that the matter be taken up again.
  'signal gathered': { zh: '诉求人申请重办', en: 'The reporter wishes it reopened' },
  'signal disposed': { zh: '诉求人申请重办', en: 'The reporter wishes it reopened' },
  'problem open': { zh: '待派单', en: 'To be assigned' },
  'problem given': { zh: '待签收', en: 'To be signed for' },
  'problem working': { zh: '待办结', en: 'To be handled' },
  'problem time': { zh: '延期或挂起待审批', en: 'Request for time to be decided' },
  'problem entrusted': { zh: '受委派，待反馈主办单位', en: 'Entrusted: report to the lead unit' },
  'task entrusted': { zh: '受委派，待反馈承办人', en: 'Entrusted: report to the assignee' },
  'problem deferral': { zh: '挂账待审批', en: 'Asked for the books: to be decided' },
  'problem review': { zh: '挂账到期复核', en: 'On the books: to be reviewed' },
  'problem countersign': { zh: '待会签', en: 'To countersign' },
  'problem handled': { zh: '待核查', en: 'To be verified' },
  'problem verified': { zh: '待结案', en: 'To be closed' },
  'project draft': { zh: '待提请立项', en: 'To be proposed' },
  'project proposed': { zh: '待立项', en: 'To be chartered' },
  'project running': { zh: '推进中', en: 'To be carried on' },
  'project acknowledge': { zh: '进展待审核', en: 'Report to be acknowledged' },
  'project decideChange': { zh: '变更待审批', en: 'Change to be decided' },
  'project milestone': { zh: '节点临期或逾期', en: 'Milestone near or over' },
  'project present': { zh: '可以提请验收', en: 'Ready to be presented' },
  'project presented': { zh: '待验收', en: 'To be accepted' },
  'project accepted': { zh: '待结项', en: 'To be closed' },
  'note open': { zh: '领导批示待答复', en: "Leader's note to be answered" },
  'note answered': { zh: '批示答复待呈阅', en: 'Answer to be shown to the leader' },
  'exclusion asked': { zh: '剔除申请待审核', en: 'Exclusion to be decided' },
  'exclusion appealed': { zh: '剔除申诉待审', en: 'Appeal to be decided' },
  'organisation proposed': { zh: '信用等级待确认', en: 'Credit level to be confirmed' },
  'organisation asked': { zh: '信用修复待审定', en: 'Repair of a credit level to be decided' },
  'task given': { zh: '待接收', en: 'To be accepted' },
  'task working': { zh: '待交佐证', en: 'Evidence to be handed in' },
  'task time': { zh: '延期或挂起待审批', en: 'Request for time to be decided' },
  'task submitted': { zh: '待审核', en: 'To be reviewed' },
};

export const whatIsAsked = (kind: string, state: string): Said => asked[`${kind} ${state}`] ?? { zh: '', en: '' };

const steps: Record<string, Record<string, Said>> = {
  signal: signalSteps,
  problem: problemSteps,
  duty: { issue: dutySteps.issue, drop: dutySteps.drop },
  theme: { ...themeCycle.steps, ...themeCycle.also },
  cause: causeSteps,
  measure: measureSteps,
  project: { ...projectCycle.steps, ...projectCycle.also },
  task: taskSteps,
  letter: { ...letterCycle.steps, ...letterCycle.also },
  talk: { ...talkCycle.steps, ...talkCycle.also },
  credit: { ...creditCycle.steps, ...creditCycle.also },
  category: categorySteps,
  warning: warningSteps,
  monthly: monthlySteps,
  callback: callbackSteps,
  knowledge: knowledgeSteps,
  exclusion: exclusionSteps,
  extract: extractSteps,
  note: noteSteps,
  procedure: versionCycle.steps,
  run: { ...runCycle.steps, ...runCycle.also },
  indicator: { redefine: indicatorSteps.redefine, retire: indicatorSteps.retire, count: indicatorSteps.count },
};

/** Ledger verbs that are no steps of a life cycle. */
export const otherVerbs: Record<string, Said> = {
  'signal.received': { zh: '登记', en: 'Entered' },
  'signal.revised': { zh: '来源更正内容', en: 'Revised by its source' },
  'signal.divided': { zh: '由另一条拆分而来', en: 'Divided from another' },
  'signal.addPhoto': { zh: '附照片', en: 'Photo attached' },
  'signal.erased': { zh: '删除个人内容', en: 'Personal content erased' },
  'signal.followFailed': { zh: '查询码或数字不对', en: 'Wrong code or digits' },
  'signal.reveal': { zh: '查看来电人', en: 'Reporter looked up' },
  'signal.categorise': { zh: '定分类', en: 'Category decided' },
  'monthly.plan': { zh: '选题', en: 'Monthly theme planned' },
  'warning.find': { zh: '发现预警', en: 'Warning found' },
  'warning.rule': { zh: '调整容许的误报', en: 'False alarms put up with changed' },
  'callback.draw': { zh: '抽签定回访名单', en: 'Drawn by lot who is called back' },
  'callback.rule': { zh: '设定回访抽样规则', en: 'Rule of call-backs set' },
  'rate.rule': { zh: '设定三率的权重', en: 'Weights of the rates set' },
  'exclusion.ask': { zh: '申请剔除', en: 'Exclusion asked for' },
  'model.train': { zh: '要求重新训练', en: 'Training asked for' },
  'model.take': { zh: '新模型接替', en: 'A new model took over' },
  'model.refuse': { zh: '新模型未采用', en: 'A new model was not taken' },
  'model.restore': { zh: '恢复旧模型', en: 'A model restored' },
  'model.threshold': { zh: '设定把握线', en: 'Threshold set' },
  'note.handOver': { zh: '批示交接', en: "Leader's note handed over" },
  'note.record': { zh: '登记领导批示', en: "Leader's note recorded" },
  'procedure.trigger': { zh: '增加自动发起的条件', en: 'Trigger added' },
  'procedure.endTrigger': { zh: '停用自动发起的条件', en: 'Trigger ended' },
  'procedure.refused': { zh: '没能自动发起', en: 'Could not begin by itself' },
  'procedure.settle': { zh: '处理没能发起的一次', en: 'What could not begin settled' },
  'procedure.handOver': { zh: '流程交接', en: 'Procedure handed over' },
  'procedure.add': { zh: '新编标准流程', en: 'Procedure written' },
  'procedure.draft': { zh: '起草新版流程', en: 'New version of a procedure drafted' },
  'paper.make': { zh: '生成日报、周报', en: 'Report made' },
  'knowledge.add': { zh: '写知识', en: 'Entry written' },
  'knowledge.handOver': { zh: '知识交接', en: 'Entry handed over' },
  'knowledge.wish': { zh: '没有合适的知识', en: 'No entry helped' },
  'knowledge.dropWish': { zh: '不必写成知识', en: 'No entry needed' },
  'category.add': { zh: '增加分类', en: 'Category added' },
  'problem.make': { zh: '立问题', en: 'Made' },
  'problem.absorb': { zh: '另一问题并入', en: 'Another problem merged in' },
  'problem.handOver': { zh: '单位交接', en: 'Handed over to another unit' },
  'problem.share': { zh: '共享', en: 'Shared' },
  'limit.add': { zh: '增加时限规则', en: 'Limit rule added' },
  'limit.replace': { zh: '修改时限规则', en: 'Limit rule replaced' },
  'limit.end': { zh: '停用时限规则', en: 'Limit rule ended' },
  'limit.load': { zh: '载入时限预设', en: 'Preset of limits loaded' },
  'duty.draft': { zh: '起草职责清单', en: 'Duty list drafted' },
  'duty.add': { zh: '职责清单增加一条', en: 'Line added to the duty list' },
  'duty.change': { zh: '职责清单修改一条', en: 'Line of the duty list changed' },
  'duty.remove': { zh: '职责清单删去一条', en: 'Line taken out of the duty list' },
  'duty.import': { zh: '导入职责清单', en: 'Duty list imported' },
  'export.duty': { zh: '导出职责清单', en: 'Exported the duty list' },
  'calendar.import': { zh: '导入一年的工作日历', en: 'Calendar of a year imported' },
  'calendar.correct': { zh: '更正工作日历', en: 'Calendar corrected' },
  'calendar.hours': { zh: '调整办公时间', en: 'Office hours changed' },
  'signal.moveDeadline': { zh: '时限随日历变动', en: 'Deadline moved by the calendar' },
  'problem.moveDeadline': { zh: '时限随日历变动', en: 'Deadline moved by the calendar' },
  'project.moveDeadline': { zh: '时限随日历变动', en: 'Deadline moved by the calendar' },
  'task.moveDeadline': { zh: '时限随日历变动', en: 'Deadline moved by the calendar' },
  'survey.make': { zh: '设立研判', en: 'Survey set up' },
  'survey.run': { zh: '发起研判', en: 'Survey asked to run' },
  'survey.done': { zh: '研判完成', en: 'Survey done' },
  'heat.set': { zh: '调整热度的权重', en: 'Weights of the heat set' },
  'cause.add': { zh: '增加原因', en: 'Cause added' },
  'measure.propose': { zh: '拟定措施', en: 'Measure proposed' },
  'project.draft': { zh: '拟立项书', en: 'Drafted' },
  'problem.unshare': { zh: '收回共享', en: 'Share ended' },
  'indicator.define': { zh: '定义指标', en: 'Defined' },
  'reading.record': { zh: '录入读数', en: 'Reading recorded' },
  'reading.import': { zh: '导入读数', en: 'Reading imported' },
  'reading.withdraw': { zh: '撤回读数', en: 'Reading withdrawn' },
  'rung.fire': { zh: '督办触发', en: 'Pressed by the ladder' },
  'ladder.issue': { zh: '启用督办阶梯', en: 'Ladder put in force' },
  'ladder.end': { zh: '停用督办阶梯', en: 'Ladder ended' },
  'task.fairness': { zh: '设定派任务的均衡上限', en: 'Set how even tasks are given' },
  'credit.metric': { zh: '增加事实指标', en: 'Figure of organisations named' },
  'credit.rule': { zh: '增加信用规则', en: 'Credit rule added' },
  'credit.endRule': { zh: '停用信用规则', en: 'Credit rule ended' },
  'credit.load': { zh: '载入信用规则预设', en: 'Preset of credit rules loaded' },
  'credit.visiting': { zh: '设定走访次数', en: 'Visits by level set' },
  'organisation.add': { zh: '登记企业', en: 'Organisation registered' },
  'organisation.fact': { zh: '登记企业事实', en: 'Fact recorded' },
  'organisation.withdrawFact': { zh: '撤回企业事实', en: 'Fact withdrawn' },
  'organisation.check': { zh: '登记一次监管', en: 'Supervision recorded' },
  'task.give': { zh: '派任务', en: 'Given' },
  'person.lookUp': { zh: '按来电人查找', en: 'Looked up a caller' },
  'export.tasks': { zh: '导出任务', en: 'Exported tasks' },
  'export.signals': { zh: '导出线索', en: 'Exported signals' },
  'export.indicators': { zh: '导出指标', en: 'Exported indicators' },
  'channel.add': { zh: '增加渠道', en: 'Added a channel' },
  'channel.change': { zh: '修改渠道', en: 'Changed a channel' },
  'channel.rules': { zh: '设定编号和必问项', en: 'Set numbers and questions' },
  'template.write': { zh: '编写答复模板', en: 'Wrote a prepared answer' },
  'template.close': { zh: '停用答复模板', en: 'Took a prepared answer out of use' },
  'channel.retain': { zh: '设定保存期限', en: 'Set how long a channel keeps' },
  'token.make': { zh: '生成接口令牌', en: 'Made a token' },
  'extract.ask': { zh: '申请导出含个人信息的表', en: 'Extract asked for' },
  'outside.set': { zh: '设置对外发送渠道', en: 'Set a way out' },
  'outside.test': { zh: '测试对外发送渠道', en: 'Tried a way out' },
  'outside.retry': { zh: '再发没发出去的消息', en: 'Tried again what was given up' },
  'address.set': { zh: '登记接收消息的地址', en: 'Address for messages set' },
  'address.confirm': { zh: '确认接收消息的地址', en: 'Address for messages confirmed' },
  'address.remove': { zh: '去掉接收消息的地址', en: 'Address for messages removed' },
  'token.revoke': { zh: '收回接口令牌', en: 'Revoked a token' },
};

/** Every verb of the flow and the desk, as the audit page lists them. */
export function flowVerbs(): Record<string, Said> {
  const of = (kind: string) =>
    Object.entries(steps[kind]!).map(([step, { zh, en }]) => [`${kind}.${step}`, { zh, en }] as const);
  return { ...Object.fromEntries(Object.keys(steps).flatMap(of)), ...otherVerbs };
}

/** A ledger verb in words; an unknown one as it is, so that nothing is hidden. */
export function whatWasDone(verb: string): Said {
  const [kind = '', step = ''] = verb.split('.');
  const row = steps[kind]?.[step];
  return row ? { zh: row.zh, en: row.en } : (otherVerbs[verb] ?? { zh: verb, en: verb });
}
