/** Noun routes of choosing who is given a task. */
import type { Serve } from '#people/serve.ts';
import { proposePersons, setCap } from '#task/choose.actions.ts';
import { chooseApi as api } from '#task/choose.api.ts';

export function chooseRoutes(serve: Serve): void {
  serve(api.candidates, ({ tx, actor, params, query }) => proposePersons(tx, actor, { unitId: params.id, ...query }));
  serve(api.setCap, ({ tx, actor, body }) => setCap(tx, actor, body));
}
