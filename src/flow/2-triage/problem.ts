/** A problem: what a responsible unit has to solve. Its vocabulary, life cycle and pure rules. */

import type { Said } from '#platform/problem.ts';
import type { StateWords, Steps } from '#rules/steps.ts';
import { oneOf } from '#rules/vocabulary.ts';

/** Simple: fixed on the spot; prominent: assigned, pressed, followed; common: a class of cases, run as a campaign. */
export const classes = {
  simple: { zh: '简单', en: 'Simple' },
  prominent: { zh: '突出', en: 'Prominent' },
  common: { zh: '共性', en: 'Common' },
} as const satisfies Record<string, Said>;
export type ProblemClass = keyof typeof classes;

export const states = {
  open: { zh: '待派单', en: 'To be assigned', tone: 'wait' },
  given: { zh: '待签收', en: 'To be signed for', tone: 'wait' },
  working: { zh: '办理中', en: 'Being handled', tone: 'work' },
  handled: { zh: '单位已办，待核查', en: 'Handled, to be verified', tone: 'check' },
  verified: { zh: '核查通过，待结案', en: 'Verified, to be closed', tone: 'check' },
  closed: { zh: '已结案', en: 'Closed', tone: 'done' },
  merged: { zh: '已并入', en: 'Merged', tone: 'off' },
} as const satisfies Record<string, StateWords>;
export type ProblemState = keyof typeof states;

export const roles = {
  dispatcher: { zh: '派单员', en: 'the dispatcher' },
  lead: { zh: '主办单位', en: 'the lead unit' },
  checker: { zh: '核查员（不是办理人）', en: 'a checker who did not handle it' },
  publisher: { zh: '负责公开的人', en: 'whoever may publish' },
  either: { zh: '主办单位或派单员', en: 'the lead unit or the dispatcher' },
  taker: { zh: '登记该线索的人', en: 'whoever entered the signal' },
  entrusted: { zh: '受委派的下级单位', en: 'the unit below that was entrusted with it' },
  signer: { zh: '会签单位', en: 'a countersigning unit' },
  copied: { zh: '抄送单位', en: 'a unit that was copied' },
  maker: { zh: '做上一步的人', en: 'whoever did the last step' },
  overseer: { zh: '核查员或派单员', en: 'the checker or the dispatcher' },
  presser: { zh: '派单员或上级负责人', en: 'the dispatcher or a head above' },
} as const satisfies Record<string, Said>;
export type ProblemRole = keyof typeof roles;

const alive = ['open', 'given', 'working', 'handled', 'verified'] as const;
const limits = ['assign', 'sign', 'handle', 'verify', 'close'] as const;

