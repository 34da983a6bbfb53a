/** Verbs on themes: confirm, rename, merge, split, take signals out, dismiss, restore; each can be taken back. */
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { problem } from '#platform/problem.ts';
import { maskWords } from '#text/mask.ts';
import { type Context, type Decision, decideOnTheme } from '#triage/theme/decide.ts';
import { writeGroups } from '#triage/theme/edge.store.ts';
import { groupNames, groupsUnder, insertTheme, signalsIn } from '#triage/theme/theme.store.ts';
import { standing } from '#triage/theme/theme.ts';

/** It keeps the name it has; runs rename it no more. */
export const confirmTheme = (tx: Tx, actor: Actor, id: string, input: Decision) =>
  decideOnTheme(tx, actor, id, 'confirm', input, async ({ theme, person }) => ({
    change: { named_by: theme.named_by ?? person },
  }));

export const renameTheme = (tx: Tx, actor: Actor, id: string, input: Decision & { name: string }) =>
  decideOnTheme(tx, actor, id, 'rename', input, async ({ theme, person }) => {
    const name = maskWords(input.name);
    return { change: { name, named_by: person }, data: { was: theme.name, now: name } };
  });

export const dismissTheme = (tx: Tx, actor: Actor, id: string, input: Decision & { reason: string }) =>
  decideOnTheme(tx, actor, id, 'dismiss', input, async () => ({ reason: input.reason }));

export const restoreTheme = (tx: Tx, actor: Actor, id: string, input: Decision) =>
  decideOnTheme(tx, actor, id, 'restore', input, async () => ({}));

/** All its matters go over; no run takes them apart again. */
export function mergeTheme(tx: Tx, actor: Actor, id: string, input: Decision & { into: string; reason: string }) {
  if (input.into === id) throw problem('merge_into_itself');
  const write = async ({ theme, others, hands }: Context) => {
    const into = others[0]!;
    if (into.survey_id !== theme.survey_id) throw problem('theme_elsewhere');
    if (!standing.includes(into.state)) {
      const reason = { zh: '目标主题已并入别处或已撤下', en: 'the other theme is merged or dismissed itself' };
      throw problem('not_now', { step: { zh: '并入', en: 'merge' }, reason });
    }
    const groups = await groupsUnder(tx, theme.id);
    await hands.lift(
      'groups',
      groups.map(({ edge }) => edge),
    );
    await hands.placeGroups(groups.map(({ group }) => ({ group, theme: into.id })));
    return {
      reason: input.reason,
      data: { into: into.id, groups: groups.length },
      change: { merged_into: into.id },
      otherChanges: [{ theme: into, change: {} }],
      also: [{ verb: 'theme.absorb', kind: 'theme', thing: into.id, data: { name: theme.name }, request: input.id }],
    };
  };
  return decideOnTheme(tx, actor, id, 'merge', input, write, [input.into]);
}

type Chosen = { groups: string[]; signals: string[] };
type Split = Decision & Chosen & { newId: string; name: string; reason: string };

/** Chosen matters, and chosen signals out of others, become a theme of their own. Some must be left. */
export async function splitTheme(tx: Tx, actor: Actor, id: string, input: Split) {
  const done = await decideOnTheme(tx, actor, id, 'split', input, async ({ theme, survey, person, hands }) => {
    const { groups, signals } = await chosenIn(tx, theme.id, input);
    const name = maskWords(input.name);
    const { newId: fresh } = input;
    const state = theme.state === 'proposed' ? 'proposed' : 'confirmed';
    await insertTheme(tx, { id: fresh, surveyId: survey.id, name, words: theme.words, by: person, state });
    await hands.lift(
      'groups',
      groups.map(({ edge }) => edge),
    );
    await hands.placeGroups(groups.map(({ group }) => ({ group, theme: fresh })));
    await moveOut(tx, survey.id, { hands }, signals, fresh, (one) => one.group);
    return {
      reason: input.reason,
      data: { into: fresh, groups: groups.length, signals: signals.length },
      // Taken back, it is a theme of which nothing is left.
      otherChanges: [{ theme: { id: fresh, name, named_by: null, state: 'gone' as const }, change: {} }],
      also: [{ verb: 'theme.make', kind: 'theme', thing: fresh, data: { name: theme.name }, request: input.id }],
    };
  });
  return { ...done, newId: input.newId };
}

/** Not of this theme: each goes to a matter of its own under no theme, and no run puts it back. */
export const takeOutSignals = (
  tx: Tx,
  actor: Actor,
  id: string,
  input: Decision & { signals: string[]; reason: string },
) =>
  decideOnTheme(tx, actor, id, 'takeOut', input, async ({ theme, survey, hands }) => {
    const { signals } = await chosenIn(tx, theme.id, { groups: [], signals: input.signals });
    await moveOut(tx, survey.id, { hands }, signals, null, (one) => one.signal);
    return { reason: input.reason, data: { signals: signals.length } };
  });

type Edge = { edge: string; signal: string; group: string };

/** @throws theme_elsewhere where something chosen stands there no more; theme_whole where nothing would be left */
async function chosenIn(tx: Tx, themeId: string, chosen: Chosen) {
  const hung = await groupsUnder(tx, themeId);
  const groups = hung.filter(({ group }) => chosen.groups.includes(group));
  const others = hung.filter(({ group }) => !chosen.groups.includes(group)).map(({ group }) => group);
  const rest = await signalsIn(tx, others);
  const wanted = new Set(chosen.signals);
  const signals: Edge[] = rest.filter(({ signal }) => wanted.has(signal));
  if (groups.length !== new Set(chosen.groups).size || signals.length !== wanted.size) throw problem('theme_elsewhere');
  if (signals.length === rest.length) throw problem('theme_whole');
  return { groups, signals };
}

/** Into new groups, as many as `together` tells apart, named as those they came from. */
async function moveOut(
  tx: Tx,
  surveyId: string,
  { hands }: Pick<Context, 'hands'>,
  signals: readonly Edge[],
  theme: string | null,
  together: (one: Edge) => string,
): Promise<void> {
  if (signals.length === 0) return;
  const names = await groupNames(tx, [...new Set(signals.map(({ group }) => group))]);
  const parts = [...Map.groupBy(signals, together).values()].map((part) => ({ id: newId(), part }));
  await writeGroups(
    tx,
    surveyId,
    parts.map(({ id, part }) => ({ id, ...names.get(part[0]!.group)! })),
  );
  await hands.lift(
    'signals',
    signals.map(({ edge }) => edge),
  );
  await hands.placeSignals(parts.flatMap(({ id, part }) => part.map(({ signal }) => ({ signal, group: id }))));
  await hands.placeGroups(parts.map(({ id }) => ({ group: id, theme })));
}
