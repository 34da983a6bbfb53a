/** A project: the chartered answer to problems, with one named lead. Its vocabulary, life cycle and pure rules. */

import type { Said } from '#platform/problem.ts';
import type { StateWords, Steps } from '#rules/steps.ts';
import { oneOf } from '#rules/vocabulary.ts';

/** 书记项目 on three levels: the leading group leads, the organ committee coordinates, the branch carries out. */
export const levels = {
  group: { zh: '班子领办', en: 'Led by the leading group' },
  committee: { zh: '机关党委统筹', en: 'Coordinated by the organ committee' },
  branch: { zh: '支部承办', en: 'Carried out by the branch' },
} as const satisfies Record<string, Said>;
export type Level = keyof typeof levels;

export const states = {
  draft: { zh: '拟稿', en: 'Draft', tone: 'wait' },
  proposed: { zh: '待立项', en: 'To be chartered', tone: 'check' },
  running: { zh: '推进中', en: 'Running', tone: 'work' },
  presented: { zh: '待验收', en: 'To be accepted', tone: 'check' },
  accepted: { zh: '已验收，待结项', en: 'Accepted, to be closed', tone: 'check' },
  closed: { zh: '已结项', en: 'Closed', tone: 'done' },
  dropped: { zh: '已终止', en: 'Dropped', tone: 'off' },
} as const satisfies Record<string, StateWords>;
export type ProjectState = keyof typeof states;

export const roles = {
  drafter: { zh: '拟稿单位或拟稿人', en: 'whoever drafts it' },
  lead: { zh: '领办人', en: 'the lead' },
  reviewer: { zh: '审核人（不是领办人）', en: 'the reviewer, who is not the lead' },
  approver: {
    zh: '立项审批人（不是领办人，也不归其管理）',
    en: 'an approver who neither is the lead nor serves under the lead',
  },
  acceptor: {
    zh: '验收人（不是领办人，也不归其管理）',
    en: 'an acceptor who neither is the lead nor serves under the lead',
  },
} as const satisfies Record<string, Said>;
export type ProjectRole = keyof typeof roles;

const alive = ['draft', 'proposed', 'running'] as const;
const limits = ['charter', 'acknowledge', 'decide_change', 'accept_project', 'conclude'] as const;

export const steps = {
  describe: { zh: '修改立项书', en: 'Edit the charter', from: ['draft'], by: 'drafter' },
  propose: { zh: '提请立项', en: 'Propose', from: ['draft'], to: 'proposed', by: 'drafter', starts: ['charter'] },
  recall: { zh: '撤回修改', en: 'Take back', from: ['proposed'], to: 'draft', by: 'drafter', stops: ['charter'] },
  charter: { zh: '批准立项', en: 'Charter', from: ['proposed'], to: 'running', by: 'approver', stops: ['charter'] },
  sendBack: { zh: '退回修改', en: 'Send back', from: ['proposed'], to: 'draft', by: 'approver', stops: ['charter'] },
  report: { zh: '报进展', en: 'Report progress', from: ['running'], by: 'lead', starts: ['acknowledge'] },
  acknowledge: { zh: '审核进展', en: 'Acknowledge a report', from: ['running'], by: 'reviewer' },
  requestChange: { zh: '申请变更', en: 'Request a change', from: ['running'], by: 'lead', starts: ['decide_change'] },
  decideChange: { zh: '审批变更', en: 'Decide on a change', from: ['running'], by: 'approver' },
  convene: { zh: '记会议', en: 'Record a meeting', from: ['running', 'presented'], by: 'lead' },
  staff: { zh: '调整专班', en: 'Change the team', from: ['running'], by: 'lead' },
  present: {
    zh: '提请验收',
    en: 'Ask for acceptance',
    from: ['running'],
    to: 'presented',
    by: 'lead',
    stops: ['acknowledge', 'decide_change'],
    starts: ['accept_project'],
  },
  pass: {
    zh: '验收通过',
    en: 'Accept',
    from: ['presented'],
    to: 'accepted',
    by: 'acceptor',
    stops: ['accept_project'],
    starts: ['conclude'],
  },
  fail: {
    zh: '验收不通过',
    en: 'Refuse acceptance',
    from: ['presented'],
    to: 'running',
    by: 'acceptor',
    stops: ['accept_project'],
  },
  close: { zh: '结项', en: 'Close', from: ['accepted'], to: 'closed', by: 'approver', stops: ['conclude'] },
  waive: { zh: '签免读数', en: 'Waive a reading', from: ['accepted'], by: 'approver' },
  reopen: {
    zh: '重新启动',
    en: 'Reopen',
    from: ['accepted', 'closed'],
    to: 'running',
    by: 'approver',
    stops: ['conclude'],
  },
  discard: { zh: '作废草稿', en: 'Discard the draft', from: ['draft'], to: 'dropped', by: 'drafter' },
  drop: { zh: '终止项目', en: 'Drop', from: alive, to: 'dropped', by: 'approver', stops: limits },
} as const satisfies Steps<ProjectState, ProjectRole>;
export type ProjectStep = keyof typeof steps;

/** What befalls a project when somebody leaves. */
const also = { handOver: { zh: '人员交接', en: 'Hand over to another person' } } as const satisfies Record<
  string,
  Said
>;

export const lifeCycle = { steps, states, roles, also };

/** Whose turn it is in each state. */
export const turns = {
  draft: 'drafter',
  proposed: 'approver',
  running: 'lead',
  presented: 'acceptor',
  accepted: 'approver',
  closed: null,
  dropped: null,
} as const satisfies Record<ProjectState, ProjectRole | null>;

/** The limit that counts for a page in each state. A running project goes by its milestones. */
export const limitOf = {
  draft: null,
  proposed: 'charter',
  running: null,
  presented: 'accept_project',
  accepted: 'conclude',
  closed: null,
  dropped: null,
} as const satisfies Record<ProjectState, string | null>;

/** Who answers for a project in which layer: besides lead and reviewer, the five layers of responsibility. */
export const memberRoles = {
  lead: { zh: '领办人', en: 'Lead' },
  reviewer: { zh: '审核人', en: 'Reviewer' },
  decide: { zh: '班子决策', en: 'Leading group decides' },
  line: { zh: '班子成员分管', en: 'Member leads the line' },
  follow: { zh: '党组织跟进', en: 'Party organisation follows through' },
  execute: { zh: '科室落实', en: 'Section carries out' },
  part: { zh: '党员参与', en: 'Members take part' },
} as const satisfies Record<string, Said>;
export type MemberRole = keyof typeof memberRoles;

export const layers = ['decide', 'line', 'follow', 'execute', 'part'] as const satisfies MemberRole[];

export const level = oneOf(levels);
export const projectState = oneOf(states);
export const memberRole = oneOf(memberRoles);
