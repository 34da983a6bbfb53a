/** The reader as a whole: what it finds, where it says it stands, and that nothing of a person goes through it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { lexiconOf } from '#text/reading/lexicon.ts';
import { reader } from '#text/reading/read.ts';

const read = reader(lexiconOf({ areas: ['青岚市', '澄江区', '望湖街道'], units: ['青岚市城市管理局'] }));

test('a message is read: where, who, what, and what is asked', () => {
  const words =
    '尊敬的领导：\n\t您好！青岚市澄江区望湖街道柳絮苑小区３栋楼下的小满餐馆每晚油烟扰民，向青岚市城市管理局反映多次无果。请尽快查处，谢谢！！！联系电话13912345678';
  const found = read(words);
  assert.deepEqual(
    found.places.map((place) => `${place.text} ${place.kind}`),
    ['青岚市 area', '澄江区 area', '望湖街道 area', '柳絮苑 estate'],
  );
  assert.deepEqual(
    found.organisations.map((one) => one.text),
    ['小满餐馆', '青岚市城市管理局'],
  );
  assert.equal(found.ask?.text, '请尽快查处');
  assert.doesNotMatch(JSON.stringify(found), /139|5678|尊敬|谢谢/);
  for (const span of [...found.places, ...found.organisations]) {
    assert.equal(words.slice(span.from, span.to).normalize('NFKC'), span.text);
  }
});

const pieces = fc.constantFrom(
  '澄江区',
  '望湖苑小区',
  '您好',
  '，',
  '。',
  '\n',
  '請',
  '請問',
  '頭髮',
  'Ａ',
  '１３９',
  '😀',
  '\ud800',
  ' ',
  '的',
  '路',
  '\u200b',
  'e\u0301',
  '谢谢！！',
  '12345678901',
  '王小明先生',
  '局',
);

test('any words are answered, with offsets inside them and in order', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.array(pieces, { maxLength: 40 }).map((some) => some.join('')),
      ),
      (words) => {
        const found = read(words);
        const spans = [
          ...found.places,
          ...found.organisations,
          ...[found.subject, found.ask].filter((one) => one !== null),
        ];
        for (const { from, to, text } of spans) {
          assert.ok(from >= 0 && from < to && to <= words.length, JSON.stringify({ words, from, to }));
          assert.ok(text !== '');
        }
        assert.equal(found.tokens.join('').length <= found.plain.length, true);
      },
    ),
    { numRuns: 150 },
  );
});
