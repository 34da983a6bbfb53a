/** The common way of every decision on a theme: lock, once, open?, write, count anew, keep what undoes it, ledger. */

import type { Entry, Signature } from '#ledger/ledger.ts';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, may, mustBeAbleTo, personOf, reachOf, signing } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { mustBeOpen } from '#rules/decide.ts';
import type { Step } from '#rules/steps.ts';
import { close, type Edges, type Mover, openGroups, openSignals } from '#triage/theme/edge.store.ts';
import { measureThemes } from '#triage/theme/figure.store.ts';
import { lastDone, lastSpan, lockSurvey, type SurveyRow } from '#triage/theme/survey.store.ts';
import {
  insertDecision,
  lockThemes,
  type Moved,
  seeTheme,
  type ThemeChange,
  type ThemeRow,
  writeTheme,
} from '#triage/theme/theme.store.ts';
import { lifeCycle, steps, type ThemeRole, type ThemeState, type ThemeStep } from '#triage/theme/theme.ts';

export type Decision = { id: string; version: number };
export type Done = { id: string; version: number };

/** A survey speaks of the whole city: whoever sees less of its signals sees none of it. @throws not_found */
export function mustSeeCity(actor: Actor): void {
  if (reachOf(actor, 'theme.read') !== 'city') throw problem('not_found');
}

export function themeRoles(actor: Actor): Set<ThemeRole> {
  const held = new Set<ThemeRole>();
  if (may(actor, 'theme.manage')) held.add('analyst');
  if (may(actor, 'theme.manage') && may(actor, 'problem.make')) held.add('maker');
  return held;
}

/** What a decision does to the edges; each move is kept, so that it can be taken back. */
export type Hands = {
  by: Mover;
  placeSignals(placed: readonly { signal: string; group: string }[]): Promise<void>;
  placeGroups(placed: readonly { group: string; theme: string | null }[]): Promise<void>;
  lift(kind: keyof Edges, ids: readonly string[]): Promise<void>;
};

export type Context = {
  theme: ThemeRow;
  others: ThemeRow[];
  survey: SurveyRow;
  person: string;
  by: Signature;
  hands: Hands;
};
type Said = {
  reason?: string;
  data?: Record<string, unknown>;
  change?: ThemeChange;
  /** What happens to the other themes; one that the decision made is named with how it was not there before. */
  otherChanges?: { theme: Pick<ThemeRow, 'id' | 'name' | 'named_by' | 'state'>; change: ThemeChange }[];
  /** What the ledger says of other things besides. */
  also?: Entry[];
};

/** @param others themes that are locked with it, of the same survey */
export async function decideOnTheme<D extends Decision>(
  tx: Tx,
  actor: Actor,
  themeId: string,
  step: ThemeStep,
  input: D,
  write: (context: Context) => Promise<Said>,
  others: readonly string[] = [],
): Promise<Done> {
  mustSeeCity(actor);
  mustBeAbleTo(actor, 'theme.manage');
  // The survey first, as a run does.
  const survey = await lockSurvey(tx, (await seeTheme(tx, themeId)).survey_id, 'share');
  const [theme, ...rest] = (await lockThemes(tx, [themeId, ...others])) as [ThemeRow, ...ThemeRow[]];
  const by = signing(actor, 'theme.manage');
  if (!(await once(tx, by, input.id, `theme.${step}`, { themeId, ...input })))
    return { id: theme.id, version: theme.version };
  await mustBeOpen(tx, lifeCycle, step, theme, themeRoles(actor), input.version);
  const person = personOf(actor);
  const run = await lastDone(tx, survey.id);
  const nothing = () => ({ groups: [], signals: [] });
  const moved: Moved = { run, themes: [], opened: nothing(), closed: nothing() };
  const hands = handsOf(tx, survey.id, { run, by: person }, moved);
  const {
    change,
    otherChanges = [],
    also = [],
    reason,
    data,
  } = await write({ theme, others: rest, survey, person, by, hands });
  const row: Step<ThemeState, ThemeRole> = steps[step];
  const all = [{ theme, change: { ...change, ...(row.to && { state: row.to }) } }, ...otherChanges];
  let version = theme.version;
  for (const { theme: one, change: changed } of all) {
    const now = await writeTheme(tx, one.id, changed);
    if (one.id === theme.id) version = now;
    moved.themes.push({ id: one.id, was: { name: one.name, named_by: one.named_by, state: one.state }, version: now });
  }
  await insertDecision(tx, {
    id: input.id,
    survey_id: survey.id,
    theme_id: theme.id,
    step,
    by_person: person,
    words: reason ?? '',
    moved,
  });
  await measureMoved(tx, survey, run, moved);
  const own: Entry = {
    ...{ verb: `theme.${step}`, kind: 'theme', thing: theme.id, request: input.id },
    ...(reason !== undefined && { reason }),
    data: { ...(row.to && { from: theme.state, to: row.to }), ...data },
  };
  await record(tx, by, [own, ...also]);
  return { id: theme.id, version };
}

/** Whether any signal or matter went anywhere. */
export const movesAny = ({ opened, closed }: Moved): boolean =>
  [opened, closed].some(({ groups, signals }) => groups.length + signals.length > 0);

/** Figures move only where edges did. */
export async function measureMoved(tx: Tx, survey: SurveyRow, run: number, moved: Moved): Promise<void> {
  if (!movesAny(moved)) return;
  const { themes } = moved;
  const span = await lastSpan(tx, survey.id);
  if (span)
    await measureThemes(
      tx,
      survey,
      { run, span },
      themes.map(({ id }) => id),
    );
}

function handsOf(tx: Tx, surveyId: string, by: Mover, moved: Moved): Hands {
  return {
    by,
    async placeSignals(placed) {
      moved.opened.signals.push(...(await openSignals(tx, surveyId, placed, by)));
    },
    async placeGroups(placed) {
      moved.opened.groups.push(...(await openGroups(tx, placed, by)));
    },
    async lift(kind, ids) {
      await close(tx, kind, ids, by);
      moved.closed[kind].push(...ids);
    },
  };
}
