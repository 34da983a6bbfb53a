/** Taking back one's own decision on a theme, as long as nothing has come after it. */
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, mustBeAbleTo, personOf, signing } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { type Done, measureMoved, movesAny, mustSeeCity } from '#triage/theme/decide.ts';
import { close, reopen } from '#triage/theme/edge.store.ts';
import { lastDone, lockSurvey, type SurveyRow } from '#triage/theme/survey.store.ts';
import {
  type DecisionRow,
  lockDecision,
  lockThemes,
  markUndone,
  seeDecision,
  type ThemeRow,
  writeTheme,
} from '#triage/theme/theme.store.ts';
import { undoable } from '#triage/theme/theme.ts';

/**
 * Every theme it touched is as it was, every edge stands as it stood.
 * @throws not_found, not_yours, undone_already; undo_too_late where a theme has changed since, or a run has come after a move
 */
export async function undoDecision(tx: Tx, actor: Actor, decisionId: string, input: { id: string }): Promise<Done> {
  mustSeeCity(actor);
  mustBeAbleTo(actor, 'theme.manage');
  const { survey_id } = await seeDecision(tx, decisionId);
  const survey = await lockSurvey(tx, survey_id, 'share');
  const decision = await lockDecision(tx, decisionId);
  const by = signing(actor, 'theme.manage');
  const isNew = await once(tx, by, input.id, 'theme.undo', { decisionId });
  if (isNew) {
    if (decision.by_person !== personOf(actor)) throw problem('not_yours');
    if (decision.undone_at) throw problem('undone_already');
    if (!undoable.includes(decision.step)) throw problem('undo_too_late');
    await takeBack(tx, survey, decision, personOf(actor));
    await record(tx, by, {
      ...{ verb: 'theme.undo', kind: 'theme', thing: decision.theme_id, request: input.id },
      data: { step: decision.step, decision: decision.id },
    });
  }
  const [theme] = await lockThemes(tx, [decision.theme_id]);
  return { id: theme!.id, version: theme!.version };
}

async function takeBack(tx: Tx, survey: SurveyRow, { id, moved }: DecisionRow, person: string): Promise<void> {
  const themes = await lockThemes(
    tx,
    moved.themes.map((one) => one.id),
  );
  for (const [i, { version }] of moved.themes.entries())
    if (themes[i]!.version !== version) throw problem('undo_too_late');
  const run = await lastDone(tx, survey.id);
  // What a run has placed since, it placed on what stood: it would be left behind.
  if (movesAny(moved) && run !== moved.run) throw problem('undo_too_late');
  for (const kind of ['groups', 'signals'] as const) {
    const closed = await close(tx, kind, moved.opened[kind], { run, by: person });
    if (closed !== moved.opened[kind].length) throw problem('undo_too_late');
  }
  for (const kind of ['groups', 'signals'] as const) {
    if (moved.closed[kind].length > 0) await reopen(tx, kind, moved.closed[kind], run);
  }
  for (const { id: theme, was } of moved.themes)
    await writeTheme(tx, theme, { ...(was as ThemeRow), merged_into: null });
  await markUndone(tx, id);
  await measureMoved(tx, survey, run, moved);
}
