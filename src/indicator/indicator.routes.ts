/** Noun routes of indicators and readings: parse, call, show. */
import { defineIndicator, redefineIndicator, retireIndicator } from '#indicator/indicator.actions.ts';
import { indicatorApi as api } from '#indicator/indicator.api.ts';
import { countIndicators, listIndicators } from '#indicator/indicator.store.ts';
import { recordReading, withdrawReading } from '#indicator/reading.actions.ts';
import type { Serve } from '#people/serve.ts';

export function indicatorRoutes(serve: Serve): void {
  serve(api.list, ({ tx, actor, query }) => listIndicators(tx, actor, query));
  serve(api.count, ({ tx, actor, query }) => countIndicators(tx, actor, query));
  serve(api.define, ({ tx, actor, body }) => defineIndicator(tx, actor, body));
  serve(api.redefine, ({ tx, actor, params, body }) => redefineIndicator(tx, actor, params.id, body));
  serve(api.retire, ({ tx, actor, params, body }) => retireIndicator(tx, actor, params.id, body));
  serve(api.record, ({ tx, actor, params, body }) => recordReading(tx, actor, params.id, body));
  serve(api.withdraw, ({ tx, actor, params, body }) => withdrawReading(tx, actor, params.id, body));
}
