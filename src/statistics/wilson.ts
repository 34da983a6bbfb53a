/** How sure a share is: Wilson's score interval, which stays inside 0 and 1 and holds for a handful as well. */

/** 97.5 % of the normal distribution lie below: both sides together leave 5 %. */
const Z = 1.959964;

/**
 * The shares that a count of `n` with this share does not speak against, at 95 % (E. B. Wilson, 1927).
 * @param share 0 to 1; where answers weigh other than 0 and 1 the interval is a little too wide
 * @param n above 0
 */
export function wilson(share: number, n: number): { low: number; high: number } {
  const z2 = (Z * Z) / n;
  const middle = share + z2 / 2;
  const reach = Z * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n));
  const within = (value: number) => Math.min(1, Math.max(0, value / (1 + z2)));
  return { low: within(middle - reach), high: within(middle + reach) };
}
