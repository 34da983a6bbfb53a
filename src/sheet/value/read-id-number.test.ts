/** ID numbers of cells. All numbers here are made up: regions and birthdays of nobody, check digits by the rule. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Cell } from '#sheet/sheet.ts';
import { checkDigitOf, readIdNumber } from '#sheet/value/read-id-number.ts';

const number = (text: string): Cell => ({ number: Number(text), text });
const made = (digits: string) => digits + checkDigitOf(digits);

/** From the annex of GB 11643: the two numbers the standard works through. */
const standard = ['11010519491231002X', '440524188001010014'];

const one = made('37130219900101123');
const understood: [cell: Cell, idNumber: string][] = [
  ['11010519491231002X', '11010519491231002X'],
  ['11010519491231002x', '11010519491231002X'],
  ['１１０１０５１９４９１２３１００２Ｘ', '11010519491231002X'],
  ['440524188001010014', '440524188001010014'],
  [one, one],
  [` ${one}\n`, one],
  [`'${one}`, one],
  [`\u200b${one}`, one],
  [`${one.slice(0, 6)} ${one.slice(6, 14)} ${one.slice(14)}`, one],
  [`${one.slice(0, 6)}-${one.slice(6, 14)}-${one.slice(14)}`, one],
  [number(one), one],
  ...[
    '110101',
    '130102',
    '210102',
    '310101',
    '320302',
    '371302',
    '420102',
    '440103',
    '510104',
    '610102',
    '650102',
    '710000',
    '810000',
    '820000',
    '830000',
    '900000',
  ]
    .map((region) => made(`${region}20000229001`))
    .map((id): [Cell, string] => [id, id]),
];

const refused: [cell: Cell, problem: string][] = [
  [null, 'field_required'],
  ['', 'field_required'],
  ['  ', 'field_required'],
  ['3713021990****1234', 'value_masked'],
  ['371302********123X', 'value_masked'],
  ['3.71302E+17', 'lost_digits'],
  ['3.71302199001011E+17', 'lost_digits'],
  [number('371302199001011000'), 'lost_digits'],
  ['371302900101123', 'id_number_length'],
  ['37130219900101123', 'id_number_length'],
  [`${one}1`, 'id_number_length'],
  ['3713021990010112AB', 'id_number_length'],
  ['X71302199001011230', 'id_number_length'],
  ['张三', 'id_number_length'],
  ['无', 'id_number_length'],
  [true, 'id_number_length'],
  [number('12345'), 'id_number_length'],
  ['110105194912310021', 'id_number_check'],
  ['440524188001010015', 'id_number_check'],
  ['371302199001011000', 'id_number_check'],
  [made('37130219900231123'), 'id_number_date'],
  [made('37130219901301123'), 'id_number_date'],
  [made('37130219000229123'), 'id_number_date'],
  [made('37130218790101123'), 'id_number_date'],
  [made('00130219900101123'), 'id_number_date'],
  [made('16130219900101123'), 'id_number_date'],
  [made('88130219900101123'), 'id_number_date'],
];

for (const [cell, idNumber] of understood) {
  test(`${JSON.stringify(cell)} is ${idNumber}`, () => assert.deepEqual(readIdNumber(cell), { idNumber }));
}
for (const [cell, problem] of refused) {
  test(`${JSON.stringify(cell)} is refused: ${problem}`, () => assert.deepEqual(readIdNumber(cell), { problem }));
}

test('the numbers of the standard have the check digits of the standard', () => {
  for (const id of standard) assert.equal(checkDigitOf(id.slice(0, 17)), id[17]);
});

const anyId = fc
  .tuple(
    fc.constantFrom('371302', '320302', '320621'),
    fc.date({ min: new Date('1920-01-01'), max: new Date('2020-12-31'), noInvalidDate: true }),
    fc.nat(999),
  )
  .map(([region, born, order]) =>
    made(`${region}${born.toISOString().slice(0, 10).replaceAll('-', '')}${String(order).padStart(3, '0')}`),
  );

test('one wrong digit and two neighbours swapped are always found', () => {
  fc.assert(
    fc.property(anyId, fc.nat(16), fc.integer({ min: 1, max: 9 }), (id, at, by) => {
      assert.deepEqual(readIdNumber(id), { idNumber: id });
      const wrong = id.slice(0, at) + ((Number(id[at]) + by) % 10) + id.slice(at + 1);
      assert.ok('problem' in readIdNumber(wrong), wrong);
      const swapped = id.slice(0, at) + (id[at + 1] ?? '') + id[at] + id.slice(at + 2);
      if (swapped !== id) assert.ok('problem' in readIdNumber(swapped), swapped);
    }),
  );
});
