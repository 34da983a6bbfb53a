/** Noun routes that end a project. */
import { closeProject, reopenProject, waiveReading } from '#outcome/closing.actions.ts';
import { closingApi as api } from '#outcome/closing.api.ts';
import type { Serve } from '#people/serve.ts';

export function closingRoutes(serve: Serve): void {
  serve(api.waive, ({ tx, actor, params, body }) => waiveReading(tx, actor, params.id, body));
  serve(api.close, ({ tx, actor, params, body }) => closeProject(tx, actor, params.id, body));
  serve(api.reopen, ({ tx, actor, params, body }) => reopenProject(tx, actor, params.id, body));
}
