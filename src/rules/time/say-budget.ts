/** A length of time in the unit of a limit, in words. */
import type { UnitOfTime } from '#clock/due.ts';
import { plural } from '#platform/fill.ts';
import type { Said } from '#platform/problem.ts';

/** After a number; more of a limit that ends on a day of the month is counted in natural days. */
export const unitWords = {
  hour: { zh: '小时', en: 'hours' },
  day: { zh: '天', en: 'days' },
  working_hour: { zh: '工作小时', en: 'working hours' },
  working_day: { zh: '个工作日', en: 'working days' },
  month_day: { zh: '天', en: 'days' },
} as const satisfies Record<UnitOfTime, Said>;

/** The units to choose from. */
export const unitNames = {
  hour: { zh: '小时', en: 'Hours' },
  day: { zh: '自然日', en: 'Days' },
  working_hour: { zh: '工作小时', en: 'Working hours' },
  working_day: { zh: '工作日', en: 'Working days' },
  month_day: { zh: '每月第几日前', en: 'By a day of the month' },
} as const satisfies Record<UnitOfTime, Said>;

const one = { hour: 'hour', day: 'day', working_hour: 'working hour', working_day: 'working day', month_day: 'day' };

/** `10 个工作日`. */
export function sayBudget(budget: number, unit: UnitOfTime): Said {
  return { zh: `${budget} ${unitWords[unit].zh}`, en: `${budget} ${plural(budget, one[unit], unitWords[unit].en)}` };
}

/** The limit itself: `10 个工作日`, `每月 5 日前`. */
export function sayLimit(budget: number, unit: UnitOfTime): Said {
  if (unit !== 'month_day') return sayBudget(budget, unit);
  return { zh: `每月 ${budget} 日前`, en: `by day ${budget} of the month` };
}
