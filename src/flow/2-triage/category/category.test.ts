import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { categoryFinder, foldName, foldPath, isName, type Node, pathWords } from '#triage/category/category.ts';
import { hang } from '#triage/category/hang.ts';
import { readCategory } from '#triage/category/import-categories.ts';

const tree: Node[] = [
  ['env', '生态环境', null],
  ['noise', '噪音', 'env'],
  ['site', '施工噪音', 'noise'],
  ['dance', '广场舞噪音', 'noise'],
  ['else1', '其他', 'env'],
  ['road', '道路交通', null],
  ['park', '乱停车', 'road'],
  ['else2', '其他', 'road'],
  ['gas', '燃气', null],
  ['gas2', '燃气', 'gas'],
].map(([id, name, parentId]) => ({ id: id!, name: name!, parentId: parentId! }));
const find = categoryFinder(tree, [{ categoryId: 'dance', folded: '跳舞扰民' }]);

test('a file may call a category by its name, its path or the end of it, however it was typed', () => {
  const table: [string, ReturnType<typeof find>][] = [
    ['施工噪音', 'site'],
    [' 施工 噪音 ', 'site'],
    ['生态环境/噪音/施工噪音', 'site'],
    ['生态环境 ＞ 噪音 ＞ 施工噪音', 'site'],
    ['生态环境\\噪音\\施工噪音', 'site'],
    ['噪音|施工噪音', 'site'],
    ['环保局/噪音/施工噪音', 'site'],
    ['跳舞　扰民', 'dance'],
    ['噪音', 'noise'],
    ['其他', 'several'],
    ['道路交通/其他', 'else2'],
    ['城管/其他', undefined],
    ['燃气', 'gas'],
    ['燃气/燃气', 'gas2'],
    ['拖欠工资', undefined],
    ['', undefined],
    [' / ', undefined],
  ];
  for (const [words, id] of table) assert.equal(find(words), id, words);
  assert.equal(pathWords(new Map(tree.map((node) => [node.id, node])), 'site'), '生态环境 / 噪音 / 施工噪音');
});

test('folding is idempotent, and spaces, full width and case do not matter', () => {
  assert.equal(foldName('ＷＩ－ＦＩ 　扰民\u200b'), 'wi-fi扰民');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (words) => {
      assert.equal(foldName(foldName(words)), foldName(words));
      assert.equal(foldPath(foldPath(words)), foldPath(words));
    }),
  );
  assert.deepEqual(['施工', ' ', '施工/夜间', '甲'.repeat(61), '施工＞夜间'].map(isName), [
    true,
    false,
    false,
    false,
    false,
  ]);
});

test('codes count on below the code of the one above, and one that was given is not given again', () => {
  const all = [
    { parentId: null, code: '01', level: 1, position: 1 },
    { parentId: 'a', code: '0101', level: 2, position: 1 },
    { parentId: 'a', code: '0103', level: 2, position: 2 },
  ];
  const above = { id: 'a', code: '01', level: 1 };
  assert.deepEqual(hang(all, null), { level: 1, position: 2, code: '02' });
  assert.deepEqual(hang(all, above), { level: 2, position: 3, code: '0104' });
  assert.deepEqual(hang(all, above, 'X9').code, 'X9');
});

test('a row of a list is the path of one node; merged cells stand for the rows below', () => {
  const read = (values: object, above: string[] = []) => {
    const found = readCategory(values, above);
    return 'row' in found ? [found.row.under, ...found.row.path].join('|') : found.rejected[0]!.code;
  };
  assert.equal(read({ level1: '环境', level2: '噪音' }), '|环境|噪音');
  assert.equal(read({ level2: '扬尘' }, ['环境', '噪音']), '|环境|扬尘');
  assert.equal(read({ level3: '夜间' }, ['环境', '噪音']), '|环境|噪音|夜间');
  assert.equal(read({ level1: '交通', level3: '夜间' }, ['环境', '噪音']), 'category_gap');
  assert.equal(read({ level2: '扬尘' }), 'category_gap');
  assert.equal(read({ name: '环境/噪音' }), '|环境|噪音');
  assert.equal(read({ name: '施工', parent: '环境/噪音' }), '环境/噪音|施工');
  assert.equal(read({ level1: '环境', name: '噪音' }), '|环境|噪音');
  assert.equal(read({ name: '一/二/三/四/五/六/七' }), 'category_too_deep');
  assert.equal(read({ name: '长'.repeat(61) }), 'category_name');
  assert.equal(read({ code: '0101' }), 'field_required');
  assert.equal(read({}), 'field_required');
});
