/** How well groups agree with pairs that readers judged: weighted precision, recall and F1. */

/** `weight`: how many pairs of the whole file it stands for. */
export type JudgedPair = { a: string; b: string; same: boolean; weight: number };

/** Of the weight said to be the same, how much is (`precision`); of what is the same, how much was said (`recall`); NaN never: 0. */
export type PairFigures = { precision: number; recall: number; f1: number; pairs: number; weight: number };

/**
 * Two messages are said to be the same matter when their group is the same: a group is closed, every pair inside counts.
 * @param groupOf every id of the pairs must be known to it.
 */
export function judgePairs(groupOf: ReadonlyMap<string, string>, pairs: readonly JudgedPair[]): PairFigures {
  let right = 0;
  let said = 0;
  let same = 0;
  let weight = 0;
  for (const pair of pairs) {
    const together = groupOf.get(pair.a) === groupOf.get(pair.b);
    weight += pair.weight;
    if (pair.same) same += pair.weight;
    if (together) said += pair.weight;
    if (together && pair.same) right += pair.weight;
  }
  return {
    precision: said === 0 ? 0 : right / said,
    recall: same === 0 ? 0 : right / same,
    f1: said + same === 0 ? 0 : (2 * right) / (said + same),
    pairs: pairs.length,
    weight,
  };
}
