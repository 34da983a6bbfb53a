/** Is one method better than another on the same folds and rows? Two ways of asking, each with its interval of 95 %. */
import { seeded } from '#text/category/seeded.ts';

export type Interval = { mean: number; low: number; high: number };

/** Student's t, 97.5 %, by the number of differences: 1 to 5 times five folds. */
const quantiles: Record<number, number> = { 5: 2.776, 10: 2.262, 15: 2.145, 20: 2.093, 25: 2.064 };

/**
 * The corrected resampled t interval (Nadeau and Bengio 2003): folds overlap in what they learn from, so that the
 * variance of a mean of differences is (1/folds + tested/learned) times theirs, not 1/folds.
 */
export function resampledT(differences: readonly number[], testedToLearned = 1 / 4): Interval {
  const mean = differences.reduce((sum, one) => sum + one, 0) / differences.length;
  const variance = differences.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (differences.length - 1);
  const half =
    (quantiles[differences.length] ?? 2.776) * Math.sqrt(variance * (1 / differences.length + testedToLearned));
  return { mean, low: mean - half, high: mean + half };
}

/** Rows drawn again 2,000 times, with the answers of all repeats on a row together; macro-F1 of each repeat, their mean. */
export function pairedBootstrap(
  truth: Int32Array,
  classes: number,
  ours: readonly Int32Array[],
  theirs: readonly Int32Array[],
): Interval {
  const random = seeded(2026);
  const rows = Int32Array.from(truth.keys());
  const difference = (of: Int32Array) => {
    const mean = (repeats: readonly Int32Array[]) =>
      repeats.reduce((sum, answers) => sum + macroF1(truth, answers, classes, of), 0) / repeats.length;
    return mean(ours) - mean(theirs);
  };
  const drawn = Array.from({ length: 2000 }, () => difference(rows.map(() => Math.floor(random() * rows.length)))).sort(
    (a, b) => a - b,
  );
  return { mean: difference(rows), low: drawn[50]!, high: drawn[1949]! };
}

/** Of the rows named in `of` (all may come several times); a category that never occurs there counts as none right. */
export function macroF1(truth: Int32Array, answers: Int32Array, classes: number, of: ArrayLike<number>): number {
  const counts = new Int32Array(3 * classes);
  for (let at = 0; at < of.length; at++) {
    const [there, proposed] = [truth[of[at]!]!, answers[of[at]!]!];
    counts[3 * there]!++;
    if (proposed >= 0) counts[3 * proposed + 1]!++;
    if (there === proposed) counts[3 * there + 2]!++;
  }
  let sum = 0;
  for (let k = 0; k < classes; k++) sum += (2 * counts[3 * k + 2]!) / (counts[3 * k]! + counts[3 * k + 1]! || 1);
  return sum / classes;
}
