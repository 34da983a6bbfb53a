import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CODE_LENGTH, codeFrom, easyDigits, readCode, readDigits, showCode } from '#signal/follow-code.ts';

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codes = fc.uint8Array({ minLength: 9, maxLength: 9 }).map(codeFrom);
const places = fc.nat({ max: CODE_LENGTH - 1 });

test('a code is read again however it is written', () => {
  fc.assert(
    fc.property(codes, (code) => {
      assert.match(code, /^[0-9A-HJKMNP-TV-Z]{14}$/);
      for (const typed of [showCode(code), showCode(code).toLowerCase(), ` ${[...code].join(' ')}`])
        assert.equal(readCode(typed), code);
      assert.equal(readCode(code.replaceAll('0', 'o').replaceAll('1', 'l')), code);
      assert.equal(readCode(code.replace(/./g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))), code);
    }),
  );
});

test('65 bits count, each of them', () => {
  const bits = Array.from({ length: 65 }, (_, bit) => {
    const bytes = new Uint8Array(9);
    bytes[8 - Math.floor(bit / 8)]! |= 1 << (bit % 8);
    return codeFrom(bytes);
  });
  assert.equal(new Set([...bits, codeFrom(new Uint8Array(9))]).size, 66);
});

test('any one wrong character is found', () => {
  fc.assert(
    fc.property(codes, places, fc.constantFrom(...LETTERS), (code, place, letter) => {
      fc.pre(code[place] !== letter);
      assert.equal(readCode(code.slice(0, place) + letter + code.slice(place + 1)), undefined);
    }),
    { numRuns: 2_000 },
  );
});

test('any two characters that changed places are found, neighbours or not', () => {
  fc.assert(
    fc.property(codes, places, places, (code, a, b) => {
      fc.pre(code[a] !== code[b]);
      const letters = [...code];
      [letters[a], letters[b]] = [letters[b]!, letters[a]!];
      assert.equal(readCode(letters.join('')), undefined);
    }),
    { numRuns: 2_000 },
  );
});

test('what is no code at all is none', () => {
  for (const typed of ['', '7KQ2M', 'U'.repeat(14), '0'.repeat(15), '我的查询码', '0'.repeat(100_000)])
    assert.equal(readCode(typed), undefined, typed.slice(0, 20));
});

test('four digits, and those that anybody tries first', () => {
  assert.equal(readDigits(' ８０ 26 '), '8026');
  for (const typed of ['', '123', '12345', '12a4', '一二三四']) assert.equal(readDigits(typed), undefined);
  for (const digits of ['0000', '7777', '1234', '6789', '7890', '4321', '3210']) assert.ok(easyDigits(digits), digits);
  for (const digits of ['8026', '1243', '0102']) assert.ok(!easyDigits(digits), digits);
});
