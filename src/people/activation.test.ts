import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ALPHABET, activationCode, codeFrom, groupCode, normaliseCode } from '#people/activation.ts';

const bytes = fc.uint8Array({ minLength: 12, maxLength: 12 });

test('a code survives being printed, read aloud and typed', () => {
  fc.assert(
    fc.property(bytes, (random) => {
      const code = codeFrom(random);
      const typed = groupCode(code).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('-', ' － ');
      assert.equal(activationCode.parse(typed), code);
    }),
  );
});

test('60 bits: every character of the alphabet stands for eight bytes', () => {
  assert.equal(ALPHABET.length, 32);
  const counts = new Map<string, number>();
  for (let byte = 0; byte < 256; byte++) {
    const [first] = codeFrom(new Uint8Array(12).fill(byte));
    counts.set(first!, (counts.get(first!) ?? 0) + 1);
  }
  assert.deepEqual([...counts.values()], Array(32).fill(8));
});

test('what is no code is refused before it is looked up', () => {
  for (const typed of ['', 'ABCD-EFGH', 'ABCD-EFGH-JKMU', 'ABCD-EFGH-JKMNP', '一二三四']) {
    assert.equal(activationCode.safeParse(typed).success, false, typed);
  }
  assert.equal(normaliseCode('ａｂｃｄ—efgh‐jkmn'), 'ABCDEFGHJKMN');
});
