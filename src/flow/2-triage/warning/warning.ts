/** A warning: somewhere more people tell of something than its own past explains. Its vocabulary and life cycle. */
import type { Said } from '#platform/problem.ts';
import type { StateWords, Steps } from '#rules/steps.ts';
import { oneOf } from '#rules/vocabulary.ts';

export const states = {
  new: { zh: '新预警', en: 'New', tone: 'wait' },
  noted: { zh: '已知悉', en: 'Noted', tone: 'work' },
  acted: { zh: '已立问题', en: 'Acted on', tone: 'done' },
  dismissed: { zh: '已排除', en: 'Dismissed', tone: 'off' },
  over: { zh: '已平息', en: 'Subsided', tone: 'off' },
} as const satisfies Record<string, StateWords>;
export type WarningState = keyof typeof states;
export const warningState = oneOf(states);

export const roles = {
  watcher: { zh: '处置预警的人', en: 'who decides on warnings' },
  program: { zh: '程序', en: 'the program' },
} as const satisfies Record<string, Said>;
export type WarningRole = keyof typeof roles;

export const steps = {
  note: { zh: '知悉', en: 'Note', from: ['new'], to: 'noted', by: 'watcher' },
  act: { zh: '立问题', en: 'Make a problem of it', from: ['new', 'noted'], to: 'acted', by: 'watcher' },
  dismiss: { zh: '排除', en: 'Dismiss', from: ['new', 'noted'], to: 'dismissed', by: 'watcher' },
  subside: { zh: '平息', en: 'Subside', from: ['new', 'noted'], to: 'over', by: 'program' },
} as const satisfies Steps<WarningState, WarningRole>;
export type WarningStep = keyof typeof steps;

export const lifeCycle = { steps, states, roles };

/** Of the past that is looked at: a year and what is needed to smooth around its first days. */
export const WATCHED_DAYS = 400;
/** False alarms a month where the office has said nothing. */
export const FALSE_ALARMS = 4;
/** After so many days without a burst an open warning has subsided. */
export const SUBSIDES_AFTER = 7;
/** What was decided on is told again after so many days, or as soon as twice as many tell of it. */
export const SILENT_DAYS = 14;
