/** A measure: what is to be done about one or more causes. Its vocabulary and life cycle. */
import type { CauseRole } from '#cause/cause.ts';
import { roles } from '#cause/cause.ts';
import type { StateWords, Steps } from '#rules/steps.ts';
import { oneOf } from '#rules/vocabulary.ts';

export const states = {
  proposed: { zh: '拟定', en: 'Proposed', tone: 'wait' },
  adopted: { zh: '已采纳', en: 'Adopted', tone: 'done' },
  dropped: { zh: '不采用', en: 'Dropped', tone: 'off' },
} as const satisfies Record<string, StateWords>;
export type MeasureState = keyof typeof states;

const standing = ['proposed', 'adopted'] as const;

export const steps = {
  adopt: { zh: '采纳', en: 'Adopt', from: ['proposed'], to: 'adopted', by: 'confirmer' },
  describe: { zh: '修改', en: 'Describe', from: ['proposed'], by: 'tracer' },
  pair: { zh: '联动', en: 'Carry out together', from: standing, by: 'tracer' },
  part: { zh: '解除联动', en: 'Carry out apart', from: standing, by: 'tracer' },
  drop: { zh: '不采用', en: 'Drop', from: standing, to: 'dropped', by: 'tracer' },
  restore: { zh: '恢复', en: 'Restore', from: ['dropped'], to: 'proposed', by: 'tracer' },
} as const satisfies Steps<MeasureState, CauseRole>;
export type MeasureStep = keyof typeof steps;

export const lifeCycle = { steps, states, roles };
export const measureState = oneOf(states);
