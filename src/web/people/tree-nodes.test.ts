/** Units as rows become a tree: roots, order, and the part of it that holds some words. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { UnitNode } from '#people/unit.api.ts';
import { type Branch, branchesOf, countOf, narrowed, pathTo } from '#web/people/tree-nodes.ts';

const unit = (id: string, parentId: string | null, name = id): UnitNode => ({
  id,
  name,
  shortName: name,
  code: null,
  kind: 'department',
  parentId,
  guidedBy: null,
  hostUnitId: null,
  people: 0,
});

const units = [
  unit('patrol', 'urban', '巡查科'),
  unit('city', null, '市'),
  unit('urban', 'city', '城管局'),
  unit('water', 'city', '水务局'),
];
const shape = (branches: readonly Branch[]): unknown =>
  branches.map(({ unit: { id }, children }) => [id, shape(children)]);

test('rows in any order become one tree', () => {
  assert.deepEqual(shape(branchesOf(units)), [
    [
      'city',
      [
        ['urban', [['patrol', []]]],
        ['water', []],
      ],
    ],
  ]);
  assert.equal(countOf(branchesOf(units)), 4);
});

test('a unit whose parent is not of that day stands as a root', () => {
  assert.deepEqual(shape(branchesOf([unit('a', 'gone'), unit('b', 'a')])), [['a', [['b', []]]]]);
});

test('words keep what is above them, and all below a unit that fits', () => {
  const tree = branchesOf(units);
  assert.deepEqual(shape(narrowed(tree, '巡查')), [['city', [['urban', [['patrol', []]]]]]]);
  assert.deepEqual(shape(narrowed(tree, '城管')), [['city', [['urban', [['patrol', []]]]]]]);
  assert.deepEqual(narrowed(tree, '没有'), []);
});

test('the path ends where a tree closes on itself', () => {
  assert.deepEqual(pathTo(units, 'patrol'), ['city', 'urban']);
  assert.deepEqual(pathTo([unit('a', 'b'), unit('b', 'a')], 'a'), ['a', 'b']);
  assert.deepEqual(pathTo(units, undefined), []);
});
