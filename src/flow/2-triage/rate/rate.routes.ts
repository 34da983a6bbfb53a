/** Noun routes of the three rates. */
import { dayOf } from '#clock/day.ts';
import { reachOf } from '#people/actor.ts';
import type { Serve } from '#people/serve.ts';
import { setRateRule } from '#triage/rate/rate.actions.ts';
import { rateApi as api } from '#triage/rate/rate.api.ts';
import { rateLines, ruleOf, ruleOn } from '#triage/rate/rate.store.ts';
import { countCases, listCases } from '#triage/rate/rate-case.store.ts';

export function rateRoutes(serve: Serve): void {
  serve(api.figures, async ({ tx, actor, query: { by, ...filter } }) => ({
    lines: await rateLines(tx, actor, filter, by),
    rule: await ruleOf(tx, filter.to),
    city: reachOf(actor, 'rate.read') === 'city',
  }));
  serve(api.cases, ({ tx, actor, query }) => listCases(tx, actor, query));
  serve(api.countCases, ({ tx, actor, query }) => countCases(tx, actor, query));
  serve(api.rule, ({ tx }) => ruleOn(tx, dayOf(tx.now)));
  serve(api.setRule, ({ tx, actor, body }) => setRateRule(tx, actor, body));
}
