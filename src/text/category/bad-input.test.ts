import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { classify } from '#text/category/classify.ts';
import { madeUp } from '#text/category/fixture/messages.ts';
import { encodeModel } from '#text/category/model-file.ts';
import { train } from '#text/category/train.ts';

const ask = classify(train(madeUp(20)));

test('without words there is no answer', () => {
  for (const words of ['', ' ', '\n\t', '\u200b\ufeff', '\u0000']) {
    assert.deepEqual(ask(words), { label: null, confidence: 0, ranking: [], because: [] });
  }
});

test('one character, emoji, English, a lone surrogate: an answer with a confidence between 0 and 1', () => {
  for (const words of ['水', '?', '😀😀', 'The bus never stops', '\ud800', '*'.repeat(50)]) {
    const { confidence, ranking } = ask(words);
    assert.ok(confidence > 0 && confidence <= 1, words);
    assert.equal(ranking.length, 3);
  }
});

test('traditional characters, full width and spaces are read as what they are', () => {
  const plain = ask('二路公交车班次太少，车厢太挤上不去');
  assert.equal(plain.label, '公交');
  assert.equal(ask('二路公交車班次太少，車廂太擠上不去').confidence, plain.confidence);
  assert.equal(ask('二路 公交车　班次太少,车厢太挤上不去').confidence, plain.confidence);
});

test('100 KB and more are read so far as ten pages, reasons included', () => {
  const long = '楼下烧烤店夜里噪音扰民睡不着。'.repeat(70_000);
  const { label, because } = ask(long);
  assert.equal(label, '噪音');
  for (const { from, to, text } of because) assert.equal(long.slice(from, to), text);
});

test('whatever is typed, the reasons are where they are said to be and their weights add up to at most one', () => {
  const piece = fc.constantFrom(
    '水管',
    '噪音',
    '公交車',
    '１３８',
    '13912345678',
    '😀',
    '\ud800',
    '\n',
    ' ',
    'Ａ3区',
    '公\u200b交',
  );
  const words = fc.oneof(
    fc.array(piece, { maxLength: 12 }).map((all) => all.join('')),
    fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units)),
  );
  fc.assert(
    fc.property(words, (text) => {
      const { because } = ask(text);
      for (const reason of because) assert.equal(text.slice(reason.from, reason.to), reason.text);
      assert.ok(because.reduce((sum, { weight }) => sum + weight, 0) <= 1 + 1e-9);
    }),
    { numRuns: 50 },
  );
});

test('the same text 10,000 times is learned without harm to the others', () => {
  const repeated = Array.from({ length: 10_000 }, () => ({ words: '请问办证要带什么材料', label: '咨询' }));
  const model = train([...repeated, ...madeUp(20)]);
  assert.ok(model.report.repeated >= 9_999);
  assert.equal(classify(model)('对面工地凌晨施工到半夜，谢谢').label, '噪音');
  assert.equal(classify(model)('请问办证要带什么材料').label, '咨询');
});

test('typing variants of a category are one, and the answer is as it is written most often', () => {
  const typed = madeUp(20).map(({ words, label }, at) => ({
    words,
    label: at % 5 ? label : ` ${label[0]} ${label[1]}\u3000`,
  }));
  const model = train(typed);
  assert.deepEqual([...model.names.values()].sort(), ['供水', '公交', '噪音']);
  assert.equal(model.report.folded.length, 3);
});

test('phones, ID numbers and marked names leave no trace: other people make the same model, byte for byte', () => {
  const signed = (phone: string, id: string, name: string, marked: string) =>
    train(
      madeUp(20).map(({ words, label }) => ({
        words: `我叫${name}，身份证${id}，${words}联系电话${phone}，${marked}可以作证`,
        label,
      })),
      { names: [marked] },
    );
  const one = encodeModel(signed('13912345678', '11010519491231002X', '王小明', '赵铁柱'));
  const other = encodeModel(signed('0531-88886666', '440524188001010014', '李大山', '孙二娘'));
  assert.deepEqual(one, other);
  const text = new TextDecoder('utf-8').decode(one);
  for (const secret of ['13912345678', '5678', '11010519491231002X', '王小明', '赵铁柱'])
    assert.ok(!text.includes(secret));
});
