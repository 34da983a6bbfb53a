/** What may still be asked of a limit: a table. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { daysBetween, leftOf, type Past, type Terms } from '#rules/time/time-request.ts';

const terms: Terms = { unit: 'working_day', budget: 10, extensions: 1, most: 10, suspensionDays: 60 };
const extension = (state: Past['state']): Past => ({ kind: 'extension', state, from: null, to: null });
const stood = (from: string, to: string, state: Past['state'] = 'ended'): Past => ({
  kind: 'suspension',
  state,
  from,
  to,
});

const table: [what: string, past: Past[], extensions: number, days: number][] = [
  ['nothing was asked', [], 1, 60],
  [
    'refused, withdrawn or lapsed takes nothing away',
    ['refused', 'withdrawn', 'lapsed'].map((one) => extension(one as Past['state'])),
    1,
    60,
  ],
  ['one is granted', [extension('granted')], 0, 60],
  [
    'stood still for ten days, and for three',
    [stood('2026-03-01', '2026-03-11'), stood('2026-03-20', '2026-03-23')],
    1,
    47,
  ],
  ['stands still until its day', [stood('2026-03-01', '2026-04-10', 'granted')], 1, 20],
  ['ended on the day on which it began', [stood('2026-03-01', '2026-03-01')], 1, 60],
  ['stood longer than any rule allows', [stood('2026-01-01', '2026-04-30')], 1, 0],
];

for (const [what, past, extensions, days] of table) {
  test(what, () => {
    assert.deepEqual(leftOf(terms, past), { unit: 'working_day', most: 10, extensions, days });
  });
}

test('days between two days, over the end of a year and backwards', () => {
  assert.equal(daysBetween('2026-12-30', '2027-01-02'), 3);
  assert.equal(daysBetween('2026-03-02', '2026-03-01'), 0);
});
