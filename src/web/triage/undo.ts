/** What a decision needs to be taken back. */
import type { SentOn, TakeBack } from '#triage/desk/dispatch.api.ts';

/** Ids are made when it is taken back, once. */
export type Undo = Omit<TakeBack, 'id'>;

export const undoOf = ({ signals, problem, sorted }: SentOn): Undo[] =>
  problem || sorted
    ? [{ signals, sorted, problem: problem && { id: problem.id, made: problem.made, version: problem.version } }]
    : [];

/** One for each problem: made by one chunk and filled by the next, it is withdrawn as it stands after the last. */
export function joined(undos: readonly Undo[]): Undo[] {
  const found = new Map<string, Undo>();
  for (const one of undos) {
    const key = one.problem?.id ?? '';
    const before = found.get(key);
    found.set(key, before ? both(before, one) : one);
  }
  return [...found.values()];
}

const both = (a: Undo, b: Undo): Undo => ({
  signals: [...a.signals, ...b.signals],
  sorted: a.sorted || b.sorted,
  problem: a.problem &&
    b.problem && {
      id: a.problem.id,
      made: a.problem.made || b.problem.made,
      version: Math.max(a.problem.version, b.problem.version),
    },
});
