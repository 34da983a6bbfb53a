/** Patterns of ticket numbers: what is taken, what is refused and why. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { exampleOf, flawOfSeries } from '#signal/number-series.ts';

test('what offices write is taken, and shown as it will be', () => {
  const cases = [
    ['', '01', '20260312' + '01' + '000123'],
    ['12315-{YYYY}{MM}-{N}', '02', '12315-202603-000123'],
    ['信访〔{YYYY}〕{N}号', '03', '信访〔2026〕000123号'],
    ['城管{N}', '04', '城管000123'],
  ] as const;
  for (const [series, code, number] of cases) {
    assert.equal(flawOfSeries(series), undefined, series);
    assert.equal(exampleOf(series, code, '2026-03-12'), number);
  }
});

test('what would let two numbers meet, or no reader take, is refused with its reason', () => {
  const cases = [
    ['12315-{YYYY}', 'series_running'],
    ['A{N}-{N}', 'series_running'],
    ['{N}', 'series_touches'],
    ['{YYYY}{N}', 'series_touches'],
    ['12315{N}', 'series_touches'],
    ['A-{N}{DD}', 'series_touches'],
    ['A-{N}7', 'series_touches'],
    ['A-{N}-{YYYY}', 'series_touches'],
    ['A {N}', 'series_signs'],
    ["A'{N}", 'series_signs'],
    ['A{XX}-{N}', 'series_signs'],
    [`${'信'.repeat(30)}-{N}`, 'series_long'],
  ] as const;
  for (const [series, flaw] of cases) assert.equal(flawOfSeries(series), flaw, series);
});

test('two series that are taken give one running number to one signal only', () => {
  const piece = fc.constantFrom('{YYYY}', '{MM}', '{DD}', '-', '12', '信', '〔', 'A');
  const series = fc
    .tuple(fc.array(piece, { maxLength: 4 }), fc.array(piece, { maxLength: 2 }))
    .map(([before, after]) => `${before.join('')}{N}${after.join('')}`)
    .filter((one) => flawOfSeries(one) === undefined);
  const running = fc.integer({ min: 1, max: 9_999_999 });
  const shown = (of: string, n: number) => exampleOf(of, '01', '2026-03-12', String(n).padStart(6, '0'));
  fc.assert(
    fc.property(series, series, running, running, (one, other, n, m) => {
      if (n !== m) assert.notEqual(shown(one, n), shown(other, m));
    }),
  );
});
