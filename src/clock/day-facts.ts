/** What the calendar says of a day, worked out once: counting a limit asks for the same days thousands of times. */
import { type Calendar, isPublished, isWorkingDay } from '#clock/calendar.ts';
import { dayText, startOfDay } from '#clock/day.ts';
import { sessionsOn } from '#clock/office-hours.ts';
import type { Span } from '#clock/suspension.ts';

export type DayFacts = {
  works: boolean;
  published: boolean;
  /** 00:00 in Shanghai. */
  start: number;
  sessions: readonly Span[];
  /** Milliseconds in its sessions. */
  open: number;
};

/** Days are counted from 1 January 1970, as `dayNumber` does. Kept as long as the calendar is. */
export function factsOf(calendar: Calendar, office: string | null): (number: number) => DayFacts {
  const own = office !== null && calendar.hours.some((row) => row.unit_id === office) ? office : '';
  const offices = kept.get(calendar) ?? new Map<string, Map<number, DayFacts>>();
  kept.set(calendar, offices);
  const days = offices.get(own) ?? new Map<number, DayFacts>();
  offices.set(own, days);
  return (number) => {
    const known = days.get(number);
    if (known) return known;
    const day = dayText(number);
    const sessions = sessionsOn(calendar, office, day);
    const open = sessions.reduce((sum, [from, to]) => sum + to - from, 0);
    const start = startOfDay(day).getTime();
    const facts = { works: isWorkingDay(calendar, day), published: isPublished(calendar, day), start, sessions, open };
    days.set(number, facts);
    return facts;
  };
}

const kept = new WeakMap<Calendar, Map<string, Map<number, DayFacts>>>();
