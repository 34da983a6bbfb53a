/** A length of time in the unit of a limit, in words. */
import type { UnitOfTime } from '#clock/due.ts';
import { plural } from '#platform/fill.ts';
import type { Said } from '#platform/problem.ts';

export const unitWords = {
  hour: { zh: '小时', en: 'hours' },
  day: { zh: '天', en: 'days' },
  working_hour: { zh: '工作小时', en: 'working hours' },
  working_day: { zh: '个工作日', en: 'working days' },
  month_day: { zh: '每月第几日', en: 'day of the month' },
} as const satisfies Record<UnitOfTime, Said>;

const one = { hour: 'hour', day: 'day', working_hour: 'working hour', working_day: 'working day', month_day: 'day' };

/** `10 个工作日`; more of a limit that ends on a day of the month is counted in natural days. */
export function sayBudget(budget: number, unit: UnitOfTime): Said {
  const of = unit === 'month_day' ? 'day' : unit;
  return { zh: `${budget} ${unitWords[of].zh}`, en: `${budget} ${plural(budget, one[of], unitWords[of].en)}` };
}

/** The limit itself: `10 个工作日`, `每月 5 日前`. */
export function sayLimit(budget: number, unit: UnitOfTime): Said {
  if (unit !== 'month_day') return sayBudget(budget, unit);
  return { zh: `每月 ${budget} 日前`, en: `by day ${budget} of the month` };
}
