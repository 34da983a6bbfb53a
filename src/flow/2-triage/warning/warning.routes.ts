/** Noun routes of early warnings. */
import type { Serve } from '#people/serve.ts';
import { warningBoard, warningPage, warningTrend } from '#triage/warning/board.store.ts';
import { changeRule, decideOnWarning } from '#triage/warning/decide.actions.ts';
import { warningApi as api } from '#triage/warning/warning.api.ts';

export function warningRoutes(serve: Serve): void {
  serve(api.board, ({ tx, actor }) => warningBoard(tx, actor));
  serve(api.trend, ({ tx, query: { areaId = null, categoryId = null } }) => warningTrend(tx, { areaId, categoryId }));
  serve(api.one, ({ tx, actor, params }) => warningPage(tx, actor, params.id));
  serve(api.note, ({ tx, actor, params, body }) => decideOnWarning(tx, actor, params.id, 'note', body));
  serve(api.act, ({ tx, actor, params, body }) => decideOnWarning(tx, actor, params.id, 'act', body));
  serve(api.dismiss, ({ tx, actor, params, body }) => decideOnWarning(tx, actor, params.id, 'dismiss', body));
  serve(api.rule, ({ tx, actor, body }) => changeRule(tx, actor, body));
}
