/** Routes of choosing who is given a task, and of how even the shares are kept. */
import type { Serve } from '#people/serve.ts';
import { proposePersons } from '#task/choose.actions.ts';
import { chooseApi as api } from '#task/choose.api.ts';
import { previewShares, setShares } from '#task/share.actions.ts';
import { shareApi } from '#task/share.api.ts';
import { shareRules } from '#task/share.store.ts';

export function chooseRoutes(serve: Serve): void {
  serve(api.candidates, ({ tx, actor, params, query }) => proposePersons(tx, actor, { unitId: params.id, ...query }));
  serve(shareApi.list, async ({ tx }) => ({
    items: (await shareRules(tx)).map((one) => ({ ...one, at: one.at.toISOString() })),
  }));
  serve(shareApi.preview, ({ tx, query }) => previewShares(tx, query));
  serve(shareApi.set, ({ tx, actor, body }) => setShares(tx, actor, body));
}
