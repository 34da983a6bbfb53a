import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addMonths } from '#clock/month.ts';
import { type Counted, changesOf, monthsToCount } from '#outcome/count.ts';

const of = (more: Partial<Parameters<typeof monthsToCount>[0]> = {}) => {
  const months = monthsToCount({
    ...{ now: '2026-03', made: '2026-02', cityFirst: '2024-06', problemFirst: '2026-01', countedFirst: null },
    ...more,
  });
  return [months[0], months.at(-1)];
};

test('full months only, from a year before it was defined or from its first signal', () => {
  assert.deepEqual(of(), ['2025-02', '2026-02']);
  assert.deepEqual(of({ problemFirst: '2024-09' }), ['2024-09', '2026-02']);
  assert.deepEqual(of({ cityFirst: '2025-11' }), ['2025-11', '2026-02']);
  assert.deepEqual(of({ countedFirst: '2024-12' }), ['2024-12', '2026-02'], 'what was counted is counted again');
  assert.deepEqual(of({ cityFirst: '2010-01', problemFirst: '2010-01' }), ['2021-03', '2026-02']);
  assert.deepEqual(of({ now: '2026-01', cityFirst: '2025-12' }), ['2025-12', '2025-12'], 'over the end of a year');
  assert.deepEqual(of({ cityFirst: '2026-03' }), [undefined, undefined], 'no month has ended yet');
  assert.deepEqual(of({ cityFirst: null }), [undefined, undefined]);
});

const month = fc.integer({ min: 0, max: 300 }).map((count) => addMonths('2005-01', count));

test('whatever the dates, a month is counted once, has ended, and lies in the last five years', () => {
  const dates = fc.record({
    now: month,
    made: month,
    cityFirst: month,
    problemFirst: fc.option(month),
    countedFirst: fc.option(month),
  });
  fc.assert(
    fc.property(dates, (given) => {
      const months = monthsToCount(given);
      assert.equal(new Set(months).size, months.length);
      for (const one of months) assert.ok(one < given.now && one >= addMonths(given.now, -60));
    }),
  );
});

test('counted again, only what changed is written anew', () => {
  const figures = fc.record({ value: fc.nat(9), exposure: fc.nat(9), control: fc.option(fc.nat(9)) });
  fc.assert(
    fc.property(fc.array(fc.tuple(figures, fc.option(figures)), { maxLength: 20 }), (pairs) => {
      const counted: Counted[] = pairs.map(([now], i) => ({ month: addMonths('2026-01', i), ...now }));
      const before = new Map<string, { id: string } & Omit<Counted, 'month'>>(
        pairs.flatMap(([, old], i) => (old ? [[addMonths('2026-01', i), { id: `${i}`, ...old }] as const] : [])),
      );
      const { fresh, outdated } = changesOf(counted, before);
      const stands = new Map([...before].filter(([, one]) => !outdated.includes(one.id)));
      for (const one of fresh) {
        assert.ok(!stands.has(one.month), 'the old one has given way');
        stands.set(one.month, { id: 'new', ...one });
      }
      for (const one of counted) {
        const { value, exposure, control } = stands.get(one.month)!;
        const known = one.control ?? before.get(one.month)?.control ?? null;
        assert.deepEqual({ value, exposure, control }, { value: one.value, exposure: one.exposure, control: known });
      }
      assert.deepEqual(changesOf(counted, stands), { fresh: [], outdated: [] });
    }),
  );
});
