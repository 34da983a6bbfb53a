/** Unified social credit codes of cells. The codes are made up; their check characters follow the rule. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Cell } from '#sheet/sheet.ts';
import { creditCheckOf, readCreditCode } from '#sheet/value/read-credit-code.ts';

const made = (code: string) => code + creditCheckOf(code);
const one = made('91371300MA3ABCDE1');

const understood: [cell: Cell, creditCode: string][] = [
  [one, one],
  [one.toLowerCase(), one],
  [` ${one}\n`, one],
  [`'${one}`, one],
  [`${one.slice(0, 8)} ${one.slice(8)}`, one],
  [`${one.slice(0, 8)}-${one.slice(8)}`, one],
  [one.replace(/[\dA-Z]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)), one],
  [`\ufeff${one}`, one],
  ...[
    '11',
    '12',
    '13',
    '19',
    '21',
    '29',
    '31',
    '32',
    '33',
    '34',
    '35',
    '39',
    '51',
    '52',
    '53',
    '59',
    '91',
    '92',
    '93',
    'A1',
    'N1',
    'Y1',
  ]
    .map((kind) => made(`${kind}320300012345678`))
    .map((code): [Cell, string] => [code, code]),
];

const refused: [cell: Cell, problem: string][] = [
  [null, 'field_required'],
  ['', 'field_required'],
  ['\u3000', 'field_required'],
  ['无', 'credit_code_length'],
  [one.slice(0, 17), 'credit_code_length'],
  [`${one}0`, 'credit_code_length'],
  [{ number: 9.1e17, text: '9.1E+17' }, 'credit_code_length'],
  [true, 'credit_code_length'],
  [{ error: '#REF!' }, 'credit_code_length'],
  [one.replace('MA3', 'MI3'), 'credit_code_check'],
  [one.replace('MA3', 'MO3'), 'credit_code_check'],
  [one.replace('MA3', 'MS3'), 'credit_code_check'],
  [one.replace('MA3', 'MZ3'), 'credit_code_check'],
  [one.replace('MA3', '中A3'), 'credit_code_check'],
];

for (const [cell, creditCode] of understood) {
  test(`${JSON.stringify(cell)} is ${creditCode}`, () => assert.deepEqual(readCreditCode(cell), { creditCode }));
}
for (const [cell, problem] of refused) {
  test(`${JSON.stringify(cell)} is refused: ${problem}`, () => assert.deepEqual(readCreditCode(cell), { problem }));
}

test('the check character agrees with the sum of the standard: Σ cᵢ·wᵢ ≡ 0 mod 31', () => {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...alphabet), minLength: 17, maxLength: 17 }), (code) => {
      const sum = [...made(code)].reduce((s, c, i) => s + alphabet.indexOf(c) * (i === 17 ? 1 : 3 ** i % 31), 0);
      assert.equal(sum % 31, 0);
    }),
  );
});

test('one wrong character is always found', () => {
  const codes = fc.string({
    unit: fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'),
    minLength: 17,
    maxLength: 17,
  });
  fc.assert(
    fc.property(codes, fc.nat(17), fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'), (code, at, c) => {
      const right = made(code);
      if (right[at] === c) return;
      assert.deepEqual(readCreditCode(right.slice(0, at) + c + right.slice(at + 1)), { problem: 'credit_code_check' });
    }),
  );
});
