/** Noun routes of monthly themes. */
import type { Serve } from '#people/serve.ts';
import { candidatesOf } from '#triage/monthly/candidates.ts';
import { beginMonthly, changeMonthly, dropMonthly, endMonthly, planMonthly } from '#triage/monthly/monthly.actions.ts';
import { monthlyApi as api } from '#triage/monthly/monthly.api.ts';
import { monthlyRoles, pastOf, yearOf } from '#triage/monthly/monthly.store.ts';

/** So many are offered to choose from. */
const OFFERED = 20;

export function monthlyRoutes(serve: Serve): void {
  serve(api.year, async ({ tx, actor, query }) => ({
    items: await yearOf(tx, actor, query.year),
    mayPlan: monthlyRoles(actor).has('planner'),
  }));
  serve(api.candidates, async ({ tx, query: { year, month } }) => ({
    items: candidatesOf(await pastOf(tx, `${year}-${String(month).padStart(2, '0')}`)).slice(0, OFFERED),
  }));
  serve(api.plan, ({ tx, actor, body }) => planMonthly(tx, actor, body));
  serve(api.change, ({ tx, actor, params, body }) => changeMonthly(tx, actor, params.id, body));
  serve(api.begin, ({ tx, actor, params, body }) => beginMonthly(tx, actor, params.id, body));
  serve(api.end, ({ tx, actor, params, body }) => endMonthly(tx, actor, params.id, body));
  serve(api.drop, ({ tx, actor, params, body }) => dropMonthly(tx, actor, params.id, body));
}
