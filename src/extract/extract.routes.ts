/** Serves extracts. */
import { askExtract, decideExtract, fetchExtract } from '#extract/extract.actions.ts';
import { extractApi as api } from '#extract/extract.api.ts';
import { listExtracts } from '#extract/extract.store.ts';
import type { Serve } from '#people/serve.ts';

export function extractRoutes(serve: Serve): void {
  serve(api.list, ({ tx, actor, query }) => listExtracts(tx, actor, query));
  serve(api.ask, ({ tx, actor, body }) => askExtract(tx, actor, body));
  serve(api.decide, ({ tx, actor, params, body }) => decideExtract(tx, actor, params.id, body));
  serve(api.file, ({ tx, actor, params }) => fetchExtract(tx, actor, params.id));
}
