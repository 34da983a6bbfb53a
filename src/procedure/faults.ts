/** What makes a procedure impossible, told step by step before anybody has to follow it. */
import type { Step } from '#procedure/step.ts';

export type Fault =
  | 'no_steps'
  | 'no_title'
  | 'key_twice'
  | 'circle'
  | 'after_missing'
  | 'no_limit'
  | 'limit_too_long'
  | 'no_role'
  | 'no_person'
  | 'no_unit'
  | 'listed_late'
  | 'listed_twice'
  | 'range_empty'
  | 'rule_step';
export type Field = keyof Step;
export type Found = { nth: number; field: Field; fault: Fault };

/** In the order of the steps; `no_steps` stands at the first. Who holds a post today only the database knows. */
export function faultsOf(steps: readonly Step[]): Found[] {
  if (steps.length === 0) return [{ nth: 0, field: 'title', fault: 'no_steps' }];
  const inCircle = circleOf(steps);
  return steps.flatMap((one, nth) => faultsIn(one, nth, steps, inCircle).map((found) => ({ nth, ...found })));
}

type Here = Omit<Found, 'nth'>;

function faultsIn(one: Step, nth: number, steps: readonly Step[], inCircle: ReadonlySet<string>): Here[] {
  const others = new Set(steps.filter((_, i) => i !== nth).map(({ key }) => key));
  const faults: Here[] = [];
  const find = (field: Field, fault: Fault, wrong: boolean) => wrong && faults.push({ field, fault });
  find('title', 'no_title', one.title === '');
  find('key', 'key_twice', steps.findIndex(({ key }) => key === one.key) < nth);
  find(
    'after',
    'after_missing',
    one.after.some((key) => key !== one.key && !others.has(key)),
  );
  find('after', 'circle', inCircle.has(one.key));
  find('budget', 'no_limit', one.budget === null || one.unitOfTime === null);
  find('budget', 'limit_too_long', tooLong(one));
  find('roleCode', 'no_role', one.who === 'role' && one.roleCode === null);
  find('personId', 'no_person', one.who === 'person' && one.personId === null);
  find('unitId', 'no_unit', needsUnit(one) && one.place === 'named' && one.unitId === null);
  find('who', 'listed_late', one.who === 'listed' && one.after.length > 0);
  find('who', 'listed_twice', one.who === 'listed' && steps.findIndex((other) => other.who === 'listed') < nth);
  const rule = one.feedback;
  find('feedback', 'rule_step', rule?.rule === 'step' && (!others.has(rule.key) || reaches(steps, rule.key, one.key)));
  find('feedback', 'range_empty', rule?.rule === 'reading' && isEmpty(rule.min, rule.max));
  return faults;
}

export const needsUnit = ({ who }: Pick<Step, 'who'>): boolean => who === 'role' || who === 'fits';

const isEmpty = (min: number | null, max: number | null) =>
  (min === null && max === null) || (min !== null && max !== null && min > max);

/** A day of the month is 1 to 28; nothing runs longer than three years. */
const tooLong = ({ budget, unitOfTime }: Step): boolean =>
  budget !== null &&
  ((unitOfTime === 'month_day' && budget > 28) || (unitOfTime?.endsWith('day') === true && budget > 1_000));

/** Keys of the steps that wait, in the end, for themselves. */
export const circleOf = (steps: readonly Step[]): Set<string> =>
  new Set(steps.flatMap(({ key, after }) => (after.some((before) => reaches(steps, before, key)) ? [key] : [])));

/** Does `from` wait for `to`, or is it `to`? */
function reaches(steps: readonly Step[], from: string, to: string, seen = new Set<string>()): boolean {
  if (from === to) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  return (steps.find(({ key }) => key === from)?.after ?? []).some((next) => reaches(steps, next, to, seen));
}

/** The columns of the small drawing: how many steps come at most before each. Only where there is no circle. */
export function depthsOf(steps: readonly Pick<Step, 'key' | 'after'>[]): Map<string, number> {
  const depths = new Map<string, number>();
  const depth = (key: string, path: readonly string[]): number => {
    const known = depths.get(key);
    if (known !== undefined) return known;
    const after = steps.find((one) => one.key === key)?.after.filter((one) => !path.includes(one)) ?? [];
    const found = after.length === 0 ? 0 : 1 + Math.max(...after.map((one) => depth(one, [...path, key])));
    depths.set(key, found);
    return found;
  };
  for (const { key } of steps) depth(key, [key]);
  return depths;
}
