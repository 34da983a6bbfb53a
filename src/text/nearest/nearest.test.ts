import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { nearest } from '#text/nearest/nearest.ts';
import { postings } from '#text/nearest/postings.ts';
import { termsOf } from '#text/nearest/terms.ts';
import { weigh } from '#text/nearest/weights.ts';

const estates = ['望湖花园', '锦绣家园', '滨江新村', '金桂苑', '柳树小区'];
const matters = ['地下室积水没人抽', '电梯反复停运困人', '物业乱收停车费', '楼下烧烤油烟扰民', '路灯整夜不亮'];
const texts = estates.flatMap((estate) => matters.map((matter) => `${estate}${matter}，请有关部门尽快处理`));
const weights = weigh(texts.map(termsOf));

function indexOf(all: readonly string[], capacity = all.length) {
  const index = nearest(weights, capacity);
  return { index, slots: all.map((words, order) => index.add(termsOf(words), order)) };
}

test('the words of place and matter find their like first, whatever else is said', () => {
  const { index } = indexOf(texts);
  texts.forEach((words, at) => {
    const [estate, matter] = [estates[Math.floor(at / 5)]!, matters[at % 5]!];
    const asked = `您好，我是居民。${matter.slice(0, 4)}已经好几天了，就在${estate}`;
    assert.equal(index.near(termsOf(asked), 3)[0]!.slot, at, words);
  });
});

test('what holds no word finds nothing, and long words are read from their beginning', () => {
  const { index } = indexOf(texts);
  for (const words of ['', ' ', '水', '😀😀', '？！……', '13900001234'])
    assert.deepEqual(index.near(termsOf(words), 5), [], words);
  const long = `${texts[7]!}${'复制粘贴的说明'.repeat(20_000)}`;
  assert.equal(index.near(termsOf(long), 1)[0]!.slot, 7);
  const { index: odd } = indexOf(['', '水', '😀', long, 'WIFI signal WIFI']);
  assert.equal(odd.near(termsOf('wifi'), 1)[0]!.slot, 4);
  assert.equal(odd.size, 5);
});

test('of ten thousand equal texts the latest come first, and a full index says so', () => {
  const same = Array.from({ length: 10_000 }, () => texts[0]!);
  const { index, slots } = indexOf(same, 10_000);
  assert.deepEqual(
    index.near(termsOf(texts[0]!), 3).map(({ slot }) => slot),
    slots.slice(-3).reverse(),
  );
  assert.equal(index.add(termsOf(texts[1]!), 0), -1);
  for (const slot of slots.slice(-1_000)) index.remove(slot);
  assert.deepEqual([index.size, index.near(termsOf(texts[0]!), 1)[0]!.slot], [9_000, slots[8_999]]);
  assert.ok(index.add(termsOf(texts[1]!), 0) >= 0);
});

test('phones and ID numbers are no words', () => {
  assert.deepEqual(termsOf('13900001234'), termsOf(''));
  assert.deepEqual(termsOf('请回电 139 0000 1234'), termsOf('请回电'));
});

const moves = fc.array(fc.record({ add: fc.boolean(), pick: fc.nat(texts.length - 1) }), { maxLength: 120 });

test('kept up by adding and removing in any order, an index answers as one built anew', () => {
  fc.assert(
    fc.property(moves, fc.subarray(texts, { minLength: 1, maxLength: 3 }), (sequence, asked) => {
      const kept = nearest(weights, 200);
      const living = new Map<number, { slot: number; order: number }>();
      sequence.forEach(({ add, pick }, order) => {
        const there = living.get(pick);
        if (there) kept.remove(there.slot);
        living.delete(pick);
        if (add) living.set(pick, { slot: kept.add(termsOf(texts[pick]!), order), order });
      });
      const anew = nearest(weights, 200);
      const ofKept = new Map([...living].map(([pick, { slot }]) => [slot, pick]));
      const ofAnew = new Map([...living].map(([pick, { order }]) => [anew.add(termsOf(texts[pick]!), order), pick]));
      assert.equal(kept.size, anew.size);
      for (const words of asked) {
        const named = (near: { slot: number; score: number }[], of: Map<number, number>) =>
          near.map(({ slot, score }) => [of.get(slot), score]);
        assert.deepEqual(named(kept.near(termsOf(words), 10), ofKept), named(anew.near(termsOf(words), 10), ofAnew));
      }
    }),
    { numRuns: 60 },
  );
});

test('lists hold what was put and not taken', () => {
  const entries = fc.array(fc.tuple(fc.nat(3), fc.nat(30)), { maxLength: 200 });
  fc.assert(
    fc.property(entries, (sequence) => {
      const lists = postings(4, 200);
      const model = Array.from({ length: 4 }, () => new Map<number, number>());
      for (const [place, slot] of sequence) {
        const set = model[place]!;
        const at = set.get(slot);
        if (at === undefined) set.set(slot, lists.put(place, slot));
        else {
          set.delete(slot);
          const moved = lists.take(place, at);
          if (moved >= 0) set.set(moved, at);
        }
      }
      model.forEach((set, place) => {
        const found: number[] = [];
        lists.each(place, (slot) => found.push(slot));
        assert.equal(lists.count(place), set.size);
        assert.deepEqual(
          found.sort((a, b) => a - b),
          [...set.keys()].sort((a, b) => a - b),
        );
      });
    }),
  );
});
