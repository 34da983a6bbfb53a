/** Candidates of a month: the season counts, what is solved counts less, and little asked says nothing of its own. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { candidatesOf, type Past } from '#triage/monthly/candidates.ts';

const past = (id: string, more: Partial<Past>): Past => ({
  ...{ id, name: id, people: 120, sameMonth: 10, asked: 100, solved: 50, ...more },
});
const order = (list: Past[]) => candidatesOf(list).map(({ id }) => id);

test('heating in winter goes before more frequent noise, which is even all year', () => {
  const list = [past('noise', { people: 240, sameMonth: 20 }), past('heating', { people: 120, sameMonth: 60 })];
  assert.deepEqual(order(list), ['heating', 'noise']);
  assert.equal(candidatesOf(list)[0]!.peak, 6);
  assert.equal(candidatesOf(list)[1]!.left, 10);
});

test('what is mostly solved goes behind what is not', () => {
  assert.deepEqual(order([past('lamps', { solved: 95 }), past('lifts', { solved: 20 })]), ['lifts', 'lamps']);
});

test('of few asked the share of everybody is taken, and said so; a month nobody knows is an average one', () => {
  const [few] = candidatesOf([
    past('few', { asked: 19, solved: 0, sameMonth: null }),
    past('many', { people: 0, asked: 81, solved: 81 }),
  ]);
  assert.deepEqual([few!.own, few!.unsolved, few!.peak], [false, 1 - 81 / 100, null]);
  assert.ok(Math.abs(few!.left - 10 * 0.19) < 1e-9);
  assert.equal(candidatesOf([past('nobody asked', { asked: 0, solved: 0 })])[0]!.unsolved, 1);
});
