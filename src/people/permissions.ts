/** The verbs a post can hold, in the words of an office: what roles are made of. */
import { z } from 'zod';
import type { Said } from '#platform/problem.ts';

export const permissions = {
  'signal.read': { zh: '查看线索', en: 'See signals' },
  'signal.enter': { zh: '登记线索', en: 'Enter signals' },
  'signal.triage': { zh: '分诊：归并、分拆、处置', en: 'Triage: gather, divide, dispose' },
  'signal.import': { zh: '导入工单', en: 'Import tickets' },
  'signal.answer': { zh: '首次联系、答复、回访', en: 'Contact, answer and call back' },
  'category.read': { zh: '查看分类与分类模型', en: 'See categories and the models that propose them' },
  'category.manage': { zh: '维护分类，训练和恢复分类模型', en: 'Maintain categories; train and restore models' },
  'warning.read': { zh: '查看预警和走势', en: 'See early warnings and the trend' },
  'warning.decide': { zh: '处置预警', en: 'Decide on early warnings' },
  'reporter.read': { zh: '查看来电人身份', en: 'See who reported' },
  'problem.read': { zh: '查看问题', en: 'See problems' },
  'problem.make': { zh: '立问题、合并、定类', en: 'Make, merge and classify problems' },
  'problem.assign': { zh: '派单、转办', en: 'Assign and transfer problems' },
  'problem.handle': { zh: '签收、办理、退单', en: 'Sign for, handle and return problems' },
  'problem.verify': { zh: '核查', en: 'Verify problems' },
  'problem.close': { zh: '结案、重办', en: 'Close and reopen problems' },
  'problem.publish': { zh: '向公众公开问题', en: 'Publish problems' },
  'duty.manage': { zh: '编制职责清单', en: 'Keep the duty list' },
  'duty.override': { zh: '越过上收：把上收事项派给乡镇街道', en: 'Give a withdrawn matter to a township' },
  'theme.read': { zh: '查看共性问题研判', en: 'See surveys of common problems' },
  'theme.manage': { zh: '研判、确认和整理共性问题', en: 'Survey, confirm and sort common problems' },
  'cause.trace': { zh: '分析原因、拟定措施', en: 'Trace causes and propose measures' },
  'cause.confirm': { zh: '核实原因、采纳措施', en: 'Confirm causes and adopt measures' },
  'indicator.read': { zh: '查看指标和读数', en: 'See indicators and readings' },
  'indicator.manage': { zh: '定义和停用指标', en: 'Define and retire indicators' },
  'reading.record': { zh: '填报读数', en: 'Record readings' },
  'project.read': { zh: '查看项目', en: 'See projects' },
  'project.draft': { zh: '拟立项书', en: 'Draft projects' },
  'project.approve': { zh: '批准立项、审批变更、结项', en: 'Charter projects, decide on changes, close' },
  'project.accept': { zh: '验收项目', en: 'Accept projects' },
  'task.read': { zh: '查看任务', en: 'See tasks' },
  'task.give': { zh: '派任务', en: 'Give tasks' },
  'task.review': { zh: '审核任务', en: 'Review tasks' },
  'people.read': { zh: '查看通讯录', en: 'See the directory' },
  'people.manage': { zh: '管理单位和人员', en: 'Manage units and people' },
  'account.manage': { zh: '开通和停用账号', en: 'Activate and disable accounts' },
  'post.grant': { zh: '授予和收回岗位', en: 'Grant and withdraw posts' },
  'person.reveal': { zh: '查看人员完整手机号、证件号', en: 'See full phone and ID numbers of staff' },
  'personal.erase': { zh: '依申请或期限删除个人内容', en: 'Erase personal content, on request or after its time' },
  'handover.manage': { zh: '安排代办和交接', en: 'Arrange delegation and handover' },
  'channel.manage': { zh: '管理渠道和接口令牌', en: 'Manage channels and integration tokens' },
  'export.personal': { zh: '导出含个人信息的表', en: 'Export personal data' },
  'ledger.read': { zh: '审计台账', en: 'Audit the ledger' },
} as const satisfies Record<string, Said>;

export type Permission = keyof typeof permissions;

export const permission = z.enum(Object.keys(permissions) as Permission[]);
