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
};

/** So many classes are learned in one walk over the rows: reading a row costs more than four products with it. */
const LANES = 4;

/**
 * The same as scikit-learn's `LinearSVC(C=cost)`: squared hinge; the constant is one more column of value 1 and is held
 * small like the others.
 */
export function fitSvm(rows: Rows, labels: Int32Array, classes: number, options: SvmOptions = {}): Linear {
  const weights = new Float32Array(rows.width * classes);
  const bias = new Float32Array(classes);
  const lanes = new Float32Array(rows.width * LANES);
  for (let first = 0; first < classes; first += LANES) {
    const constants = fitLanes(rows, labels, first, lanes.fill(0), options);
    const count = Math.min(LANES, classes - first);
    for (let lane = 0; lane < count; lane++) {
      bias[first + lane] = constants[lane]!;
      for (let column = 0; column < rows.width; column++) {
        weights[column * classes + first + lane] = lanes[column * LANES + lane]!;
      }
    }
  }
  return { classes, weights, bias };
}

/** Learns the classes `first` to `first + 3` into `weights`, and returns their constants. */
function fitLanes(rows: Rows, labels: Int32Array, first: number, weights: Float32Array, options: SvmOptions) {
  const { cost = 1, tolerance = 0.05, rounds = 60, seed = 1 } = options;
  const { starts, columns, values } = rows;
  const order = Int32Array.from(labels.keys());
  const alphas = new Float64Array(labels.length * LANES);
  const bias = new Float64Array(LANES);
  const scores = new Float64Array(LANES);
  const steps = new Float64Array(LANES);
  const diagonal = 0.5 / cost;
  const random = seeded(seed);
  // Rows far on the right side of all four are left out (liblinear's shrinking) until the others are done.
  let active = order.length;
  let far = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    shuffle(order, active, random);
    let worst = 0;
    for (let place = 0; place < active; place++) {
      const row = order[place]!;
      const start = starts[row]!;
      const end = starts[row + 1]!;
      let [s0, s1, s2, s3] = [bias[0]!, bias[1]!, bias[2]!, bias[3]!];
      let square = 1;
      for (let at = start; at < end; at++) {
        const value = values[at]!;
        const base = columns[at]! * LANES;
        square += value * value;
        s0 += value * weights[base]!;
        s1 += value * weights[base + 1]!;
        s2 += value * weights[base + 2]!;
        s3 += value * weights[base + 3]!;
      }
      scores[0] = s0;
      scores[1] = s1;
      scores[2] = s2;
      scores[3] = s3;
      let moved = false;
      let isFar = true;
      for (let lane = 0; lane < LANES; lane++) {
        const sign = labels[row] === first + lane ? 1 : -1;
        const alpha = alphas[row * LANES + lane]!;
        const gradient = sign * scores[lane]! - 1 + diagonal * alpha;
        const size = Math.abs(alpha === 0 ? Math.min(gradient, 0) : gradient);
        steps[lane] = 0;
        if (alpha > 0 || gradient <= far) isFar = false;
        if (size < 1e-12) continue;
        if (size > worst) worst = size;
        const next = Math.max(alpha - gradient / (square + diagonal), 0);
        alphas[row * LANES + lane] = next;
        steps[lane] = sign * (next - alpha);
        bias[lane]! += steps[lane]!;
        moved = true;
      }
      if (isFar) {
        order[place--] = order[--active]!;
        order[active] = row;
      }
      if (!moved) continue;
      const [t0, t1, t2, t3] = [steps[0]!, steps[1]!, steps[2]!, steps[3]!];
      for (let at = start; at < end; at++) {
        const value = values[at]!;
        const base = columns[at]! * LANES;
        weights[base]! += value * t0;
        weights[base + 1]! += value * t1;
        weights[base + 2]! += value * t2;
        weights[base + 3]! += value * t3;
      }
    }
    far = worst || Number.POSITIVE_INFINITY;
    if (worst >= tolerance) continue;
    if (active === order.length) break;
    active = order.length;
    far = Number.POSITIVE_INFINITY;
  }
  return bias;
}

/** The scores of one row, into `into`. */
export function scoreRow(model: Linear, rows: Rows, row: number, into: Float64Array): Float64Array {
  const { classes, weights, bias } = model;
  into.set(bias);
  for (let at = rows.starts[row]!; at < rows.starts[row + 1]!; at++) {
    const base = rows.columns[at]! * classes;
    for (let k = 0; k < classes; k++) into[k]! += rows.values[at]! * weights[base + k]!;
  }
  return into;
}

/** The first `count` of them. */
function shuffle(order: Int32Array, count: number, random: () => number): void {
  for (let at = count - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const kept = order[at]!;
    order[at] = order[other]!;
    order[other] = kept;
  }
}
