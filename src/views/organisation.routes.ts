/** The page of an organisation: its levels, facts and supervision, and what was done with it. */
import { creditApi } from '#credit/credit.api.ts';
import { organisationShown } from '#credit/organisation.store.ts';
import type { Serve } from '#people/serve.ts';
import { historyOf } from '#views/history.store.ts';

export function organisationRoutes(serve: Serve): void {
  serve(creditApi.page, async ({ tx, actor, params }) => ({
    ...(await organisationShown(tx, actor, params.id)),
    history: await historyOf(tx, params.id),
  }));
}
