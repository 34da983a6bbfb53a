/** What holds of every step, whatever comes in: done twice is done once, offsets stay true, time grows with the length. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { personalSpans } from '#text/personal.ts';
import { normalise } from '#text/reading/1-normalise.ts';
import { withoutGreeting } from '#text/reading/2-greeting.ts';
import { masked, withoutPersons } from '#text/reading/3-mask.ts';
import { segment } from '#text/reading/4-segment.ts';
import { emptyLexicon, lexiconOf } from '#text/reading/lexicon.ts';
import { change, type Mapped } from '#text/reading/mapped.ts';
import { matcher } from '#text/reading/matcher.ts';
import { reader } from '#text/reading/read.ts';

const odd = fc.constantFrom(
  '澄江区',
  '望湖苑',
  '請問',
  '頭髮',
  '後面',
  '乾',
  '隆',
  '您好',
  '谢谢',
  '！',
  '。',
  '.',
  '…',
  '\n',
  '\r\n',
  '\t',
  '\u3000',
  ' ',
  '\u200b',
  '\u00ad',
  '\ufeff',
  'Ａ',
  '１３９',
  '12345678',
  '①',
  '㎡',
  '\u0301',
  'e',
  '\u1100\u1161',
  '\u11a8',
  'ｶ',
  'ﾞ',
  '😀',
  '👨‍👩‍👧',
  '\ud83d',
  '\udc00',
  'ﷺ',
  '我叫王小明',
  '的',
  '*',
  '-',
);
const words = fc.oneof(
  fc.array(odd, { maxLength: 30 }).map((some) => some.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

function assertTrue(mapped: Mapped, length: number): void {
  assert.equal(mapped.from.length, mapped.text.length);
  assert.equal(mapped.to.length, mapped.text.length);
  for (let at = 0; at < mapped.text.length; at++) {
    assert.ok(mapped.from[at]! <= mapped.to[at]! && mapped.to[at]! <= length);
    if (at > 0) assert.ok(mapped.from[at]! >= mapped.from[at - 1]!);
  }
}

test('normalising twice is normalising once, and every unit knows where it came from', () => {
  fc.assert(
    fc.property(words, (typed) => {
      const once = normalise(typed);
      assertTrue(once, typed.length);
      assert.equal(normalise(once.text).text, once.text);
      assert.ok(once.text.isWellFormed());
    }),
    { numRuns: 1000 },
  );
});

test('leaving out greetings and persons keeps the offsets, and leaves nothing that the finders of personal data know', () => {
  fc.assert(
    fc.property(words, (typed) => {
      const { kept, closings } = withoutGreeting(normalise(typed));
      assertTrue(kept, typed.length);
      assert.ok(closings.every(({ start, end }) => start < end));
      const plain = withoutPersons(kept);
      assertTrue(plain, typed.length);
      assert.deepEqual(personalSpans(plain.text), []);
      assert.equal(withoutPersons(plain).text, plain.text);
    }),
    { numRuns: 500 },
  );
});

test('segmenting loses nothing, and a known name is always whole', () => {
  const names = matcher(['望湖苑', '澄江区']);
  fc.assert(
    fc.property(words, (typed) => {
      const { text } = normalise(typed);
      const { words: cut, starts } = segment(text, names);
      assert.equal(cut.join(''), text);
      cut.forEach((word, at) => {
        assert.ok(text.startsWith(word, starts[at]));
      });
      for (const { start } of names.matches(text)) assert.ok(starts.includes(start));
    }),
    { numRuns: 300 },
  );
});

test('a change in the middle moves nothing else', () => {
  const made = change(normalise('一二三四五'), [
    { start: 1, end: 2 },
    { start: 3, end: 4, instead: '**' },
  ]);
  assert.deepEqual(
    [made.text, [...made.from], [...made.to]],
    [`一三${masked}${masked}五`, [0, 2, 3, 3, 4], [1, 3, 4, 4, 5]],
  );
});

// A cost that grows with the square of the length takes minutes here, and fails by the limit.
test('long and strange words are answered at once', { timeout: 60_000 }, () => {
  const read = reader(emptyLexicon);
  const known = reader(lexiconOf({ areas: ['澄江区'] }));
  const long = [
    '的',
    '您好',
    '谢谢！',
    '路',
    '澄江区望湖苑小区',
    '1',
    '139',
    '\u0301',
    '😀',
    '請',
    '我叫',
    ' ',
    '\n',
    'a',
    '王小明先生',
    '请',
    '反映',
  ];
  for (const one of long) {
    const typed = one.repeat(Math.ceil(40_000 / one.length));
    const found = known(typed);
    assert.ok(found.tokens.length >= 0);
    assert.ok((found.ask?.text.length ?? 0) <= 100 && (found.subject?.text.length ?? 0) <= 60, one);
  }
  assert.equal(known('澄江区停水。'.repeat(17_000)).places.length, 17_000); // 100 KB
  for (const one of ['', '路', '?', 'Street light is broken', '\ud800', '😀']) assert.equal(read(one).places.length, 0);
  assert.equal(read('').subject, null);
});
