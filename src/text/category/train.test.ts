import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classify } from '#text/category/classify.ts';
import { madeUp } from '#text/category/fixture/messages.ts';
import { judge } from '#text/category/judge.ts';
import { decodeModel, encodeModel } from '#text/category/model-file.ts';
import { train } from '#text/category/train.ts';

test('twenty examples a category are enough to begin with', () => {
  const figures = judge(train(madeUp(20)), madeUp(40, 2));
  assert.ok(figures.macroF1 > 0.95, String(figures.macroF1));
  assert.equal(figures.tested, 120);
});

test('the same examples make the same model, byte for byte, and bytes make the same answers', () => {
  const model = train(madeUp(20));
  const bytes = encodeModel(model);
  assert.deepEqual(bytes, encodeModel(train(madeUp(20))));
  const [before, after] = [classify(model), classify(decodeModel(bytes))];
  for (const { words } of madeUp(5, 3)) assert.deepEqual(after(words), before(words));
});

test('one category is refused, and so is nothing', () => {
  assert.throws(() => train(madeUp(20, 1, ['供水'])), /category_one_label/);
  assert.throws(() => train([]), /category_no_examples/);
  assert.throws(() => train([{ words: ' ', label: '供水' }]), /category_no_examples/);
});

test('a category is proposed for its words, which are where they are said to be', () => {
  const words = '你好：三号楼水管爆裂没人修，请尽快处理';
  const { label, confidence, ranking, because } = classify(train(madeUp(30)))(words);
  assert.equal(label, '供水');
  assert.equal(confidence, ranking[0]!.confidence);
  assert.ok(Math.abs(ranking.reduce((sum, one) => sum + one.confidence, 0) - 1) < 1e-9);
  assert.ok(because.length > 0);
  for (const { from, to, text } of because) assert.equal(words.slice(from, to), text);
  assert.match(because.map(({ text }) => text).join(), /水管|爆裂/);
});

test('below the threshold nothing is proposed, but the ranking is there', () => {
  const answer = classify(train(madeUp(20), { threshold: 0.9 }))('办证要带什么材料');
  assert.equal(answer.label, null);
  assert.equal(answer.ranking.length, 3);
});
