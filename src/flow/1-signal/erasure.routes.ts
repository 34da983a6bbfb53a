/** Noun routes of erasure. */
import type { Serve } from '#people/serve.ts';
import { eraseSignal } from '#signal/erase.actions.ts';
import { erasureApi as api } from '#signal/erasure.api.ts';
import { erasuresMade, expiredNights, holdingOf, previewRetention, retentionRules } from '#signal/erasure.store.ts';

export function erasureRoutes(serve: Serve): void {
  serve(api.erase, ({ tx, actor, body }) => eraseSignal(tx, actor, body));
  serve(api.holding, ({ tx, query }) => holdingOf(tx, query.number));
  serve(api.list, async ({ tx, query }) => ({
    ...(await erasuresMade(tx, query.cursor)),
    nights: query.cursor ? [] : await expiredNights(tx),
  }));
  serve(api.rules, async ({ tx }) => ({ items: await retentionRules(tx) }));
  serve(api.preview, ({ tx, params, query }) => previewRetention(tx, params.id, query.months));
}
