/** The page of a run with its history, as the ledger tells it. */
import type { Serve } from '#people/serve.ts';
import { runApi as api } from '#procedure/run.api.ts';
import { runOf } from '#procedure/run-page.store.ts';
import { historyOf } from '#views/history.store.ts';

export function runPageRoutes(serve: Serve): void {
  serve(api.one, async ({ tx, actor, params }) => ({
    ...(await runOf(tx, actor, params.id)),
    history: await historyOf(tx, params.id),
  }));
}
