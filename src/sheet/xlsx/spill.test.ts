/** Strings on disk: what is added comes back, in any order, whatever is in memory. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { folder } from '#sheet/fixture/folder.ts';
import { escaped, unescaped } from '#sheet/xlsx/escapes.ts';
import { openSpill } from '#sheet/xlsx/spill.ts';

test('strings come back by their number while more are added', () => {
  const spill = openSpill(folder);
  const word = (n: number) => `第${n}件 ${'路灯不亮'.repeat(n % 90)}`;
  let seed = 1;
  for (let n = 0; n < 60_000; n++) {
    spill.add(word(n));
    seed = (seed * 48_271) % 0x7fffffff;
    const asked = seed % (n + 1);
    if (n % 7 === 0) assert.equal(spill.at(asked), word(asked));
  }
  assert.equal(spill.count(), 60_000);
  assert.equal(spill.at(60_000), undefined);
  assert.equal(spill.at(-1), undefined);
  assert.equal(spill.at(Number.NaN), undefined);
  spill.close();
});

test('no file is left under a name, even before it is closed', () => {
  const before = readdirSync(folder).length;
  const spill = openSpill(folder);
  spill.add('内容');
  assert.equal(readdirSync(folder).length, before);
  spill.close();
});

test('any strings come back as they are, half characters too', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'binary', maxLength: 40 })),
      fc.string({ unit: fc.constantFrom('\ud83d', '\ude00', 'a') }),
      (texts, odd) => {
        const spill = openSpill(folder);
        for (const text of [...texts, odd]) spill.add(text);
        for (const [i, text] of [...texts, odd].entries()) assert.equal(spill.at(i), text);
        spill.close();
      },
    ),
    { numRuns: 50 },
  );
});

test('what is escaped is XML text and comes back unescaped', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'_x05FDa路\r\n\t\0\u0007\uffff😀') }), (text) => {
      assert.equal(unescaped(escaped(text)), text);
      assert.doesNotMatch(escaped(text).replace(/[\t\n]/g, ''), /[\p{Cc}\ufffe\uffff]/u);
    }),
  );
});