export const steps = {
  sign: { zh: '签收', en: 'Sign for it', from: ['given'], to: 'working', by: 'lead', stops: ['sign'] },
  handle: {
    zh: '办结反馈',
    en: 'Report handled',
    from: ['working'],
    to: 'handled',
    by: 'lead',
    stops: ['handle'],
    starts: ['verify'],
  },
  sendBack: {
    zh: '退单',
    en: 'Send back',
    from: ['given', 'working'],
    to: 'open',
    by: 'lead',
    stops: ['sign', 'handle'],
    starts: ['assign'],
  },
  assign: {
    zh: '派单',
    en: 'Assign',
    from: ['open'],
    to: 'given',
    by: 'dispatcher',
    stops: ['assign'],
    starts: ['sign', 'handle'],
  },
  transfer: {
    zh: '转办',
    en: 'Transfer',
    from: ['given', 'working'],
    to: 'given',
    by: 'dispatcher',
    stops: ['sign', 'handle'],
    starts: ['sign', 'handle'],
  },
  object: { zh: '对终局派单提出异议', en: 'Object to a binding assignment', from: ['given', 'working'], by: 'lead' },
  urge: { zh: '催办', en: 'Urge', from: ['given', 'working'], by: 'presser' },
  addUnit: { zh: '加协办或抄送', en: 'Add a unit', from: ['given', 'working'], by: 'dispatcher' },
  entrust: { zh: '委派', en: 'Entrust a unit below', from: ['working'], by: 'lead' },
  signEntrusted: { zh: '签收委派', en: 'Sign for what was entrusted', from: ['working'], by: 'entrusted' },
  report: { zh: '反馈主办单位', en: 'Report to the lead unit', from: ['working'], by: 'entrusted' },
  takeBack: { zh: '收回委派', en: 'Take back from the unit below', from: ['working'], by: 'lead' },
  addSigner: { zh: '加签', en: 'Ask another to countersign', from: ['given', 'working'], by: 'either' },
  dropSigner: { zh: '减签', en: 'Ask no longer', from: ['given', 'working'], by: 'either' },
  signRule: { zh: '改会签或签', en: 'Change who must agree', from: ['given', 'working'], by: 'dispatcher' },
  countersign: { zh: '会签', en: 'Countersign', from: ['given', 'working'], by: 'signer' },
  answerObjection: { zh: '答复会签意见', en: 'Answer an objection', from: ['given', 'working'], by: 'lead' },
  overrule: { zh: '裁定会签异议', en: 'Decide over an objection', from: ['given', 'working'], by: 'dispatcher' },
  read: { zh: '抄送已阅', en: 'Mark the copy as read', from: [...alive, 'closed'], by: 'copied' },
  verify: {
    zh: '核查通过',
    en: 'Verify',
    from: ['handled'],
    to: 'verified',
    by: 'checker',
    stops: ['verify'],
    starts: ['close'],
  },
  refuse: {
    zh: '核查不通过',
    en: 'Refuse',
    from: ['handled'],
    to: 'working',
    by: 'checker',
    stops: ['verify'],
    starts: ['handle'],
  },
  close: { zh: '结案', en: 'Close', from: ['verified'], to: 'closed', by: 'dispatcher', stops: ['close'] },
  reopen: { zh: '重办', en: 'Reopen', from: ['closed'], to: 'given', by: 'dispatcher', starts: ['sign', 'handle'] },
  returnToOpen: {
    zh: '退回待派单',
    en: 'Return to be assigned',
    from: ['handled', 'verified'],
    to: 'open',
    by: 'overseer',
    stops: ['verify', 'close'],
    starts: ['assign'],
  },
  returnToGiven: {
    zh: '退回重新签收',
    en: 'Return to be signed for',
    from: ['handled', 'verified'],
    to: 'given',
    by: 'overseer',
    stops: ['verify', 'close'],
    starts: ['sign', 'handle'],
  },
  returnToWorking: {
    zh: '退回办理',
    en: 'Return to be handled',
    from: ['handled', 'verified'],
    to: 'working',
    by: 'overseer',
    stops: ['verify', 'close'],
    starts: ['handle'],
  },
  returnToHandled: {
    zh: '退回重新核查',
    en: 'Return to be verified',
    from: ['verified'],
    to: 'handled',
    by: 'overseer',
    stops: ['close'],
    starts: ['verify'],
  },
  retract: {
    zh: '撤回上一步',
    en: 'Take back the last step',
    from: ['open', 'given', 'handled', 'verified'],
    by: 'maker',
  },
  gather: { zh: '归入线索', en: 'Gather signals', from: alive, by: 'dispatcher' },
  enter: { zh: '登记时归入', en: 'Gather as it is entered', from: alive, by: 'taker' },
  takeOut: { zh: '移出线索', en: 'Take a signal out', from: alive, by: 'dispatcher' },
  split: { zh: '拆出新问题', en: 'Split', from: alive, by: 'dispatcher' },
  merge: { zh: '并入其他问题', en: 'Merge into another', from: alive, to: 'merged', by: 'dispatcher', stops: limits },
  withdraw: { zh: '撤回立项', en: 'Withdraw', from: ['open', 'given'], to: 'closed', by: 'dispatcher', stops: limits },
  describe: { zh: '修改标题、定类', en: 'Describe and classify', from: alive, by: 'dispatcher' },
  askExtension: { zh: '申请延期', en: 'Ask for an extension', from: ['working'], by: 'lead' },
  askSuspension: { zh: '申请挂起', en: 'Ask to suspend the limit', from: ['working'], by: 'lead' },
  withdrawTime: { zh: '撤回延期或挂起申请', en: 'Withdraw the request for time', from: ['working'], by: 'lead' },
  decideTime: { zh: '审批延期或挂起', en: 'Decide on the request for time', from: ['working'], by: 'dispatcher' },
  resume: { zh: '解挂', en: 'Let the limit run on', from: ['working'], by: 'either' },
  askDeferral: { zh: '申请挂账', en: 'Ask to put it on the books', from: ['working'], by: 'lead' },
  withdrawDeferral: { zh: '撤回挂账申请', en: 'Withdraw the wish for the books', from: ['working'], by: 'lead' },
  decideDeferral: { zh: '审批挂账', en: 'Decide about the books', from: ['working'], by: 'dispatcher' },
  keepDeferral: { zh: '复核续挂', en: 'Keep it on the books', from: ['working'], by: 'dispatcher' },
  strikeDeferral: { zh: '销账', en: 'Strike off the books', from: ['working'], by: 'either' },
  publish: { zh: '向公众公开', en: 'Publish', from: [...alive, 'closed'], by: 'publisher' },
  unpublish: { zh: '取消公开', en: 'Take off the public list', from: [...alive, 'closed'], by: 'publisher' },
} as const satisfies Steps<ProblemState, ProblemRole>;
export type ProblemStep = keyof typeof steps;

