/** Telephone numbers of cells, with what spreadsheet programs do to them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Cell } from '#sheet/sheet.ts';
import { readPhone } from '#sheet/value/read-phone.ts';

const number = (text: string): Cell => ({ number: Number(text), text });

const understood: [cell: Cell, phone: string][] = [
  ['13800001234', '13800001234'],
  [number('13800001234'), '13800001234'],
  ['１３８００００１２３４', '13800001234'],
  [' 138 0000 1234\n', '13800001234'],
  ['138-0000-1234', '13800001234'],
  ['138－0000－1234', '13800001234'],
  ['138.0000.1234', '13800001234'],
  ['138—0000—1234', '13800001234'],
  ["'13800001234", '13800001234'],
  ['\t13800001234', '13800001234'],
  ['\u202a13800001234\u202c', '13800001234'],
  ['\ufeff13800001234', '13800001234'],
  ['+8613800001234', '13800001234'],
  ['+86 138 0000 1234', '13800001234'],
  ['＋86-13800001234', '13800001234'],
  ['(+86)13800001234', '13800001234'],
  ['008613800001234', '13800001234'],
  ['8613800001234', '13800001234'],
  ['86-13800001234', '13800001234'],
  ['013800001234', '13800001234'],
  ['电话：13800001234', '13800001234'],
  ['手机 19900001234', '19900001234'],
  ['1.3800001234E+10', '13800001234'],
  ['1.3800001234e10', '13800001234'],
  ['0539-8312345', '0539-8312345'],
  ['05398312345', '0539-8312345'],
  ['(0539)8312345', '0539-8312345'],
  ['（0539）8312345', '0539-8312345'],
  ['0539 831 2345', '0539-8312345'],
  ['0539—8312345', '0539-8312345'],
  ['010-62345678', '010-62345678'],
  ['01062345678', '010-62345678'],
  ['021 62345678', '021-62345678'],
  ['0516-83712345', '0516-83712345'],
  ['+86 539 8312345', '0539-8312345'],
  ['0086-0539-8312345', '0539-8312345'],
  ['0539-8312345-801', '0539-8312345-801'],
  ['0539-8312345转801', '0539-8312345-801'],
  ['0539-8312345 ext 801', '0539-8312345-801'],
  ['0539-8312345分机:801', '0539-8312345-801'],
  ['05398312345#801', '0539-8312345-801'],
  ['8312345', '8312345'],
  [number('8312345'), '8312345'],
  ['83712345-6', '83712345-6'],
  ['12345', '12345'],
  [number('12345'), '12345'],
  ['110', '110'],
  ['12315', '12315'],
  ['95588', '95588'],
  ['96198', '96198'],
  ['10086', '10086'],
  ['400-800-1234', '4008001234'],
  ['+852 9123 4567', '+85291234567'],
  ['0085291234567', '+85291234567'],
  ['+1 (212) 555-0123', '+12125550123'],
];

const refused: [cell: Cell, problem: string][] = [
  [null, 'field_required'],
  ['', 'field_required'],
  [' \u3000', 'field_required'],
  ['1.38E+10', 'lost_digits'],
  ['1.38001E+10', 'lost_digits'],
  ['1.38e10', 'lost_digits'],
  ['１.３８Ｅ＋１０', 'lost_digits'],
  [{ number: 1.38e10, text: '1.38E+10' }, 'lost_digits'],
  [number('13800000000'), 'lost_digits'],
  [number('13812300000'), 'lost_digits'],
  [number('5398312345'), 'lost_digits'],
  ['138****1234', 'value_masked'],
  ['138xxxx1234', 'value_masked'],
  ['138＊＊＊＊1234', 'value_masked'],
  ['13800001234/13900001234', 'phone_several'],
  ['13800001234、0539-8312345', 'phone_several'],
  ['13800001234\n13900001234', 'phone_several'],
  ['1380000123', 'phone_unreadable'],
  ['138000012345', 'phone_unreadable'],
  ['12800001234', 'phone_unreadable'],
  ['张三', 'phone_unreadable'],
  ['匿名', 'phone_unreadable'],
  ['0539-12', 'phone_unreadable'],
  ['13800001234-801', 'phone_unreadable'],
  ['00', 'phone_unreadable'],
  [number('138.5'), 'phone_unreadable'],
  [true, 'phone_unreadable'],
  [{ error: '#N/A' }, 'phone_unreadable'],
  [{ date: '2026-03-12T00:00:00', shown: 'day' }, 'phone_unreadable'],
];

for (const [cell, phone] of understood) {
  test(`${JSON.stringify(cell)} is ${phone}`, () => assert.deepEqual(readPhone(cell), { phone }));
}
for (const [cell, problem] of refused) {
  test(`${JSON.stringify(cell)} is refused: ${problem}`, () => assert.deepEqual(readPhone(cell), { problem }));
}

test('a true 13800000000 typed as text is kept', () => {
  assert.deepEqual(readPhone('13800000000'), { phone: '13800000000' });
});

const mobile = fc.stringMatching(/^1[3-9]\d{9}$/);
const decorations = [
  (n: string) => `+86${n}`,
  (n: string) => `0086 ${n}`,
  (n: string) => `${n.slice(0, 3)}-${n.slice(3, 7)}-${n.slice(7)}`,
  (n: string) => n.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)),
  (n: string) => `${n[0]}.${n.slice(1)}E+10`,
];

test('every mobile number is understood alike however it is written', () => {
  fc.assert(
    fc.property(mobile, fc.constantFrom(...decorations), (n, write) => {
      assert.deepEqual(readPhone(write(n)), { phone: n });
    }),
  );
});

test('what comes out goes in again and stays the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789+-() 转E./') }), (text) => {
      const read = readPhone(text);
      if ('phone' in read) assert.deepEqual(readPhone(read.phone), read);
    }),
    { numRuns: 2000 },
  );
});
