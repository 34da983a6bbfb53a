/** Noun routes of the triage desk: parse, call, show. */
import type { Serve } from '#people/serve.ts';
import { sendOn, takeBack } from '#triage/desk/dispatch.actions.ts';
import { dispatchApi as api } from '#triage/desk/dispatch.api.ts';

export function dispatchRoutes(serve: Serve): void {
  serve(api.send, ({ tx, actor, body }) => sendOn(tx, actor, body.dispatches));
  serve(api.takeBack, ({ tx, actor, body }) => takeBack(tx, actor, body.dispatches));
}
