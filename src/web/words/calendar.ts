/** The working calendar in the browser: what is left of a limit in working days is computed where it is shown. */
import { buildCalendar, type Calendar } from '#clock/calendar.ts';
import { cell, useCell } from '#web/place/cell.ts';

/** Until the city's calendar has come: Monday to Friday without the fixed holidays. */
export const calendarCell = cell<Calendar>(buildCalendar({ years: [], days: [] }));

export const useCalendar = (): Calendar => useCell(calendarCell);
