/** Serves units. */
import type { Serve } from '#people/serve.ts';
import { succeed } from '#people/succession.actions.ts';
import { changeUnit, makeUnit } from '#people/unit.actions.ts';
import { unitApi as api } from '#people/unit.api.ts';
import { closeUnit, moveUnit } from '#people/unit-move.actions.ts';
import { listUnits, treeOf, unitPage } from '#people/unit-page.store.ts';

export function unitRoutes(serve: Serve): void {
  serve(api.tree, ({ tx, query }) => treeOf(tx, query.tree, query.on));
  serve(api.list, ({ tx, query }) => listUnits(tx, query));
  serve(api.one, ({ tx, params, query }) => unitPage(tx, params.id, query.on));
  serve(api.make, ({ tx, actor, body }) => makeUnit(tx, actor, body));
  serve(api.change, ({ tx, actor, params, body }) => changeUnit(tx, actor, params.id, body));
  serve(api.move, ({ tx, actor, params, body }) => moveUnit(tx, actor, params.id, body));
  serve(api.close, ({ tx, actor, params, body }) => closeUnit(tx, actor, params.id, body));
  serve(api.succeed, ({ tx, actor, body }) => succeed(tx, actor, body));
}
