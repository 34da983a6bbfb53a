/** A ladder while it is written: what the editor holds, and what each of its buttons makes of it. Pure. */
import { addDays, dayOf } from '#clock/day.ts';
import type { LadderShown } from '#supervision/ladder.api.ts';
import { type Condition, type LadderKind, MOST_RUNGS, presets, type Rung } from '#supervision/ladder.ts';

export type Draft = {
  /** The version that it replaces. */
  replaces: string | null;
  kind: LadderKind;
  limitName: string | null;
  condition: Condition | null;
  name: string;
  from: string | null;
  to: string | null;
  fallback: { id: string; name: string } | null;
  /** Each with a key of its own, which stays with it as it moves. */
  rungs: readonly (Rung & { key: number })[];
  nextKey: number;
  reason: string;
};

export type Preset = keyof typeof presets;

const keyed = (rungs: readonly Rung[]) => rungs.map((rung, key) => ({ ...rung, key }));

export function draftAfterPreset(preset: Preset, today: string): Draft {
  const { zh, rungs } = presets[preset];
  return {
    ...{ replaces: null, kind: 'problem', limitName: null, condition: null, name: zh, fallback: null },
    ...{ from: today, to: null, rungs: keyed(rungs), nextKey: rungs.length, reason: '' },
  };
}

/** From tomorrow on, in place of one that holds today; what is to begin later is replaced on its own first day. */
export function draftOfLadder(one: LadderShown, today: string): Draft {
  const { id, kind, limitName, condition, name, fallback, rungs, validFrom, validTo } = one;
  const [begins, ends] = [dayOf(new Date(validFrom)), validTo && dayOf(new Date(validTo))];
  return {
    ...{ replaces: id, kind, limitName, condition, name, fallback, rungs: keyed(rungs), nextKey: rungs.length },
    ...{ from: begins > today ? begins : addDays(today, 1), to: ends, reason: '' },
  };
}

export function moveRung(draft: Draft, from: number, to: number): Draft {
  const moved = draft.rungs[from];
  if (!moved || to < 0 || to >= draft.rungs.length) return draft;
  const rest = draft.rungs.filter((_, i) => i !== from);
  return { ...draft, rungs: [...rest.slice(0, to), moved, ...rest.slice(to)] };
}

export const dropRung = (draft: Draft, nth: number): Draft => ({
  ...draft,
  rungs: draft.rungs.filter((_, i) => i !== nth),
});

/** One step further than the last: a day later where that stands after the end, at the end where it stands before. */
export function addRung(draft: Draft): Draft {
  if (draft.rungs.length >= MOST_RUNGS) return draft;
  const last = draft.rungs[draft.rungs.length - 1];
  const at = last?.measure === 'after' ? last.at + 24 : 0;
  const rung: Rung = { light: 'red', measure: 'after', at, action: 'tell', up: 0, graceHours: 0, answerDays: null };
  return { ...draft, rungs: [...draft.rungs, { ...rung, key: draft.nextKey }], nextKey: draft.nextKey + 1 };
}

/** What does not go with the new action is put right: a reminder has no way up, a letter has days to answer. */
export function changeRung(draft: Draft, nth: number, change: Partial<Rung>): Draft {
  const rungs = draft.rungs.map((rung, i) => (i === nth ? fitting({ ...rung, ...change }, change) : rung));
  return { ...draft, rungs };
}

function fitting<R extends Rung>(rung: R, change: Partial<Rung>): R {
  const { action, measure } = rung;
  return {
    ...rung,
    ...(action === 'remind' && { up: 0, person: null }),
    answerDays: action === 'letter' ? (rung.answerDays ?? 3) : null,
    ...('measure' in change && { at: measure === 'share' ? 0.8 : measure === 'before' ? 24 : 0 }),
  };
}

/** Without the keys, as the server takes it. */
export const rungsOf = (draft: Draft): Rung[] => draft.rungs.map(({ key: _, ...rung }) => rung);
