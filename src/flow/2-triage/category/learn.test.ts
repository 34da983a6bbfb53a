import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { newId } from '#platform/ids.ts';
import { compare, heldBack, isNoWorse, labelsOf, lotOf, wordsToRead } from '#triage/category/learn.ts';

const parents = new Map<string, string | null>([
  ['top', null],
  ['mid', 'top'],
  ['a', 'mid'],
  ['b', 'mid'],
  ['c', 'mid'],
  ['lone', null],
]);
const labels = (own: Record<string, number>) => Object.fromEntries(labelsOf(new Map(Object.entries(own)), parents));

test('a category with too few tickets is learned as the one above; one that has none above is not learned', () => {
  assert.deepEqual(labels({ a: 20, b: 19, c: 1 }), { a: 'a', b: 'mid', c: 'mid' });
  assert.deepEqual(labels({ a: 20, b: 10, c: 9 }), { a: 'a', b: null, c: null });
  assert.deepEqual(labels({ a: 8, b: 7, mid: 6 }), { a: 'mid', b: 'mid', mid: 'mid' });
  assert.deepEqual(labels({ a: 8, b: 7, top: 6 }), { a: 'top', b: 'top', top: 'top' });
  assert.deepEqual(labels({ lone: 19 }), { lone: null });
  assert.deepEqual(labels({ lone: 20 }), { lone: 'lone' });
  assert.deepEqual(labels({}), {});
});

test('whatever the counts, a label has enough tickets of those that are learned as it', () => {
  const count = fc.integer({ min: 0, max: 60 });
  fc.assert(
    fc.property(fc.record({ top: count, mid: count, a: count, b: count, c: count, lone: count }), (own) => {
      const sums = new Map<string, number>();
      for (const [id, label] of labelsOf(new Map(Object.entries(own)), parents)) {
        if (label !== null) sums.set(label, (sums.get(label) ?? 0) + own[id as keyof typeof own]);
        // Nothing is learned as a sister or as one below it.
        let above: string | null | undefined = id;
        while (above && above !== label) above = parents.get(above);
        if (label !== null) assert.equal(above, label);
      }
      for (const [label, sum] of sums) assert.ok(sum >= 20, `${label} ${sum}`);
    }),
  );
});

test('about a fifth of each label is held back, and the same ticket always', () => {
  const tickets = Array.from({ length: 2_000 }, (_, i) => ({ id: newId(), label: i % 3 === 0 ? 'x' : 'y' }));
  const held = heldBack(tickets);
  for (const label of ['x', 'y']) {
    const mine = tickets.filter((one) => one.label === label);
    const share = mine.filter(({ id }) => held.has(id)).length / mine.length;
    assert.ok(share > 0.14 && share < 0.26, `${label} ${share}`);
  }
  // More tickets arrive: none that was learned from before is held back now, unless its label has next to none.
  const more = [...tickets, ...Array.from({ length: 500 }, () => ({ id: newId(), label: 'x' }))];
  const after = heldBack(more);
  for (const { id } of tickets) assert.equal(after.has(id), held.has(id));
  const few = Array.from({ length: 4 }, () => ({ id: newId(), label: 'z' }));
  assert.ok(heldBack(few).size >= 1);
  assert.ok(lotOf('01900000-0000-7000-8000-000000000000') === 0 && lotOf(newId()) < 1);
});

test('a new model is no worse where it has as many of the same tickets right', () => {
  const truths = ['a', 'b', 'c', 'd'];
  const compared = compare(truths, ['a', 'b', 'x', ''], ['a', 'x', 'c', 'd']);
  assert.deepEqual(compared, { tickets: 4, both: 1, newOnly: 1, oldOnly: 2 });
  assert.equal(isNoWorse(compared), false);
  assert.equal(isNoWorse(compare(truths, truths, truths)), true);
  assert.equal(isNoWorse(compare([], [], [])), true);
});

test('title and words are read together, unless the words begin with the title', () => {
  assert.equal(wordsToRead('路灯不亮', '路灯不亮三天了'), '路灯不亮三天了');
  assert.equal(wordsToRead('路灯不亮', '三天了没人修'), '路灯不亮\n三天了没人修');
  assert.equal(wordsToRead(null, '三天了'), '三天了');
});
