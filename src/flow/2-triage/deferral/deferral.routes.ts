/** Noun routes of 挂账. */
import type { Serve } from '#people/serve.ts';
import {
  askDeferral,
  decideDeferral,
  keepDeferral,
  strikeDeferral,
  withdrawDeferral,
} from '#triage/deferral/deferral.actions.ts';
import { deferralApi as api } from '#triage/deferral/deferral.api.ts';

export function deferralRoutes(serve: Serve): void {
  serve(api.ask, ({ tx, actor, params, body }) => askDeferral(tx, actor, params.id, body));
  serve(api.withdraw, ({ tx, actor, params, body }) => withdrawDeferral(tx, actor, params.id, body));
  serve(api.decide, ({ tx, actor, params, body }) => decideDeferral(tx, actor, params.id, body));
  serve(api.keep, ({ tx, actor, params, body }) => keepDeferral(tx, actor, params.id, body));
  serve(api.strike, ({ tx, actor, params, body }) => strikeDeferral(tx, actor, params.id, body));
}
