/** The duty list: its vocabulary, the life cycle of its versions, and what a line says in words. */
import type { Said } from '#platform/problem.ts';
import type { StateWords, Steps } from '#rules/steps.ts';
import { oneOf } from '#rules/vocabulary.ts';

/** At which level of government a duty lies: those of areas that have units. */
export const levels = {
  city: { zh: '市级', en: 'City' },
  district: { zh: '区县', en: 'District' },
  township: { zh: '乡镇街道', en: 'Township' },
  village: { zh: '村社区', en: 'Village' },
} as const satisfies Record<string, Said>;
export type DutyLevel = keyof typeof levels;

/** Levels to which a matter withdrawn to the upper level is never sent. */
export const lowLevels = ['township', 'village'] as const satisfies DutyLevel[];
export const isLow = (level: string): boolean => (lowLevels as readonly string[]).includes(level);

export const states = {
  draft: { zh: '草案', en: 'Draft', tone: 'wait' },
  issued: { zh: '已发布', en: 'Issued', tone: 'work' },
  dropped: { zh: '已作废', en: 'Dropped', tone: 'off' },
} as const satisfies Record<string, StateWords>;
export type DutyState = keyof typeof states;

/** What time makes of an issued version: computed, never stored. */
export const phases = {
  draft: states.draft,
  coming: { zh: '待生效', en: 'Not yet in force', tone: 'wait' },
  inForce: { zh: '现行', en: 'In force', tone: 'work' },
  superseded: { zh: '已被替代', en: 'Superseded', tone: 'off' },
  dropped: states.dropped,
} as const satisfies Record<string, StateWords>;
export type DutyPhase = keyof typeof phases;

export const roles = {
  keeper: { zh: '编制职责清单的人', en: 'who keeps the duty list' },
} as const satisfies Record<string, Said>;
export type DutyRole = keyof typeof roles;

export const steps = {
  edit: { zh: '修改草案', en: 'Edit the draft', from: ['draft'], by: 'keeper' },
  issue: { zh: '发布', en: 'Issue', from: ['draft'], to: 'issued', by: 'keeper' },
  drop: { zh: '作废', en: 'Drop', from: ['draft', 'issued'], to: 'dropped', by: 'keeper' },
} as const satisfies Steps<DutyState, DutyRole>;
export type DutyStep = keyof typeof steps;

export const lifeCycle = { steps, states, roles };
export const dutyLevel = oneOf(levels);
export const dutyPhase = oneOf(phases);

type Version = { state: DutyState; validFrom: string | null };

/** @param versions all of them; @param day `YYYY-MM-DD` on which it is asked */
export function phaseOf(one: Version, versions: readonly Version[], day: string): DutyPhase {
  if (one.state !== 'issued') return one.state;
  if (one.validFrom! > day) return 'coming';
  const later = versions.some(
    ({ state, validFrom }) => state === 'issued' && validFrom! <= day && validFrom! > one.validFrom!,
  );
  return later ? 'superseded' : 'inForce';
}

/** What keeps a line from naming one open unit. */
export const troubles = {
  closed: { zh: '{unit}已撤销，没有承接单位', en: '{unit} is closed and has no successor' },
  split: { zh: '{unit}已分设为几个单位，要选定一个', en: '{unit} was split: one of its successors is to be chosen' },
  nobody: { zh: '事发地没有对应的{level}单位', en: 'There is no unit of the level “{level}” where it happened' },
  nowhere: {
    zh: '不知道事发地，定不了是哪个{level}',
    en: 'Without the place it is not known which unit of the level “{level}”',
  },
} as const satisfies Record<string, Said>;
export type Trouble = keyof typeof troubles;
