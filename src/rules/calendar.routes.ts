/** Noun routes of the working calendar and of office hours. */
import { calendarRows } from '#clock/clock.store.ts';
import type { Plan } from '#clock/move.store.ts';
import type { Serve } from '#people/serve.ts';
import { namesOf } from '#people/thing-names.ts';
import type { Tx } from '#platform/db.ts';
import { changeHours, importYear, planHours, planYear } from '#rules/calendar.actions.ts';
import { calendarApi as api, type CalendarPlan } from '#rules/calendar.api.ts';
import { arrangedDays, changeHistory, hoursRows, isYearPublished, missingYears } from '#rules/calendar.store.ts';

export function calendarRoutes(serve: Serve): void {
  serve(api.calendar, ({ tx }) => calendarRows(tx));
  serve(api.missing, ({ tx }) => missingYears(tx));
  serve(api.year, async ({ tx, params: { year } }) => ({
    ...{ year, published: await isYearPublished(tx, year) },
    ...{ days: await arrangedDays(tx, year), missing: await missingYears(tx) },
  }));
  serve(api.hours, async ({ tx }) => ({
    items: (await hoursRows(tx)).map(({ withdrawn_at, ...row }) => ({ ...row, withdrawn: withdrawn_at !== null })),
  }));
  serve(api.changes, async ({ tx }) => ({
    items: (await changeHistory(tx)).map(({ at, finished_at, ...row }) => ({
      ...{ ...row, at: at.toISOString(), finishedAt: finished_at?.toISOString() ?? null },
    })),
  }));
  serve(api.planYear, async ({ tx, body }) => shown(tx, await planYear(tx, body)));
  serve(api.planHours, async ({ tx, body }) => shown(tx, await planHours(tx, body)));
  serve(api.importYear, ({ tx, actor, body }) => importYear(tx, actor, body));
  serve(api.changeHours, ({ tx, actor, body }) => changeHours(tx, actor, body));
}

/** Things by their numbers, as the audit page names them: what they are about is not the calendar's concern. */
async function shown(tx: Tx, { kinds, first }: Plan): Promise<CalendarPlan> {
  const names = await namesOf(tx, first);
  return {
    kinds,
    first: first.map(({ kind, thing, limit_name, from, to }) => ({
      ...{ kind, id: thing, number: names.get(thing) ?? '', limit: limit_name },
      ...{ from: from.toISOString(), to: to.toISOString() },
    })),
  };
}
