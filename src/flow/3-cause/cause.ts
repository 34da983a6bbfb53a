/** A cause: a node of the tree that a problem is traced along. Its vocabulary, life cycle and pure rules. */
import type { Said } from '#platform/problem.ts';
import type { StateWords, Steps } from '#rules/steps.ts';
import { oneOf } from '#rules/vocabulary.ts';

/** 业务原因 and 党建原因: how the work is done, and how those who do it are led. */
export const layers = {
  operational: { zh: '业务', en: 'Operational' },
  organisational: { zh: '党建', en: 'Organisational' },
} as const satisfies Record<string, Said>;
export type Layer = keyof typeof layers;

/** Of an organisational cause: where in purpose, conduct, responsibility, capability or mechanism it lies; of an operational one its own list. */
export const kinds = {
  rule: { zh: '制度标准', en: 'Rules and standards', layer: 'operational' },
  process: { zh: '流程衔接', en: 'Process', layer: 'operational' },
  resource: { zh: '人财物', en: 'Means', layer: 'operational' },
  facility: { zh: '设施技术', en: 'Facilities and technique', layer: 'operational' },
  outside: { zh: '外部条件', en: 'Outside conditions', layer: 'operational' },
  purpose: { zh: '宗旨意识', en: 'Purpose', layer: 'organisational' },
  conduct: { zh: '作风', en: 'Conduct', layer: 'organisational' },
  responsibility: { zh: '责任落实', en: 'Responsibility', layer: 'organisational' },
  capability: { zh: '能力', en: 'Capability', layer: 'organisational' },
  mechanism: { zh: '机制', en: 'Mechanism', layer: 'organisational' },
} as const satisfies Record<string, Said & { layer: Layer }>;
export type CauseKind = keyof typeof kinds;

export const states = {
  unverified: { zh: '未核实', en: 'Unverified', tone: 'wait' },
  confirmed: { zh: '已核实', en: 'Confirmed', tone: 'done' },
  refuted: { zh: '已排除', en: 'Refuted', tone: 'off' },
  withdrawn: { zh: '已撤下', en: 'Withdrawn', tone: 'off' },
  merged: { zh: '已并入', en: 'Merged', tone: 'off' },
} as const satisfies Record<string, StateWords>;
export type CauseState = keyof typeof states;

export const roles = {
  tracer: { zh: '办理单位或派单员', en: 'the unit that has the problem, or a dispatcher' },
  confirmer: { zh: '有核实权限的人', en: 'a person who may confirm causes' },
} as const satisfies Record<string, Said>;
export type CauseRole = keyof typeof roles;

const standing = ['unverified', 'confirmed'] as const;

export const steps = {
  confirm: { zh: '核实', en: 'Confirm', from: ['unverified'], to: 'confirmed', by: 'confirmer' },
  refute: { zh: '排除', en: 'Refute', from: ['unverified'], to: 'refuted', by: 'confirmer' },
  doubt: {
    zh: '重新核实',
    en: 'Open to doubt again',
    from: ['confirmed', 'refuted'],
    to: 'unverified',
    by: 'confirmer',
  },
  describe: { zh: '修改', en: 'Describe', from: ['unverified'], by: 'tracer' },
  weigh: { zh: '补充佐证', en: 'Weigh evidence', from: ['unverified', 'confirmed', 'refuted'], by: 'tracer' },
  rehang: { zh: '改挂', en: 'Hang elsewhere', from: standing, by: 'tracer' },
  link: { zh: '关联问题', en: 'Link to a problem', from: standing, by: 'tracer' },
  merge: { zh: '并入其他原因', en: 'Merge into another', from: standing, to: 'merged', by: 'tracer' },
  withdraw: { zh: '撤下', en: 'Withdraw', from: ['unverified'], to: 'withdrawn', by: 'tracer' },
  restore: { zh: '恢复', en: 'Restore', from: ['withdrawn'], to: 'unverified', by: 'tracer' },
} as const satisfies Steps<CauseState, CauseRole>;
export type CauseStep = keyof typeof steps;

export const lifeCycle = { steps, states, roles };

/** What speaks for a cause, and what against it. */
export const sides = {
  for: { zh: '支持', en: 'For' },
  against: { zh: '反对', en: 'Against' },
} as const satisfies Record<string, Said>;
export type Side = keyof typeof sides;

export const layer = oneOf(layers);
export const causeKind = oneOf(kinds);
export const causeState = oneOf(states);
export const side = oneOf(sides);

export const kindBelongs = (of: Layer, kind: CauseKind): boolean => kinds[kind].layer === of;
