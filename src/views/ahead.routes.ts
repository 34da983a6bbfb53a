/** Noun routes of what was acted on before anybody complained. */
import type { Serve } from '#people/serve.ts';
import { aheadApi as api } from '#views/ahead.api.ts';
import { aheadFigures, countAhead, listAhead } from '#views/ahead.view.ts';

export function aheadRoutes(serve: Serve): void {
  serve(api.figures, async ({ tx, actor, query }) => ({ lines: await aheadFigures(tx, actor, query) }));
  serve(api.list, ({ tx, actor, query }) => listAhead(tx, actor, query));
  serve(api.count, ({ tx, actor, query }) => countAhead(tx, actor, query));
}
