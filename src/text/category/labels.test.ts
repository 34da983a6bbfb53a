import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldLabel, foldLabels, gatherThin } from '#text/category/labels.ts';

const table: [typed: string, folded: string][] = [
  ['城市管理', '城市管理'],
  [' 城市 管理\u3000', '城市管理'],
  ['城市管理\u200b', '城市管理'],
  ['（一）供水', '(一)供水'],
  ['城建／供水 / 漏水', '城建/供水/漏水'],
  ['/城建//供水/', '城建/供水'],
  ['ＡＢ  类', 'ab类'],
  ['Street  Light', 'street light'],
  ['  ', ''],
];
for (const [typed, folded] of table) {
  test(`“${typed}” is “${folded}”`, () => {
    assert.equal(foldLabel(typed), folded);
    assert.equal(foldLabel(folded), folded);
  });
}

test('variants are one category, written as it was written most often, and it is told what was folded', () => {
  const typed = ['供水 ', '供水', '供水', '供 水', '公交'];
  const { paths, names, folded } = foldLabels(typed.map((label) => ({ words: '水', label })));
  assert.deepEqual(paths, ['供水', '供水', '供水', '供水', '公交']);
  assert.equal(names.get('供水'), '供水');
  assert.deepEqual(folded, [{ taken: '供水', written: ['供 水'] }]);
});

test('leaves with few examples are learned as their parent, which may be thin itself; a first level stays what it is', () => {
  const paths = [
    ...Array(20).fill('a/b/c'),
    ...Array(3).fill('a/b/d'),
    ...Array(4).fill('a/e/f'),
    ...Array(2).fill('g'),
  ];
  const { learned, thin } = gatherThin(paths);
  assert.deepEqual([...new Set(learned)], ['a/b/c', 'a/b', 'a', 'g']);
  assert.deepEqual(
    thin.map(({ label, examples, as }) => [label, examples, as]),
    [
      ['a/b/d', 3, 'a/b'],
      ['a/e/f', 4, 'a/e'],
      ['a/e', 4, 'a'],
      ['g', 2, 'g'],
    ],
  );
});
