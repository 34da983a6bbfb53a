/** Ways out of what is proposed, as a table. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { QueueItem } from '#views/triage-desk.api.ts';
import { surestOf, waysOf } from '#web/triage/ways.ts';

const unit = (id: string, confidence: number) => ({ id, confidence, because: [], name: id, shortName: id, why: null });
const category = (id: string, confidence: number, ...duty: string[]) => ({
  ...{ id, confidence, because: [], name: id, path: id },
  units: duty.map((one) => unit(one, 1)),
});
const repeat = (id: string, confidence: number, led = true) => ({
  ...{ id, confidence, because: [], number: id, title: id, state: 'working' as const, signals: 3 },
  lead: led ? { id: 'u', name: 'u', shortName: 'u' } : null,
});

type Given = Partial<Pick<QueueItem, 'decided' | 'repeats' | 'categories' | 'units'>>;
const said = (given: Given) =>
  waysOf({ decided: null, repeats: [], categories: [], units: [], ...given } as unknown as QueueItem).map(
    (way) => `${way.into?.id ?? '新'} ${way.category?.id ?? '-'} ${way.unit?.id ?? '-'}`,
  );

test('a sure repeat stands first and keeps its unit; one that nobody has is given away with it', () => {
  const given = { categories: [category('噪音', 0.95)], units: [unit('城管', 0.9)] };
  assert.deepEqual(said({ ...given, repeats: [repeat('P1', 0.8)] }), ['P1 噪音 -', '新 噪音 城管']);
  assert.deepEqual(said({ ...given, repeats: [repeat('P1', 0.8, false)] }), ['P1 噪音 城管', '新 噪音 城管']);
  assert.deepEqual(said({ ...given, repeats: [repeat('P1', 0.5)] }), ['新 噪音 城管', 'P1 噪音 -']);
});

test('the next likely category comes before the next likely unit, and there are never more than keys', () => {
  const categories = ['a', 'b', 'c'].map((id, n) => category(id, 0.8 - n / 10));
  const units = ['x', 'y', 'z'].map((id, n) => unit(id, 0.8 - n / 10));
  assert.deepEqual(said({ categories, units }), ['新 a x', '新 b x', '新 c x', '新 a y', '新 a z']);
  assert.equal(said({ categories, units, repeats: [repeat('P', 0.9), repeat('Q', 0.8)] }).length, 5);
});

test('each category brings the unit whose duty it is, before what past tickets say', () => {
  const categories = [category('a', 0.9, 'x'), category('b', 0.3, 'y')];
  assert.deepEqual(said({ categories, units: [unit('x', 0.8), unit('z', 0.4)] }), ['新 a x', '新 b y', '新 a z']);
});

test('nothing proposed, no way; one part alone is a way; what was decided stands in each', () => {
  assert.deepEqual(said({}), []);
  assert.deepEqual(said({ units: [unit('x', 0.8)] }), ['新 - x']);
  const decided = { id: '人定', name: '人定', path: '人定', units: [] };
  assert.deepEqual(said({ decided, categories: [category('a', 0.9)], units: [unit('x', 0.8)] }), ['新 人定 x']);
  assert.equal(surestOf({ into: null, category: category('a', 0.9), unit: unit('x', 0.4) }), 0.4);
});
