/** 每月一题: one hard, frequent matter a month that a city takes on ahead of its complaints. Its vocabulary and life cycle. */
import type { Said } from '#platform/problem.ts';
import type { StateWords, Steps } from '#rules/steps.ts';
import { oneOf } from '#rules/vocabulary.ts';

export const states = {
  planned: { zh: '已选题', en: 'Planned', tone: 'wait' },
  running: { zh: '办理中', en: 'Being worked on', tone: 'work' },
  ended: { zh: '已办结', en: 'Ended', tone: 'done' },
  dropped: { zh: '已撤下', en: 'Dropped', tone: 'off' },
} as const satisfies Record<string, StateWords>;
export type MonthlyState = keyof typeof states;
export const monthlyState = oneOf(states);

export const roles = {
  planner: { zh: '整理共性问题的人', en: 'who sorts common problems' },
} as const satisfies Record<string, Said>;
export type MonthlyRole = keyof typeof roles;

export const steps = {
  change: { zh: '修改', en: 'Change', from: ['planned'], by: 'planner' },
  begin: { zh: '启动', en: 'Begin', from: ['planned'], to: 'running', by: 'planner' },
  end: { zh: '办结小结', en: 'End', from: ['running'], to: 'ended', by: 'planner' },
  drop: { zh: '撤下', en: 'Drop', from: ['planned', 'running'], to: 'dropped', by: 'planner' },
} as const satisfies Steps<MonthlyState, MonthlyRole>;
export type MonthlyStep = keyof typeof steps;

export const lifeCycle = { steps, states, roles };
