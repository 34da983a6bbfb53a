import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgePairs } from '#text/same/pairs.ts';

const groupOf = new Map([
  ['a', '1'],
  ['b', '1'],
  ['c', '1'],
  ['d', '2'],
]);
const pair = (a: string, b: string, same: boolean, weight: number) => ({ a, b, same, weight });

test('pairs count by their weight', () => {
  const figures = judgePairs(groupOf, [pair('a', 'b', true, 4), pair('b', 'c', false, 1), pair('c', 'd', true, 5)]);
  assert.deepEqual(figures, { precision: 4 / 5, recall: 4 / 9, f1: 8 / 14, pairs: 3, weight: 10 });
});

test('nothing said, nothing the same and no pairs at all give noughts, not NaN', () => {
  assert.deepEqual(judgePairs(groupOf, [pair('a', 'd', true, 1)]), {
    precision: 0,
    recall: 0,
    f1: 0,
    pairs: 1,
    weight: 1,
  });
  assert.deepEqual(judgePairs(groupOf, [pair('a', 'b', false, 1)]), {
    precision: 0,
    recall: 0,
    f1: 0,
    pairs: 1,
    weight: 1,
  });
  assert.deepEqual(judgePairs(groupOf, []), { precision: 0, recall: 0, f1: 0, pairs: 0, weight: 0 });
});
