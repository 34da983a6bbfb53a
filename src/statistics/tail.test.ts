/** Tails against sums that were done by hand, and what must hold of any. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { logGamma, upperTail } from '#statistics/tail.ts';

const near = (got: number, wanted: number, relative = 1e-9) =>
  assert.ok(Math.abs(got - wanted) <= relative * Math.max(Math.abs(wanted), 1e-300), `${got} is not ${wanted}`);

test('logarithms of factorials', () => {
  let factorial = 0;
  for (let n = 1; n < 60; n++) {
    near(logGamma(n) + 1, factorial + 1, 1e-12);
    factorial += Math.log(n);
  }
  near(logGamma(0.5), Math.log(Math.PI) / 2, 1e-11);
});

test('Poisson: closed sums', () => {
  near(upperTail(1, 2, 1), 1 - Math.exp(-2));
  near(upperTail(3, 0.5, 1), 1 - Math.exp(-0.5) * (1 + 0.5 + 0.125));
  near(upperTail(10, 0.1, 1), (Math.exp(-0.1) * 1e-10 * (1 + 0.1 / 11 + 0.01 / 132 + 0.001 / 1716)) / 3_628_800, 1e-6);
});

test('negative binomial of size 1 is geometric', () => {
  // mean 1, variance 2: P(X ≥ k) = 2^−k
  for (let k = 0; k < 40; k++) near(upperTail(k, 1, 2), 2 ** -k);
});

test('impossible and certain counts', () => {
  assert.equal(upperTail(0, 0, 1), 1);
  assert.equal(upperTail(1, 0, 1), 0);
  assert.equal(upperTail(-1, 3, 1), 1);
});

test('a higher count is rarer, a higher mean or a wider spread makes a high count less rare', () => {
  const mean = fc.double({ min: 0.01, max: 400, noNaN: true });
  const spread = fc.double({ min: 1, max: 6, noNaN: true });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 900 }), mean, spread, (count, m, d) => {
      const p = upperTail(count, m, d);
      assert.ok(p >= 0 && p <= 1 && !Number.isNaN(p));
      assert.ok(upperTail(count + 1, m, d) <= p + 1e-12);
      assert.ok(upperTail(count, m * 1.1, d) >= p - 1e-9);
      if (m >= 1 && count > m + 4 * Math.sqrt(m * (d + 0.5))) assert.ok(upperTail(count, m, d + 0.5) >= p - 1e-12);
    }),
  );
});
