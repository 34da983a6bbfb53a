/** Noun routes of counting: parse, call, show. */
import { countNow, defineCount } from '#outcome/count.actions.ts';
import { countApi as api } from '#outcome/count.api.ts';
import type { Serve } from '#people/serve.ts';

export function countRoutes(serve: Serve): void {
  serve(api.define, ({ tx, actor, params, body }) => defineCount(tx, actor, params.id, body));
  serve(api.now, ({ tx, actor, params, body }) => countNow(tx, actor, params.id, body));
}
