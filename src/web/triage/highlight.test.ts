/** Marks in words: they never change the words, and lie where the terms lie. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { marked } from '#web/triage/highlight.ts';

test('each kind is marked where its words stand, one over the other where they meet', () => {
  const parts = marked('临江路工地夜里打桩，临江路住户睡不着', {
    category: ['打桩', '工地'],
    place: ['临江路', '临江路工地'],
    unit: ['', '不在其中'],
  });
  assert.deepEqual(
    parts.filter(({ kinds }) => kinds.length > 0),
    [
      { text: '临江路', kinds: ['place'] },
      { text: '工地', kinds: ['category', 'place'] },
      { text: '打桩', kinds: ['category'] },
      { text: '临江路', kinds: ['place'] },
    ],
  );
});

test('capitals do not matter; a letter that folds longer leaves the words as they are', () => {
  assert.deepEqual(marked('WiFi坏了', { category: ['wifi'] })[0], { text: 'WiFi', kinds: ['category'] });
  assert.deepEqual(marked('İ坏了', { category: ['坏'] }), [{ text: 'İ坏了', kinds: [] }]);
});

test('joined, the parts are the words', () => {
  const text = fc.string({ unit: fc.constantFrom('路', '灯', '坏', 'A', 'a', '😀', ' ', '\n') });
  fc.assert(
    fc.property(text, fc.array(text), fc.array(text), (words, category, place) => {
      assert.equal(
        marked(words, { category, place })
          .map((part) => part.text)
          .join(''),
        words,
      );
    }),
  );
});
