import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { placeWork } from '#people/work.ts';

const things = fc.uniqueArray(fc.uuid(), { maxLength: 8 });

test('every piece goes to one place or is said to have none', () => {
  fc.assert(
    fc.property(things, fc.array(fc.nat(8)), fc.option(fc.uuid()), (ids, namedAt, rest) => {
      const works = ids.map((thing) => ({ kind: 'task', thing, number: '', unit: null }));
      const named = new Map(namedAt.flatMap((i) => (ids[i] ? [[ids[i], `by name ${i}`] as const] : [])));
      const { moves, unplaced } = placeWork(works, named, rest);
      assert.deepEqual(
        [...moves.map((move) => move.work), ...unplaced].map((work) => work.thing).sort(),
        [...ids].sort(),
      );
      for (const { work, to } of moves) assert.equal(to, named.get(work.thing) ?? rest);
      assert.equal(unplaced.length, rest ? 0 : ids.filter((id) => !named.has(id)).length);
    }),
  );
});
