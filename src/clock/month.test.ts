import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayOf } from '#clock/day.ts';
import { addMonths, firstDay, lastDay, monthIn, monthOf, monthsFrom, spanOf } from '#clock/month.ts';

const month = fc
  .tuple(fc.integer({ min: 1992, max: 2099 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, one]) => `${year}-${String(one).padStart(2, '0')}`);

test('a month begins and ends at midnight in Shanghai, over the end of a year too', () => {
  assert.deepEqual(spanOf('2026-12'), {
    start: new Date('2026-11-30T16:00:00Z'),
    end: new Date('2026-12-31T16:00:00Z'),
  });
  assert.equal(monthOf(new Date('2026-12-31T15:59:59.999Z')), '2026-12');
  assert.equal(monthOf(new Date('2026-12-31T16:00:00Z')), '2027-01');
  assert.deepEqual(
    ['2024-02', '2026-02', '2026-12'].map((one) => lastDay(one)),
    ['2024-02-29', '2026-02-28', '2026-12-31'],
  );
  assert.deepEqual(monthsFrom('2026-11', '2027-02'), ['2026-11', '2026-12', '2027-01', '2027-02']);
  assert.deepEqual(monthsFrom('2026-11', '2026-10'), []);
});

test('every moment lies in the one month whose span holds it', () => {
  const moment = fc.date({ min: new Date('1992-01-01'), max: new Date('2099-12-01'), noInvalidDate: true });
  fc.assert(
    fc.property(moment, (at) => {
      const { start, end } = spanOf(monthOf(at));
      assert.ok(start <= at && at < end);
      assert.ok(firstDay(monthOf(at)) <= dayOf(at) && dayOf(at) <= lastDay(monthOf(at)));
    }),
  );
});

test('counting months there and back comes home, and one follows on the other', () => {
  fc.assert(
    fc.property(month, fc.integer({ min: -600, max: 600 }), (from, count) => {
      assert.equal(addMonths(addMonths(from, count), -count), from);
      assert.equal(spanOf(from).end.getTime(), spanOf(addMonths(from, 1)).start.getTime());
      assert.equal(monthIn(firstDay(from), lastDay(from)), from);
      assert.equal(monthIn(firstDay(from), firstDay(from)), undefined);
    }),
  );
});
