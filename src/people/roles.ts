/** The roles every city begins with, as data: a city adds its own beside them. */
import type { Reach, RoleSort } from '#people/actor.ts';
import type { Permission } from '#people/permissions.ts';
import type { TreeName } from '#people/role.ts';

export type RoleRow = {
  code: string;
  zh: string;
  en: string;
  sort: RoleSort;
  tree: TreeName;
  reach: Reach;
  verbs: readonly Permission[];
};

/** The post of an ordinary official: the one that people.manage may give without post.grant. */
export const OFFICIAL = 'official';

const clerk = [
  'signal.read',
  'signal.answer',
  'problem.read',
  'problem.handle',
  'cause.trace',
  'project.read',
  'project.draft',
  'task.read',
  'task.give',
  'task.review',
  'people.read',
  'indicator.read',
  'reading.record',
  'rate.read',
  'exclusion.ask',
  'knowledge.read',
  'knowledge.write',
] as const satisfies Permission[];

const dispatching = [
  'signal.read',
  'signal.enter',
  'signal.triage',
  'signal.import',
  'signal.answer',
  'category.read',
  'reporter.read',
  'problem.read',
  'problem.make',
  'problem.assign',
  'problem.close',
  'problem.publish',
  'cause.trace',
  'project.read',
  'task.read',
  'people.read',
  'export.personal',
  'indicator.read',
  'theme.read',
  'theme.manage',
  'warning.read',
  'warning.decide',
  'callback.make',
  'rate.read',
  'knowledge.read',
] as const satisfies Permission[];

export const builtInRoles = {
  dispatcher: {
    zh: '派单员',
    en: 'Dispatcher',
    sort: 'business',
    tree: 'admin',
    reach: 'city',
    verbs: dispatching,
  },
  dispatch_head: {
    zh: '热线值班长',
    en: 'Head of dispatch',
    sort: 'business',
    tree: 'admin',
    reach: 'city',
    verbs: [
      ...dispatching,
      'duty.manage',
      'duty.override',
      'callback.rule',
      'limit.manage',
      'calendar.manage',
      'knowledge.write',
      'knowledge.publish',
    ],
  },
  call_taker: {
    zh: '话务员',
    en: 'Call taker',
    sort: 'business',
    tree: 'admin',
    reach: 'city',
    verbs: [
      'signal.read',
      'signal.enter',
      'signal.answer',
      'category.read',
      'reporter.read',
      'problem.read',
      'people.read',
      'callback.make',
      'knowledge.read',
    ],
  },
  checker: {
    zh: '核查员',
    en: 'Checker',
    sort: 'business',
    tree: 'admin',
    reach: 'city',
    verbs: [
      ...['signal.read', 'problem.read', 'problem.verify', 'task.read', 'people.read', 'theme.read'],
      ...['rate.read', 'exclusion.decide'],
    ],
  },
  unit_leader: {
    zh: '单位主要负责人',
    en: 'Head of unit',
    sort: 'business',
    tree: 'admin',
    reach: 'closure',
    verbs: [
      ...clerk,
      'cause.confirm',
      'project.approve',
      'project.accept',
      'handover.manage',
      'indicator.manage',
      'knowledge.publish',
    ],
  },
  unit_clerk: {
    zh: '承办联络员',
    en: 'Unit clerk',
    sort: 'business',
    tree: 'admin',
    reach: 'unit',
    verbs: clerk,
  },
  [OFFICIAL]: {
    zh: '干部',
    en: 'Official',
    sort: 'business',
    tree: 'admin',
    reach: 'self',
    verbs: ['people.read'],
  },
  branch_secretary: {
    zh: '支部书记',
    en: 'Branch secretary',
    sort: 'business',
    tree: 'party',
    reach: 'closure',
    verbs: ['people.read', 'problem.read', 'project.read', 'project.draft', 'task.read', 'indicator.read'],
  },
  office: {
    zh: '机关工委',
    en: 'City organs work committee',
    sort: 'business',
    tree: 'admin',
    reach: 'city',
    verbs: [
      'signal.read',
      'category.read',
      'category.manage',
      'warning.read',
      'warning.decide',
      'problem.read',
      'duty.manage',
      'limit.manage',
      'calendar.manage',
      'cause.trace',
      'cause.confirm',
      'project.read',
      'project.draft',
      'project.approve',
      'project.accept',
      'task.read',
      'people.read',
      'handover.manage',
      'indicator.read',
      'indicator.manage',
      'reading.record',
      'theme.read',
      'theme.manage',
      'callback.rule',
      'rate.read',
      'exclusion.decide',
      'knowledge.read',
      'knowledge.write',
      'knowledge.publish',
    ],
  },
  system_admin: {
    zh: '系统管理员',
    en: 'System administrator',
    sort: 'system',
    tree: 'admin',
    reach: 'city',
    verbs: ['people.manage', 'account.manage', 'channel.manage', 'people.read'],
  },
  security_admin: {
    zh: '安全管理员',
    en: 'Security administrator',
    sort: 'security',
    tree: 'admin',
    reach: 'city',
    verbs: ['post.grant', 'people.read', 'person.reveal', 'personal.erase'],
  },
  auditor: {
    zh: '审计管理员',
    en: 'Auditor',
    sort: 'audit',
    tree: 'admin',
    reach: 'city',
    verbs: ['ledger.read', 'people.read'],
  },
} as const satisfies Record<string, Omit<RoleRow, 'code'>>;

export type BuiltInRole = keyof typeof builtInRoles;
