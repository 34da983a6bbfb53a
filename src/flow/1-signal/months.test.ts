import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { beginOf, monthName, monthOf, monthsInside, monthsWithin, namesOf, parts } from '#signal/months.ts';

test('a month begins with its first instant, and is named as in the gram', () => {
  const instant = fc.date({
    min: new Date('0001-01-01T00:00:00Z'),
    max: new Date('9999-12-31T00:00:00Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(instant, (at) => {
      const month = monthOf(at);
      assert.equal(monthName(month), at.toISOString().slice(0, 7));
      assert.ok(beginOf(month) <= at && at < beginOf(month + 1));
      assert.equal(monthOf(beginOf(month)), month);
    }),
  );
});

test('the parts are the whole, the latest first, none twice', () => {
  fc.assert(
    fc.property(
      fc.nat(30_000),
      fc.integer({ min: -2, max: 400 }),
      fc.integer({ min: 1, max: 500 }),
      (first, length, many) => {
        const whole = { first, last: first + length };
        const list = parts(whole, many);
        assert.ok(list.length <= 3);
        assert.deepEqual(list.toReversed().flatMap(namesOf), namesOf(whole));
      },
    ),
  );
});

for (const [days, until, expected] of [
  [{}, undefined, ['2025-11', '2026-11']],
  [{ from: '2026-03-15', to: '2026-04-15' }, undefined, ['2026-03', '2026-04']],
  // 1 March in Shanghai begins on 28 February of UTC.
  [{ from: '2026-03-01' }, undefined, ['2026-02', '2026-11']],
  [{ to: '2026-02-28' }, '2026-12-01T00:00:00.000000Z', ['2025-11', '2026-02']],
  [{ from: '2026-01-10' }, '2026-05-31T23:59:59.999999Z', ['2026-01', '2026-05']],
  [{ to: '2020-01-01' }, undefined, []],
] as const) {
  test(`months of ${JSON.stringify(days)} until ${until}`, () => {
    const there = { first: monthOf(new Date('2025-11-22')), last: monthOf(new Date('2026-11-22')) };
    const within = monthsWithin(there, days, until);
    assert.deepEqual(within.first > within.last ? [] : [monthName(within.first), monthName(within.last)], expected);
  });
}

test('a month inside the days holds no instant outside of them, a month without them none inside', () => {
  const day = fc
    .date({ min: new Date('2025-01-01'), max: new Date('2027-01-01'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10));
  const there = { first: monthOf(new Date('2025-03-01')), last: monthOf(new Date('2026-10-01')) };
  const holds = ({ first, last }: { first: number; last: number }, month: number) => first <= month && month <= last;
  fc.assert(
    fc.property(fc.option(day, { nil: undefined }), fc.option(day, { nil: undefined }), (from, to) => {
      const days = { ...(from && { from }), ...(to && { to }) };
      const begin = from ? Date.parse(`${from}T00:00:00+08:00`) : Number.NEGATIVE_INFINITY;
      const end = to ? Date.parse(`${to}T00:00:00+08:00`) + 86_400_000 : Number.POSITIVE_INFINITY;
      for (let month = there.first; month <= there.last; month++) {
        const [first, next] = [beginOf(month).getTime(), beginOf(month + 1).getTime()];
        if (holds(monthsInside(there, days), month)) assert.ok(begin <= first && next <= end, monthName(month));
        if (!holds(monthsWithin(there, days), month)) assert.ok(next <= begin || end <= first, monthName(month));
      }
    }),
  );
});
