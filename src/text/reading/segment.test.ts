/** Our way through jieba's dictionary against jieba's own. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { examples as greeted } from '#text/reading/2-greeting.golden.ts';
import { examples as cuts } from '#text/reading/4-segment.golden.ts';
import { segment } from '#text/reading/4-segment.ts';
import { examples as places } from '#text/reading/5-place.golden.ts';
import { examples as subjects } from '#text/reading/7-subject.golden.ts';
import { examples as asks } from '#text/reading/8-ask.golden.ts';
import { matcher } from '#text/reading/matcher.ts';

test('every example is cut as jieba cuts it', () => {
  const jieba = Jieba.withDict(dict);
  const none = matcher([]);
  const texts = [...greeted, ...cuts, ...places, ...subjects, ...asks].map((one) => one.replace(/[[\]{}|\n]/g, ''));
  for (const text of texts) assert.deepEqual(segment(text, none).words, jieba.cut(text, false));
});
