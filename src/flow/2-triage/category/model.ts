/** A model that proposes, and its training: states, and what decides which one serves. */
import type { Said } from '#platform/problem.ts';
import type { StateWords, Steps } from '#rules/steps.ts';
import { oneOf } from '#rules/vocabulary.ts';

export const modelKinds = {
  category: { zh: '分类', en: 'Category' },
  unit: { zh: '承办单位', en: 'Duty unit' },
} as const satisfies Record<string, Said>;
export type ModelKind = keyof typeof modelKinds;
export const modelKind = oneOf(modelKinds);

export const states = {
  candidate: { zh: '待比对', en: 'To be compared', tone: 'wait' },
  serving: { zh: '正在使用', en: 'Serving', tone: 'work' },
  retired: { zh: '已换下', en: 'Retired', tone: 'off' },
  refused: { zh: '未采用', en: 'Not taken', tone: 'off' },
} as const satisfies Record<string, StateWords>;
export type ModelState = keyof typeof states;
export const modelState = oneOf(states);

export const roles = {
  rule: { zh: '比对规则', en: 'the rule of taking over' },
  manager: { zh: '分类维护人', en: 'who maintains categories' },
} as const satisfies Record<string, Said>;
export type ModelRole = keyof typeof roles;

export const steps = {
  take: { zh: '接替', en: 'Take over', from: ['candidate'], to: 'serving', by: 'rule' },
  refuse: { zh: '不采用', en: 'Not taken', from: ['candidate'], to: 'refused', by: 'rule' },
  retire: { zh: '换下', en: 'Retire', from: ['serving'], to: 'retired', by: 'rule' },
  restore: { zh: '恢复使用', en: 'Restore', from: ['retired', 'refused'], to: 'serving', by: 'manager' },
} as const satisfies Steps<ModelState, ModelRole>;
export type ModelStep = keyof typeof steps;

export const lifeCycle = { steps, states, roles };

export const trainingStates = {
  waiting: { zh: '等待开始', en: 'Waiting', tone: 'wait' },
  running: { zh: '正在训练', en: 'Training', tone: 'work' },
  done: { zh: '已完成', en: 'Done', tone: 'done' },
  failed: { zh: '未成', en: 'Failed', tone: 'check' },
} as const satisfies Record<string, StateWords>;
export type TrainingState = keyof typeof trainingStates;
export const trainingState = oneOf(trainingStates);
