/** The working calendar in the browser: what is left of a limit in working days is computed where it is shown. */
import { useEffect } from 'react';
import type { z } from 'zod';
import { buildCalendar, type Calendar } from '#clock/calendar.ts';
import type { Route } from '#platform/api.ts';
import { useRead } from '#web/call/use-read.ts';
import { cell, useCell } from '#web/place/cell.ts';

type CalendarRows = Parameters<typeof buildCalendar>[0];

/** The route that gives the city's calendar, called without arguments. */
export type CalendarRoute = Route & { reply: z.ZodType<CalendarRows> };

/** Until the city's calendar has come: Monday to Friday without the fixed holidays. */
const calendarCell = cell<Calendar>(buildCalendar({ years: [], days: [] }));

export const useCalendar = (): Calendar => useCell(calendarCell);

/** Once, inside the gate. */
export function useCityCalendar(route: CalendarRoute): void {
  const { data } = useRead(route, {});
  useEffect(() => {
    if (data) calendarCell.set(buildCalendar(data));
  }, [data]);
}
