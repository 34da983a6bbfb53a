/** A signal: one report as it arrived. Its vocabulary, life cycle and pure rules. */

import type { Said } from '#platform/problem.ts';
import type { StateWords, Steps } from '#rules/steps.ts';
import { oneOf } from '#rules/vocabulary.ts';

/** GB/T 33358 kinds of matter; 举报 hides the reporter from the unit that handles it. */
export const matters = {
  help: { zh: '求助', en: 'Help' },
  complaint: { zh: '投诉', en: 'Complaint' },
  report: { zh: '举报', en: 'Report of wrongdoing' },
  consult: { zh: '咨询', en: 'Question' },
  suggest: { zh: '建议', en: 'Suggestion' },
  praise: { zh: '表扬', en: 'Praise' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Said>;
export type Matter = keyof typeof matters;

export const urgencies = {
  normal: { zh: '一般', en: 'Normal' },
  urgent: { zh: '紧急', en: 'Urgent' },
  critical: { zh: '特急', en: 'Critical' },
} as const satisfies Record<string, Said>;
export type Urgency = keyof typeof urgencies;

export const channelKinds = {
  hotline: { zh: '热线', en: 'Hotline' },
  desk: { zh: '窗口', en: 'Desk' },
  web: { zh: '网络', en: 'Web' },
  inspection: { zh: '巡查', en: 'Inspection' },
  visit: { zh: '走访', en: 'Visit' },
  suggestion: { zh: '建议征集', en: 'Suggestions' },
  letter: { zh: '来信', en: 'Letter' },
  system: { zh: '外部系统', en: 'Other system' },
  public: { zh: '公众页', en: 'Public pages' },
  note: { zh: '领导批示', en: "Leaders' notes" },
} as const satisfies Record<string, Said>;

export const ways = {
  phone: { zh: '电话', en: 'Phone' },
  visit: { zh: '上门', en: 'Visit' },
  message: { zh: '短信或网络', en: 'Message' },
  letter: { zh: '书面', en: 'Letter' },
  public: { zh: '公众页', en: 'Public pages' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Said>;
export type Way = keyof typeof ways;

export const states = {
  untriaged: { zh: '待分诊', en: 'Untriaged', tone: 'wait' },
  gathered: { zh: '已归入问题', en: 'On a problem', tone: 'work' },
  disposed: { zh: '已处置', en: 'Disposed', tone: 'off' },
} as const satisfies Record<string, StateWords>;
export type SignalState = keyof typeof states;

export const roles = {
  triager: { zh: '派单员', en: 'the dispatcher' },
  answerer: { zh: '答复人', en: 'who answers the reporter' },
  reporter: { zh: '诉求人本人', en: 'the reporter' },
} as const satisfies Record<string, Said>;
export type SignalRole = keyof typeof roles;

const anywhere = ['untriaged', 'gathered', 'disposed'] as const;

export const steps = {
  gather: { zh: '归入问题', en: 'Gather', from: ['untriaged'], to: 'gathered', by: 'triager', stops: ['triage'] },
  takeOut: { zh: '移出问题', en: 'Take out', from: ['gathered'], to: 'untriaged', by: 'triager', starts: ['triage'] },
  dispose: { zh: '直接处置', en: 'Dispose', from: ['untriaged'], to: 'disposed', by: 'triager', stops: ['triage'] },
  restore: { zh: '撤销处置', en: 'Restore', from: ['disposed'], to: 'untriaged', by: 'triager', starts: ['triage'] },
  divide: { zh: '拆分', en: 'Divide', from: ['untriaged'], by: 'triager' },
  contact: {
    zh: '首次联系',
    en: 'First contact',
    from: ['untriaged', 'gathered', 'disposed'],
    by: 'answerer',
    stops: ['contact'],
  },
  answer: { zh: '答复', en: 'Answer', from: ['untriaged', 'gathered', 'disposed'], by: 'answerer', stops: ['answer'] },
  callBack: { zh: '回访', en: 'Call back', from: ['untriaged', 'gathered', 'disposed'], by: 'answerer' },
  ask: { zh: '向诉求人提问', en: 'Ask the reporter', from: anywhere, by: 'answerer' },
  reply: { zh: '回答提问', en: 'Reply', from: anywhere, by: 'reporter' },
  rate: { zh: '评价', en: 'Rate', from: anywhere, by: 'reporter' },
  wish: { zh: '申请重办', en: 'Wish it reopened', from: ['gathered', 'disposed'], by: 'reporter' },
  decline: { zh: '不予重办', en: 'Decline to reopen', from: anywhere, by: 'triager' },
} as const satisfies Steps<SignalState, SignalRole>;
export type SignalStep = keyof typeof steps;

const also = { revised: { zh: '来源更正内容', en: 'Revise at its source' } } as const satisfies Record<string, Said>;

export const lifeCycle = { steps, states, roles, also };

/** What may be done with a signal that makes no problem; each asks for a reason out of its own list. */
export const dispositions = {
  answered: { zh: '当场答复', en: 'Answered at once' },
  transferred: { zh: '转其他渠道', en: 'Passed to another body' },
  not_accepted: { zh: '不予受理', en: 'Not accepted' },
  withdrawn: { zh: '诉求人撤回', en: 'Withdrawn by the reporter' },
} as const satisfies Record<string, Said>;
export type Disposition = keyof typeof dispositions;

export const dispositionCodes = {
  knowledge: { of: 'answered', zh: '按知识库答复', en: 'Answered from the knowledge base' },
  explained: { of: 'answered', zh: '政策解释', en: 'Policy explained' },
  closed_at_source: { of: 'answered', zh: '来源系统已办结', en: 'Closed in the system it came from' },
  praise_passed: { of: 'answered', zh: '表扬已转达', en: 'Praise passed on' },
  to_110: { of: 'transferred', zh: '转 110', en: 'To the police (110)' },
  to_petition: { of: 'transferred', zh: '转信访', en: 'To petitions' },
  to_discipline: { of: 'transferred', zh: '转纪检监察', en: 'To discipline inspection' },
  to_court: { of: 'transferred', zh: '引导诉讼仲裁', en: 'To court or arbitration' },
  not_our_area: { of: 'not_accepted', zh: '不在本市管辖', en: 'Outside this city' },
  in_procedure: { of: 'not_accepted', zh: '已进入法定程序', en: 'Already in a legal procedure' },
  unclear: { of: 'not_accepted', zh: '内容不清且无法联系', en: 'Unclear, and nobody can be reached' },
  abusive: { of: 'not_accepted', zh: '恶意骚扰', en: 'Abuse' },
  test: { of: 'not_accepted', zh: '测试或误录', en: 'Test or mistake' },
  asked_back: { of: 'withdrawn', zh: '诉求人主动撤回', en: 'The reporter asked for it back' },
  solved_itself: { of: 'withdrawn', zh: '问题已自行解决', en: 'It had solved itself' },
} as const satisfies Record<string, Said & { of: Disposition }>;
export type DispositionCode = keyof typeof dispositionCodes;

export const WORDS_MAX = 50_000;

export const matter = oneOf(matters);
export const urgency = oneOf(urgencies);
export const way = oneOf(ways);
export const disposition = oneOf(dispositions);
export const dispositionCode = oneOf(dispositionCodes);
export const signalState = oneOf(states);
export const channelKind = oneOf(channelKinds);

/** A code belongs to one disposition: 不予受理 cannot be explained by 转 110. */
export const codeBelongs = (kind: Disposition, code: DispositionCode) => dispositionCodes[code].of === kind;
