/** Noun routes of call-backs by lot. */
import { dayOf } from '#clock/day.ts';
import type { Serve } from '#people/serve.ts';
import { callbackQueue, putOff, recordMissed, recordSaid, takeNext } from '#triage/callback/callback.actions.ts';
import { callbackApi as api } from '#triage/callback/callback.api.ts';
import { ruleOn } from '#triage/callback/callback.store.ts';
import { setCallbackRule } from '#triage/callback/draw.actions.ts';
import { loadDraw } from '#triage/callback/draw.store.ts';

export function callbackRoutes(serve: Serve): void {
  serve(api.queue, ({ tx, actor }) => callbackQueue(tx, actor));
  serve(api.take, async ({ tx, actor }) => ({ item: await takeNext(tx, actor) }));
  serve(api.say, ({ tx, actor, params, body }) => recordSaid(tx, actor, params.id, body));
  serve(api.miss, ({ tx, actor, params, body }) => recordMissed(tx, actor, params.id, body));
  serve(api.putOff, ({ tx, actor, params, body }) => putOff(tx, actor, params.id, body));
  serve(api.rule, ({ tx }) => ruleOn(tx, dayOf(tx.now)));
  serve(api.setRule, ({ tx, actor, body }) => setCallbackRule(tx, actor, body));
  serve(api.draw, ({ tx, params }) => loadDraw(tx, params.day));
}
