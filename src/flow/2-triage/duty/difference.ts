/** What differs between two versions of the duty list, by matter, level and area. Pure. */
import { searchWords } from '#text/words.ts';
import type { Difference, DutyLine } from '#triage/duty/duty.api.ts';

/** What a line speaks of: two lines of one version never agree in it. */
const keyOf = ({ category, matter, level, area }: DutyLine) =>
  [category.at(-1)?.id ?? '', searchWords(matter), level, area?.id ?? ''].join(' ');

const saysOf = ({ lead, assists, basis, withdrawn }: DutyLine) =>
  JSON.stringify([lead?.id ?? null, assists.map(({ id }) => id), basis, withdrawn]);

/** In the order of the later version's lines; what was taken out stands last. */
export function differences(before: readonly DutyLine[], after: readonly DutyLine[]): Difference[] {
  const old = new Map(before.map((line) => [keyOf(line), line]));
  const kept = new Set(after.map(keyOf));
  return [
    ...after.flatMap((line): Difference[] => {
      const was = old.get(keyOf(line));
      if (!was) return [{ kind: 'added', before: null, after: line }];
      return saysOf(was) === saysOf(line) ? [] : [{ kind: 'changed', before: was, after: line }];
    }),
    ...before
      .filter((line) => !kept.has(keyOf(line)))
      .map((line): Difference => ({ kind: 'removed', before: line, after: null })),
  ];
}
