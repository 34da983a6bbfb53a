/** When the people of the demo city are at work: 9 to 17:30 on weekdays; what they do has office times. */
import { addDays, type Day, dayOf, hourMs, hourOfDay, startOfDay, weekdayOf } from '#clock/day.ts';

const OPENS = 9;
const CLOSES = 17.5;

/** Whether a day is worked: by the week, or by whoever knows the holidays. */
type Works = (day: Day) => boolean;
const onWeekdays: Works = (day) => ![0, 6].includes(weekdayOf(day));

export const isOffice = (at: Date, works = onWeekdays): boolean =>
  works(dayOf(at)) && hourOfDay(at) >= OPENS && hourOfDay(at) < CLOSES;

/** The same instant, or one in the next office hours, as many minutes after nine as the instant has past its hour. */
export function nextOffice(at: Date, works = onWeekdays): Date {
  if (isOffice(at, works)) return at;
  let day = dayOf(at);
  if (!works(day) || hourOfDay(at) >= CLOSES) day = addDays(day, 1);
  while (!works(day)) day = addDays(day, 1);
  const minutes = Math.floor(at.getTime() / 60_000) % 60;
  return new Date(startOfDay(day).getTime() + OPENS * hourMs + minutes * 60_000);
}
