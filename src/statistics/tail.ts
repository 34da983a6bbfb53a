/** How rare a count is: the upper tail of the Poisson and the negative binomial distribution. */

/** Terms further from the mean than this many are left out; each is smaller than the one before it by then. */
const MOST_TERMS = 20_000;

/**
 * P(X ≥ count) of a count with this mean and variance = mean × dispersion: negative binomial with size mean ÷ (dispersion − 1)
 * (the form NB1; sums of independent ones with one dispersion are NB1 again), Poisson where dispersion is 1 or less.
 * @param count whole, not negative
 * @param mean not negative; with 0 every count above 0 is impossible
 */
export function upperTail(count: number, mean: number, dispersion: number): number {
  if (count <= 0) return 1;
  if (!(mean > 0)) return 0;
  const over = Math.max(dispersion, 1) - 1;
  const size = over > 1e-9 ? mean / over : Number.POSITIVE_INFINITY;
  // term(k + 1) ÷ term(k); the sum runs upwards from the count, so that a tail of 1e-12 keeps its digits.
  const ratio = (k: number) =>
    size === Number.POSITIVE_INFINITY ? mean / (k + 1) : ((k + size) / (k + 1)) * (over / (1 + over));
  let term = Math.exp(logTerm(count, mean, over, size));
  if (count <= mean) return Math.max(0, 1 - lowerSum(count, mean, over, size));
  let sum = 0;
  for (let k = count; k < count + MOST_TERMS; k++) {
    sum += term;
    term *= ratio(k);
    if (term < sum * 1e-15) break;
  }
  return Math.min(1, sum);
}

function lowerSum(count: number, mean: number, over: number, size: number): number {
  let sum = 0;
  for (let k = Math.max(0, count - MOST_TERMS); k < count; k++) sum += Math.exp(logTerm(k, mean, over, size));
  return sum;
}

function logTerm(k: number, mean: number, over: number, size: number): number {
  if (size === Number.POSITIVE_INFINITY) return k * Math.log(mean) - mean - logGamma(k + 1);
  return (
    logGamma(k + size) -
    logGamma(size) -
    logGamma(k + 1) -
    size * Math.log1p(over) +
    k * (Math.log(over) - Math.log1p(over))
  );
}

/** ln Γ(x), x > 0: Stirling's series after shifting x above 8 (Abramowitz & Stegun 6.1.41), error below 1e-12. */
export function logGamma(x: number): number {
  let shift = 0;
  let y = x;
  while (y < 8) {
    shift += Math.log(y);
    y += 1;
  }
  const z = 1 / (y * y);
  const series = (1 / 12 - z * (1 / 360 - z * (1 / 1260 - z * (1 / 1680 - z / 1188)))) / y;
  return (y - 0.5) * Math.log(y) - y + 0.5 * Math.log(2 * Math.PI) + series - shift;
}
