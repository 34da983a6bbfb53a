/** Confidence that means what it says: how sharply scores become shares, fitted on examples that were not learned from. */

/** Shares of one, into `scores` itself. */
export function shares(scores: Float64Array, sharpness: number): Float64Array {
  let top = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > top) top = score;
  let sum = 0;
  for (let k = 0; k < scores.length; k++) {
    scores[k] = Math.exp((scores[k]! - top) * sharpness);
    sum += scores[k]!;
  }
  for (let k = 0; k < scores.length; k++) scores[k]! /= sum;
  return scores;
}

/**
 * The sharpness (inverse temperature, Guo et al. 2017) with the least log-loss on scores of examples kept apart, by
 * golden section in its logarithm; between 0.1 and 100.
 */
export function fitSharpness(scores: readonly Float64Array[], labels: ArrayLike<number>): number {
  if (scores.length === 0) return 1;
  const loss = (log: number) => {
    let sum = 0;
    for (let at = 0; at < scores.length; at++) {
      sum -= Math.log(Math.max(shares(scores[at]!.slice(), Math.exp(log))[labels[at]!]!, 1e-12));
    }
    return sum;
  };
  const golden = (Math.sqrt(5) - 1) / 2;
  let low = Math.log(0.1);
  let high = Math.log(100);
  let left = high - golden * (high - low);
  let right = low + golden * (high - low);
  let leftLoss = loss(left);
  let rightLoss = loss(right);
  for (let step = 0; step < 25; step++) {
    if (leftLoss < rightLoss) {
      high = right;
      [right, rightLoss] = [left, leftLoss];
      left = high - golden * (high - low);
      leftLoss = loss(left);
    } else {
      low = left;
      [left, leftLoss] = [right, rightLoss];
      right = low + golden * (high - low);
      rightLoss = loss(right);
    }
  }
  return Math.exp((low + high) / 2);
}
