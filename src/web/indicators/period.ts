/** A period as it is called: a month, a year, a day, or from day to day. */
import { startOfDay, wallClock } from '#clock/day.ts';
import { monthIn } from '#clock/month.ts';
import type { Period } from '#indicator/reading.ts';
import type { Language } from '#platform/problem.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2026年10月`, `Oct 2026`; a day and a span with their days. */
export function sayPeriod({ from, to }: Period, language: Language): string {
  const month = monthIn(from, to);
  const { year } = wallClock(startOfDay(from));
  if (month) {
    const number = Number(month.slice(5));
    return language === 'zh' ? `${year}年${number}月` : `${months[number - 1]} ${year}`;
  }
  if (from === `${year}-01-01` && to === `${year}-12-31`) return language === 'zh' ? `${year}年` : `${year}`;
  if (from === to) return dayOf(from, language, true);
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  return language === 'zh'
    ? `${dayOf(from, language, true)}—${dayOf(to, language, !sameYear)}`
    : `${dayOf(from, language, !sameYear)} – ${dayOf(to, language, true)}`;
}

function dayOf(day: string, language: Language, withYear: boolean): string {
  const { year, month, day: number } = wallClock(startOfDay(day));
  if (language === 'zh') return `${withYear ? `${year}年` : ''}${month}月${number}日`;
  return `${number} ${months[month - 1]}${withYear ? ` ${year}` : ''}`;
}
