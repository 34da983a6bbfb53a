/** A theme: matters of one kind wherever they happen, as a survey proposes it and people decide. Vocabulary and life cycle. */
import type { Said } from '#platform/problem.ts';
import type { StateWords, Steps } from '#rules/steps.ts';
import { oneOf } from '#rules/vocabulary.ts';

export const states = {
  proposed: { zh: '建议，待确认', en: 'Proposed', tone: 'wait' },
  confirmed: { zh: '已确认', en: 'Confirmed', tone: 'work' },
  campaign: { zh: '已立为共性问题', en: 'A common problem', tone: 'check' },
  dismissed: { zh: '不作为主题', en: 'Dismissed', tone: 'off' },
  merged: { zh: '已并入', en: 'Merged', tone: 'off' },
  gone: { zh: '已无线索', en: 'No signals left', tone: 'off' },
} as const satisfies Record<string, StateWords>;
export type ThemeState = keyof typeof states;

export const roles = {
  analyst: { zh: '负责研判的人', en: 'whoever surveys matters' },
  maker: { zh: '可以立问题的派单员', en: 'a dispatcher who may make problems' },
} as const satisfies Record<string, Said>;
export type ThemeRole = keyof typeof roles;

const alive = ['proposed', 'confirmed', 'campaign'] as const;

export const steps = {
  confirm: { zh: '确认', en: 'Confirm', from: ['proposed'], to: 'confirmed', by: 'analyst' },
  found: { zh: '立为共性问题', en: 'Make it a common problem', from: ['confirmed'], to: 'campaign', by: 'maker' },
  follow: { zh: '并入新来的线索', en: 'Take in what came since', from: ['campaign'], by: 'maker' },
  rename: { zh: '改名', en: 'Rename', from: alive, by: 'analyst' },
  merge: { zh: '并入其他主题', en: 'Merge into another', from: ['proposed', 'confirmed'], to: 'merged', by: 'analyst' },
  split: { zh: '拆分', en: 'Split', from: alive, by: 'analyst' },
  takeOut: { zh: '移出线索', en: 'Take signals out', from: alive, by: 'analyst' },
  dismiss: { zh: '不作为主题', en: 'Dismiss', from: ['proposed', 'confirmed'], to: 'dismissed', by: 'analyst' },
  restore: { zh: '恢复', en: 'Restore', from: ['dismissed'], to: 'proposed', by: 'analyst' },
} as const satisfies Steps<ThemeState, ThemeRole>;
export type ThemeStep = keyof typeof steps;

/** What happens to a theme by a decision on another, or by taking one back. */
const also = {
  make: { zh: '由另一主题拆出', en: 'Split off another' },
  absorb: { zh: '另一主题并入', en: 'Another merged into it' },
  undo: { zh: '撤销', en: 'Undone' },
} as const satisfies Record<string, Said>;

export const lifeCycle = { steps, states, roles, also };

/** What can be taken back by whoever did it, as long as nothing came after. A common problem goes its own way. */
export const undoable: readonly ThemeStep[] = ['confirm', 'rename', 'merge', 'split', 'takeOut', 'dismiss', 'restore'];

/** On the list of what there is to look at; the others are kept and found by their own tab. */
export const standing: readonly ThemeState[] = alive;

export const themeState = oneOf(states);
