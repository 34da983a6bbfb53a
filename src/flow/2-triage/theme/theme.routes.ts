/** Noun routes of surveys and themes: parse, call, show. */
import type { Serve } from '#people/serve.ts';
import { followCampaign, foundCampaign } from '#triage/theme/campaign.actions.ts';
import { listThemes, showSurveys, themeSignals } from '#triage/theme/list.store.ts';
import { makeSurvey, runNow, setHeat } from '#triage/theme/survey.actions.ts';
import {
  confirmTheme,
  dismissTheme,
  mergeTheme,
  renameTheme,
  restoreTheme,
  splitTheme,
  takeOutSignals,
} from '#triage/theme/theme.actions.ts';
import { themeApi as api } from '#triage/theme/theme.api.ts';
import { undoDecision } from '#triage/theme/undo.actions.ts';

export function themeRoutes(serve: Serve): void {
  serve(api.surveys, ({ tx, actor }) => showSurveys(tx, actor));
  serve(api.makeSurvey, ({ tx, actor, body }) => makeSurvey(tx, actor, body));
  serve(api.run, ({ tx, actor, params, body }) => runNow(tx, actor, params.id, body));
  serve(api.list, ({ tx, actor, query }) => listThemes(tx, actor, query));
  serve(api.signals, ({ tx, actor, params, query }) => themeSignals(tx, actor, params.id, query));
  serve(api.confirm, ({ tx, actor, params, body }) => confirmTheme(tx, actor, params.id, body));
  serve(api.rename, ({ tx, actor, params, body }) => renameTheme(tx, actor, params.id, body));
  serve(api.merge, ({ tx, actor, params, body }) => mergeTheme(tx, actor, params.id, body));
  serve(api.split, ({ tx, actor, params, body }) => splitTheme(tx, actor, params.id, body));
  serve(api.takeOut, ({ tx, actor, params, body }) => takeOutSignals(tx, actor, params.id, body));
  serve(api.dismiss, ({ tx, actor, params, body }) => dismissTheme(tx, actor, params.id, body));
  serve(api.restore, ({ tx, actor, params, body }) => restoreTheme(tx, actor, params.id, body));
  serve(api.found, ({ tx, actor, params, body }) => foundCampaign(tx, actor, params.id, body));
  serve(api.follow, ({ tx, actor, params, body }) => followCampaign(tx, actor, params.id, body));
  serve(api.undo, ({ tx, actor, params, body }) => undoDecision(tx, actor, params.id, body));
  serve(api.setHeat, ({ tx, actor, body }) => setHeat(tx, actor, body));
}