/** What happens to a problem by a decision on another problem, or on a unit. */
const also = {
  absorb: { zh: '并入另一问题', en: 'Merge another into it' },
  handOver: { zh: '单位交接', en: 'Hand over to another unit' },
} as const satisfies Record<string, Said>;

export const lifeCycle = { steps, states, roles, also };

/** Roles in which a unit has a problem (GB/T 33358: 主办、协办; offices add 会签 and 抄送). */
export const assignmentRoles = {
  lead: { zh: '主办', en: 'Lead' },
  assist: { zh: '协办', en: 'Assist' },
  countersign: { zh: '会签', en: 'Countersign' },
  copy: { zh: '抄送', en: 'Copy' },
  entrusted: { zh: '受委派', en: 'Entrusted' },
} as const satisfies Record<string, Said>;
export type AssignmentRole = keyof typeof assignmentRoles;

/** Whose turn it is in each state: the word for a page that does not know the names. */
export const turns = {
  open: 'dispatcher',
  given: 'lead',
  working: 'lead',
  handled: 'checker',
  verified: 'dispatcher',
  closed: null,
  merged: null,
} as const satisfies Record<ProblemState, ProblemRole | null>;

/** The limit for which its lead unit may ask more time. */
export const timedLimit = 'handle';

/** The limit that counts for a page in each state, of those that may run at once. */
export const limitOf = {
  open: 'assign',
  given: 'sign',
  working: 'handle',
  handled: 'verify',
  verified: 'close',
  closed: null,
  merged: null,
} as const satisfies Record<ProblemState, string | null>;

/** The limits that run in each state, as the steps start and stop them. */
export const runs = {
  open: ['assign'],
  given: ['sign', 'handle'],
  working: ['handle'],
  handled: ['verify'],
  verified: ['close'],
  closed: [],
  merged: [],
} as const satisfies Record<ProblemState, readonly string[]>;

/** After so many returns the centre's decision binds (GB/T 33358's practice of 终局派单): who gets it next cannot send it back. */
export const RETURNS_UNTIL_BINDING = 2;

export const problemClass = oneOf(classes);
export const problemState = oneOf(states);
export const assignmentRole = oneOf(assignmentRoles);
