/** Routes of repeats: parse, call, show. */
import type { Serve } from '#people/serve.ts';
import { gatherEntered } from '#triage/repeat/entry.actions.ts';
import { showRepeats } from '#triage/repeat/find.ts';
import { repeatApi as api } from '#triage/repeat/repeat.api.ts';

export function repeatRoutes(serve: Serve): void {
  serve(api.find, ({ tx, actor, body }) => showRepeats(tx, actor, body));
  serve(api.enter, ({ tx, actor, params, body }) => gatherEntered(tx, actor, params.id, body));
}
