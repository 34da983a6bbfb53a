/** Noun routes of exclusions. */
import type { Serve } from '#people/serve.ts';
import { openSteps } from '#rules/steps.ts';
import { askExclusion, decideExclusion } from '#triage/rate/exclusion.actions.ts';
import { exclusionApi as api } from '#triage/rate/exclusion.api.ts';
import { exclusionRoles, exclusionRow, listExclusions, loadExclusion } from '#triage/rate/exclusion.store.ts';
import { lifeCycle } from '#triage/rate/exclusion.ts';

export function exclusionRoutes(serve: Serve): void {
  serve(api.list, ({ tx, actor, query }) => listExclusions(tx, actor, query));
  serve(api.one, async ({ tx, actor, params }) => {
    const item = await loadExclusion(tx, actor, params.id);
    const roles = await exclusionRoles(tx, actor, await exclusionRow(tx, actor, params.id));
    return { ...item, buttons: openSteps(lifeCycle, item.state, roles) };
  });
  serve(api.ask, ({ tx, actor, body }) => askExclusion(tx, actor, body));
  serve(api.decide, ({ tx, actor, params, body }) => decideExclusion(tx, actor, params.id, body));
}
