/** When the people of the demo city are at work: 9 to 17:30 on weekdays; what they do has office times. */
import { addDays, dayOf, hourMs, startOfDay, weekdayOf } from '#clock/day.ts';

const OPENS = 9;
const CLOSES = 17.5;

const hourOf = (at: Date) => (at.getTime() - startOfDay(dayOf(at)).getTime()) / hourMs;
const isWeekend = (at: Date) => [0, 6].includes(weekdayOf(dayOf(at)));

export const isOffice = (at: Date): boolean => !isWeekend(at) && hourOf(at) >= OPENS && hourOf(at) < CLOSES;

/** The same instant, or one in the next office hours, as many minutes after nine as the instant has past its hour. */
export function nextOffice(at: Date): Date {
  if (isOffice(at)) return at;
  let day = dayOf(at);
  if (isWeekend(at) || hourOf(at) >= CLOSES) day = addDays(day, 1);
  while (weekdayOf(day) === 0 || weekdayOf(day) === 6) day = addDays(day, 1);
  const minutes = Math.floor(at.getTime() / 60_000) % 60;
  return new Date(startOfDay(day).getTime() + OPENS * hourMs + minutes * 60_000);
}
