/** An indicator: a defined number over time. Its vocabulary, life cycle and dated definitions. */
import type { Day } from '#clock/day.ts';
import type { Said } from '#platform/problem.ts';
import type { StateWords, Steps } from '#rules/steps.ts';
import { oneOf } from '#rules/vocabulary.ts';

export const directions = {
  lower: { zh: '越低越好', en: 'Lower is better' },
  higher: { zh: '越高越好', en: 'Higher is better' },
} as const satisfies Record<string, Said>;
export type Direction = keyof typeof directions;

/** How a reading came. */
export const ways = {
  typed: { zh: '填报', en: 'Typed' },
  imported: { zh: '导入', en: 'Imported' },
  counted: { zh: '程序统计', en: 'Counted by the program' },
} as const satisfies Record<string, Said>;
export type Way = keyof typeof ways;

/** What the program counts by itself. */
export const countings = {
  signals_a_month: { zh: '问题每月线索', en: 'Signals of a problem a month' },
} as const satisfies Record<string, Said>;
export type Counting = keyof typeof countings;

export const states = {
  open: { zh: '在用', en: 'In use', tone: 'work' },
  retired: { zh: '已停用', en: 'Retired', tone: 'off' },
} as const satisfies Record<string, StateWords>;
export type IndicatorState = keyof typeof states;

export const roles = {
  manager: { zh: '归口单位的指标管理人', en: 'who manages the indicators of the unit it belongs to' },
  recorder: { zh: '归口单位的填报人', en: 'who records readings for the unit it belongs to' },
} as const satisfies Record<string, Said>;
export type IndicatorRole = keyof typeof roles;

export const steps = {
  record: { zh: '录入读数', en: 'Record a reading', from: ['open'], by: 'recorder' },
  count: { zh: '立即统计', en: 'Count now', from: ['open'], by: 'recorder' },
  withdraw: { zh: '撤回读数', en: 'Withdraw a reading', from: ['open', 'retired'], by: 'recorder' },
  redefine: { zh: '调整口径', en: 'Redefine', from: ['open'], by: 'manager' },
  retire: { zh: '停用', en: 'Retire', from: ['open'], to: 'retired', by: 'manager' },
} as const satisfies Steps<IndicatorState, IndicatorRole>;
export type IndicatorStep = keyof typeof steps;

export const lifeCycle = { steps, states, roles };

/** Steps that make no sense for one that is counted, and for one that people read. */
export const stepsFor = (counted: boolean): readonly IndicatorStep[] =>
  counted ? ['count', 'retire'] : ['record', 'withdraw', 'redefine', 'retire'];

export const direction = oneOf(directions);
export const indicatorState = oneOf(states);
export const counting = oneOf(countings);
export const way = oneOf(ways);

/**
 * The definition under which a period is read, of those in the order of their days; the first also covers the days before it.
 * `across` where another one begins inside the period: such a figure has no one meaning. Chromium 90 has no `findLast`.
 */
export function definitionOf<V extends { validFrom: Day }>(
  versions: readonly V[],
  from: Day,
  to: Day,
): { definition: V } | { across: V } {
  const across = versions.slice(1).find((one) => one.validFrom > from && one.validFrom <= to);
  if (across) return { across };
  return { definition: versions.filter((one) => one.validFrom <= from).pop() ?? versions[0]! };
}
