/** An extract: a list with personal data that somebody takes out. Its columns and life cycle. */
import type { Said } from '#platform/problem.ts';
import type { StateWords, Steps } from '#rules/steps.ts';
import { oneOf } from '#rules/vocabulary.ts';

/** Fetched for so long after it was made; then the file is destroyed. */
export const DAYS = 7;
/** Who needs more asks for less, by a filter. */
export const MOST = 10_000;

/** What makes it personal; the columns that everybody may take out stand beside them. */
export const columns = {
  name: { zh: '姓名', en: 'Name' },
  phone: { zh: '电话', en: 'Phone' },
  idNumber: { zh: '证件号', en: 'ID number' },
  address: { zh: '住址', en: 'Address' },
  words: { zh: '未打码的原话', en: 'Words as said' },
} as const satisfies Record<string, Said>;
export type ExtractColumn = keyof typeof columns;
export const extractColumn = oneOf(columns);

export const states = {
  asked: { zh: '待审批', en: 'To be decided', tone: 'wait' },
  granted: { zh: '生成中', en: 'Being made', tone: 'work' },
  made: { zh: '可下载', en: 'To be fetched', tone: 'done' },
  refused: { zh: '未批准', en: 'Refused', tone: 'off' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn', tone: 'off' },
} as const satisfies Record<string, StateWords>;
export type ExtractState = keyof typeof states;
export const extractState = oneOf(states);

export const roles = {
  asker: { zh: '申请人', en: 'whoever asked' },
  decider: { zh: '申请人以外的审批人', en: 'a decider other than whoever asked' },
  program: { zh: '系统', en: 'the program' },
} as const satisfies Record<string, Said>;
export type ExtractRole = keyof typeof roles;

export const steps = {
  grant: { zh: '批准导出', en: 'Grant', from: ['asked'], to: 'granted', by: 'decider' },
  refuse: { zh: '不批准导出', en: 'Refuse', from: ['asked'], to: 'refused', by: 'decider' },
  withdraw: { zh: '撤回导出申请', en: 'Withdraw', from: ['asked'], to: 'withdrawn', by: 'asker' },
  make: { zh: '生成导出文件', en: 'Make the file', from: ['granted'], to: 'made', by: 'program' },
  drop: {
    zh: '申请人已无权限，不再生成',
    en: 'Drop, for the asker may no more',
    from: ['granted'],
    to: 'refused',
    by: 'program',
  },
  fetch: { zh: '下载导出文件', en: 'Fetch the file', from: ['made'], by: 'asker' },
} as const satisfies Steps<ExtractState, ExtractRole>;
export type ExtractStep = keyof typeof steps;

export const lifeCycle = { steps, states, roles };
