import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classify } from '#text/category/classify.ts';
import { madeUp } from '#text/category/fixture/messages.ts';
import { judge } from '#text/category/judge.ts';
import { decodeModel, encodeModel } from '#text/category/model-file.ts';
import { train } from '#text/category/train.ts';

/** Leaves three levels down: the category of the fixture, then what the words say. */
const leaf = ({ words, label }: { words: string; label: string }) => ({
  words,
  label: `民生/${label}/${/漏水|扰民|不停/.test(words) ? '急' : '缓'}`,
});

test('a tree is walked down fork by fork, and its confidences add up', () => {
  const examples = madeUp(150).map(leaf);
  const model = decodeModel(encodeModel(train(examples)));
  assert.deepEqual(
    model.forks.map(({ path }) => path),
    ['民生', '民生/供水', '民生/公交', '民生/噪音'],
  );
  assert.ok(judge(model, madeUp(40, 2).map(leaf)).macroF1 > 0.9);
  const { ranking, label } = classify(model)('三号楼水管漏水三天，请尽快处理');
  assert.equal(label, '民生/供水/急');
  const sum = ranking.reduce((all, { confidence }) => all + confidence, 0);
  assert.ok(sum > 0.99 && sum < 1 + 1e-9, String(sum));
});

test('a leaf with few examples answers as its parent, beside the leaves that have enough', () => {
  const many = madeUp(60).map(leaf);
  const few = many.filter(({ label }) => label === '民生/供水/急').slice(0, 5);
  const model = train([...many.filter(({ label }) => label !== '民生/供水/急'), ...few]);
  assert.ok(model.report.thin.some(({ label, as }) => label === '民生/供水/急' && as === '民生/供水'));
  const { ranking } = classify(model)('三号楼水管漏水三天');
  assert.ok(!ranking.some(({ label }) => label === '民生/供水/急'));
  assert.ok(ranking.some(({ label }) => label === '民生/供水'));
});

test('thirty leaves of twenty examples beside each other', () => {
  const leaves = Array.from({ length: 30 }, (_, at) => String.fromCharCode(0x4e00 + 7 * at, 0x4e01 + 7 * at));
  const examples = leaves.flatMap((label) =>
    madeUp(7, 1)
      .slice(0, 20)
      .map(({ words }) => ({ words: label + words, label })),
  );
  const model = train(examples);
  assert.ok(judge(model, examples).accuracy > 0.95);
  assert.ok(encodeModel(model).length < 1e6);
});
