/** The noun route of the working calendar. */
import { calendarRows } from '#clock/clock.store.ts';
import type { Serve } from '#people/serve.ts';
import { calendarApi as api } from '#rules/calendar.api.ts';

export function calendarRoutes(serve: Serve): void {
  serve(api.calendar, ({ tx }) => calendarRows(tx));
}
