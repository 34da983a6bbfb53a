/** Yes and no, nothing, and keys: the small words of cells. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Cell } from '#sheet/sheet.ts';
import { isBlank } from '#sheet/value/blank.ts';
import { foldDigits, keyText } from '#sheet/value/fold-digits.ts';
import { readYesNo } from '#sheet/value/read-yes-no.ts';

const number = (text: string): Cell => ({ number: Number(text), text });

const yes: Cell[] = [
  '是',
  '有',
  '对',
  '要',
  '需要',
  '√',
  '✓',
  '✔',
  '☑',
  'Y',
  'y',
  'yes',
  'YES',
  'Ｙ',
  'true',
  'T',
  '1',
  '１',
  number('1'),
  true,
  ' 是\n',
  '保密',
  '需要回复',
  '要求回复',
  '同意',
];
const no: Cell[] = [
  '否',
  '无',
  '没有',
  '不',
  '不是',
  '×',
  '✗',
  '☐',
  'N',
  'n',
  'no',
  'Ｎ',
  'false',
  'F',
  '0',
  '０',
  number('0'),
  false,
  '否 ',
  '不保密',
  '公开',
  '无需回复',
  '不需要',
  '不同意',
];
const neither: Cell[] = [
  '也许',
  '是否',
  '2',
  number('2'),
  '是的吧',
  '/',
  { error: '#N/A' },
  { date: '2026-03-12T00:00:00', shown: 'day' },
];

for (const cell of yes) test(`${JSON.stringify(cell)} is yes`, () => assert.deepEqual(readYesNo(cell), { yes: true }));
for (const cell of no) test(`${JSON.stringify(cell)} is no`, () => assert.deepEqual(readYesNo(cell), { yes: false }));
for (const cell of neither) {
  test(`${JSON.stringify(cell)} is neither`, () => assert.deepEqual(readYesNo(cell), { problem: 'yes_no_unreadable' }));
}
for (const cell of [null, undefined, '', ' \u3000\n']) {
  test(`${JSON.stringify(cell)} is no answer`, () => assert.deepEqual(readYesNo(cell), { problem: 'field_required' }));
}

const nothing: (Cell | undefined)[] = [
  null,
  undefined,
  '',
  ' ',
  '\n\t',
  '\u3000',
  '\u200b',
  '/',
  '／',
  '\\',
  '-',
  '－',
  '--',
  '—',
  '——',
  '无',
  ' 无 ',
  '暂无',
  '没有',
  '空',
  '（空）',
  '(无)',
  'N/A',
  'n/a',
  'NA',
  'null',
  'NULL',
  'None',
  "'",
  ' '.repeat(40),
  { error: '#N/A' },
  { error: '#REF!' },
];
const something: Cell[] = [
  '0',
  number('0'),
  false,
  '否',
  '无锡',
  '无名氏',
  '-1',
  number('-1'),
  '//',
  '没有人管',
  'x',
  '。',
  { date: '2026-03-12T00:00:00', shown: 'day' },
];

for (const cell of nothing) test(`${JSON.stringify(cell)} says nothing`, () => assert.equal(isBlank(cell), true));
for (const cell of something) test(`${JSON.stringify(cell)} says something`, () => assert.equal(isBlank(cell), false));

const keys: [text: string, folded: string][] = [
  ['ＡＢ１２－３', 'AB12-3'],
  ['１３８　００００', '138 0000'],
  ['（０５３９）８３１２３４５', '(0539)8312345'],
  ['ｇｄ２０２６', 'gd2026'],
  ['＃＊＋／：＝＠', '#*+/:=@'],
  ['～', '~'],
  ['汉字、。「」《》', '汉字、。「」《》'],
  ['plain 12', 'plain 12'],
  ['ｱｲｳ', 'ｱｲｳ'],
  ['', ''],
];
for (const [text, folded] of keys) test(`${text} folds to ${folded}`, () => assert.equal(foldDigits(text), folded));

test('a key loses invisible marks, the apostrophe that means text, and blanks around it', () => {
  assert.equal(keyText(" \u202d'GD２０２６－0001\u202c\n"), 'GD2026-0001');
});

test('folding twice is folding once, and never changes the length', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      assert.equal(foldDigits(foldDigits(text)), foldDigits(text));
      assert.equal(foldDigits(text).length, text.length);
    }),
  );
});
