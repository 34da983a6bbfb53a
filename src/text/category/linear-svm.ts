/** A linear support vector machine, one category against the rest, by dual coordinate descent (Hsieh et al. 2008). */

import type { Rows } from '#text/category/rows.ts';
import { seeded } from '#text/category/seeded.ts';

/** `weights[column * classes + k]`; the score of class k is the weighted sum of a row plus `bias[k]`. */
export type Linear = { classes: number; weights: Float32Array; bias: Float32Array };

export type SvmOptions = {
  /** What an error costs against a large margin (liblinear's C, squared hinge). */
  cost?: number;
  /** Stops when no projected gradient of a round is larger (liblinear's default for this solver: 0.1). */
  tolerance?: number;
  rounds?: number;
  seed?: number;
  /** The rows to learn from; all of them if not given. */
  of?: Int32Array;
};

/**
 * The same as scikit-learn's `LinearSVC(C=cost)`: squared hinge, the constant is one more column of value 1 and is
 * held small like the others. All classes are learned in one walk over the rows, for reading a row is what costs.
 */
export function fitSvm(rows: Rows, labels: Int32Array, classes: number, options: SvmOptions = {}): Linear {
  const { cost = 1, tolerance = 0.05, rounds = 60, seed = 1 } = options;
  const order = options.of ? options.of.slice() : Int32Array.from(labels.keys());
  const weights = new Float32Array(rows.width * classes);
  const bias = new Float32Array(classes);
  const alphas = new Float64Array(labels.length * classes);
  const diagonal = 0.5 / cost;
  const scores = new Float64Array(classes);
  const steps = new Float64Array(classes);
  const random = seeded(seed);
  const { starts, columns, values } = rows;
  for (let round = 0; round < rounds; round++) {
    shuffle(order, random);
    let worst = 0;
    for (const row of order) {
      const start = starts[row]!;
      const end = starts[row + 1]!;
      for (let k = 0; k < classes; k++) scores[k] = bias[k]!;
      let square = 1;
      for (let at = start; at < end; at++) {
        const value = values[at]!;
        const base = columns[at]! * classes;
        square += value * value;
        for (let k = 0; k < classes; k++) scores[k]! += value * weights[base + k]!;
      }
      let moved = false;
      for (let k = 0; k < classes; k++) {
        const sign = labels[row] === k ? 1 : -1;
        const alpha = alphas[row * classes + k]!;
        const gradient = sign * scores[k]! - 1 + diagonal * alpha;
        const projected = alpha === 0 ? Math.min(gradient, 0) : gradient;
        const size = Math.abs(projected);
        steps[k] = 0;
        if (size < 1e-12) continue;
        if (size > worst) worst = size;
        const next = Math.max(alpha - gradient / (square + diagonal), 0);
        alphas[row * classes + k] = next;
        steps[k] = sign * (next - alpha);
        bias[k]! += steps[k]!;
        moved = true;
      }
      if (!moved) continue;
      for (let at = start; at < end; at++) {
        const value = values[at]!;
        const base = columns[at]! * classes;
        for (let k = 0; k < classes; k++) weights[base + k]! += value * steps[k]!;
      }
    }
    if (worst < tolerance) break;
  }
  return { classes, weights, bias };
}

/** The scores of one row, into `into`. */
export function scoreRow(model: Linear, rows: Rows, row: number, into: Float64Array): Float64Array {
  const { classes, weights, bias } = model;
  for (let k = 0; k < classes; k++) into[k] = bias[k]!;
  for (let at = rows.starts[row]!; at < rows.starts[row + 1]!; at++) {
    const base = rows.columns[at]! * classes;
    for (let k = 0; k < classes; k++) into[k]! += rows.values[at]! * weights[base + k]!;
  }
  return into;
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const kept = order[at]!;
    order[at] = order[other]!;
    order[other] = kept;
  }
}
