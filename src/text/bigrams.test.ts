import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { indexGrams, queryGrams, tokenGram } from '#text/bigrams.ts';
import { recheck, searchWords } from '#text/words.ts';

/** Words over few characters, so that pairs, numbers, breaks and phones come up again and again. */
const words = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'水管漏a1b23Ｚ９ ，。\n-', '𠮷', '138', '0000', '1234') }),
  fc.string({ unit: 'grapheme' }),
);
const runs = (text: string) => searchWords(text).split('|');
const isWhole = (text: string) => text.isWellFormed();
const holds = (index: Int32Array, grams: readonly number[]) => grams.every((gram) => index.includes(gram));

test('the index is ascending, without repetition, and takes attributes in', () => {
  fc.assert(
    fc.property(words, fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })), (text, attributes) => {
      const index = indexGrams(text, attributes);
      for (let at = 1; at < index.length; at++) assert.ok(index[at - 1]! < index[at]!);
      assert.ok(holds(index, attributes));
      assert.ok(holds(index, [...indexGrams(text)]));
    }),
  );
});

test('whatever part of a run one asks for, the index has all its grams and the words pass the recheck', () => {
  fc.assert(
    fc.property(words, fc.nat(), fc.nat(), (text, from, length) => {
      const index = indexGrams(text);
      for (const run of runs(text).filter((run) => run.length >= 2)) {
        const start = from % (run.length - 1);
        const part = run.slice(start, start + 2 + (length % (run.length - start - 1)));
        if (!isWhole(part)) continue;
        const query = queryGrams(part);
        assert.deepEqual(query.terms, [part]);
        assert.ok(query.grams.length > 0);
        assert.ok(holds(index, query.grams), `${part} in ${text}`);
        assert.ok(recheck(text, query.terms));
      }
    }),
    { numRuns: 3000 },
  );
});

test('an exact query needs no recheck: the grams are there if and only if the words hold the terms', () => {
  const short = fc.string({ unit: fc.constantFrom(...'水管漏a1b2 '), minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(words, short, (text, asked) => {
      const { grams, terms, exact } = queryGrams(asked);
      if (exact) assert.equal(holds(indexGrams(text), grams), recheck(text, terms));
      else if (recheck(text, terms)) assert.ok(holds(indexGrams(text), grams));
    }),
    { numRuns: 3000 },
  );
});

test('what a query asks for, and whether the grams decide alone', () => {
  const table: [query: string, grams: number, terms: string[], exact: boolean][] = [
    ['', 0, [], false],
    ['水', 0, ['水'], false],
    ['漏水', 1, ['漏水'], true],
    ['水管漏', 2, ['水管漏'], false],
    ['漏水 噪音', 2, ['漏水', '噪音'], true],
    ['漏水 水', 1, ['漏水', '水'], false],
    ['12', 1, ['12'], true],
    ['123', 1, ['123'], true],
    ['1234', 2, ['1234'], false],
    ['12栋', 2, ['12栋'], false],
    ['第123栋', 3, ['第123栋'], false],
    ['12345', 3, ['12345'], false],
    ['123456', 4, ['123456'], false],
    ['1234567', 0, [], false],
    ['13800001234', 0, [], false],
    ['138 0000 1234', 4, ['138', '0000', '1234'], false],
  ];
  for (const [query, grams, terms, exact] of table) {
    const asked = queryGrams(query);
    assert.deepEqual([asked.grams.length, asked.terms, asked.exact], [grams, terms, exact], query);
  }
});

test('a phone in words is not found by any part of it', () => {
  const index = indexGrams('请回电13912345678或139 1234 5678，谢谢');
  for (let start = 0; start < 10; start++) {
    for (let end = start + 2; end <= 11; end++) {
      const { grams } = queryGrams('13912345678'.slice(start, end));
      assert.ok(grams.length === 0 || !holds(index, grams));
    }
  }
});

test('attributes never meet the grams of words, and hardly each other', () => {
  const tokens = new Set<number>();
  for (let value = 0; value < 2000; value++) tokens.add(tokenGram('unit', String(value)));
  assert.equal(tokens.size, 2000);
  assert.notEqual(tokenGram('a', 'b'), tokenGram('b', 'a'));
  assert.equal(tokenGram('matter', 'complaint'), tokenGram('matter', 'complaint'));
  fc.assert(
    fc.property(words, fc.string(), fc.string(), (text, kind, value) => {
      const token = tokenGram(kind, value);
      assert.ok(Number.isInteger(token) && token >= -(2 ** 31) && token < 2 ** 31);
      assert.ok(!indexGrams(text).includes(token));
    }),
  );
});

test('the numbers stored in databases stay the same', () => {
  assert.deepEqual(
    [...indexGrams('漏水12a')],
    [
      -536870912 + 1 * 1296 + 2 * 36 + 10, // 12a
      (0x31 << 16) | 0x32, // 12
      (0x32 << 16) | 0x61, // 2a
      (0x6c34 << 16) | 0x31, // 水1
      (0x6f0f << 16) | 0x6c34, // 漏水
    ],
  );
  assert.equal(tokenGram('matter', 'complaint'), -360364208);
});
