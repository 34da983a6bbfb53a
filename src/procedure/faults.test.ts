import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { depthsOf, type Fault, faultsOf } from '#procedure/faults.ts';
import type { Step } from '#procedure/step.ts';

const made = (key: string, more: Partial<Step> = {}): Step => ({
  ...{
    key,
    title: `步骤${key}`,
    words: '',
    who: 'fits',
    roleCode: null,
    personId: null,
    place: 'thing',
    unitId: null,
    supervision: null,
  },
  ...{ unitOfTime: 'working_day', budget: 2, evidenceAsked: '', after: [], feedback: null },
  ...more,
});
const told = (...steps: Step[]) => faultsOf(steps).map(({ nth, field, fault }) => `${nth} ${field} ${fault}`);

const cases: [string, Step[], string[]][] = [
  ['nothing', [], ['0 title no_steps']],
  ['a sound one', [made('a'), made('b', { after: ['a'] })], []],
  ['a step after itself', [made('a', { after: ['a'] })], ['0 after circle']],
  [
    'two that wait for each other',
    [made('a', { after: ['b'] }), made('b', { after: ['a'] })],
    ['0 after circle', '1 after circle'],
  ],
  ['after one that is not there', [made('a', { after: ['x'] })], ['0 after after_missing']],
  ['no limit', [made('a', { budget: null })], ['0 budget no_limit']],
  ['the 31st of each month', [made('a', { unitOfTime: 'month_day', budget: 31 })], ['0 budget limit_too_long']],
  ['a post without its name', [made('a', { who: 'role' })], ['0 roleCode no_role']],
  ['nobody named', [made('a', { who: 'person' })], ['0 personId no_person']],
  ['no unit named', [made('a', { place: 'named' })], ['0 unitId no_unit']],
  ['many, but later', [made('a'), made('b', { who: 'listed', after: ['a'] })], ['1 who listed_late']],
  ['many, twice', [made('a', { who: 'listed' }), made('b', { who: 'listed' })], ['1 who listed_twice']],
  ['one key for two', [made('a'), made('a')], ['1 key key_twice']],
  [
    'closed by a step that waits for it',
    [made('a', { feedback: { rule: 'step', key: 'b' } }), made('b', { after: ['a'] })],
    ['0 feedback rule_step'],
  ],
  [
    'a range of nothing',
    [made('a', { feedback: { rule: 'reading', indicatorId: 'i', min: 5, max: 4 } })],
    ['0 feedback range_empty'],
  ],
];
for (const [name, steps, faults] of cases) test(name, () => assert.deepEqual(told(...steps), faults));

const keys = ['a', 'b', 'c', 'd', 'e', 'f'];
const graphs = fc
  .array(fc.subarray(keys), { minLength: keys.length, maxLength: keys.length })
  .map((afters) => keys.map((key, i) => made(key, { after: afters[i]! })));

test('whatever has no circle can be walked to its end, and whatever has one cannot', () => {
  fc.assert(
    fc.property(graphs, (steps) => {
      const done = new Set<string>();
      for (let went = true; went; ) {
        const next = steps.find(({ key, after }) => !done.has(key) && after.every((one) => done.has(one)));
        went = next !== undefined;
        if (next) done.add(next.key);
      }
      const faults: Fault[] = faultsOf(steps).map(({ fault }) => fault);
      assert.equal(done.size === steps.length, !faults.includes('circle'));
    }),
  );
});

test('in the drawing every step stands right of all that it waits for', () => {
  fc.assert(
    fc.property(graphs, (drawn) => {
      const steps = drawn.map((one, i) => ({ ...one, after: one.after.filter((key) => keys.indexOf(key) < i) }));
      const depths = depthsOf(steps.toReversed());
      for (const { key, after } of steps) for (const one of after) assert.ok(depths.get(one)! < depths.get(key)!);
    }),
  );
});
