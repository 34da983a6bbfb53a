import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from '#clock/day.ts';
import { definitionOf } from '#indicator/indicator.ts';
import {
  besideOthers,
  definedFor,
  figureOf,
  type Given,
  isRefused,
  overlap,
  periodRefusal,
  ratioOf,
  roundTo,
  unitKey,
} from '#indicator/reading.ts';

const rate = { name: '办结率', unitWords: '%', digits: 2 };
const given = (more: Partial<Given>): Given => ({
  ...{ from: '2026-01-01', to: '2026-01-31', value: null, numerator: null, denominator: null, unitWords: '%' },
  ...more,
});
const codeOf = (more: Partial<Given>, of = rate) => {
  const figure = figureOf(given(more), of);
  return isRefused(figure) ? figure.code : figure.value;
};

test('one unit is written in several ways, and another one is refused', () => {
  for (const same of ['%', '％', ' % ', '百分比']) assert.equal(unitKey(same), '%', same);
  assert.equal(unitKey('件／月'), unitKey('件/月'));
  assert.notEqual(unitKey('件'), unitKey('件/月'));
  assert.equal(codeOf({ value: 98, unitWords: '件' }), 'reading_other_unit');
  assert.equal(codeOf({ value: 98, unitWords: '‰' }), 'reading_other_unit');
});

test('a value is its ratio, within what rounding takes away', () => {
  const parts = { numerator: 712, denominator: 733 }; // 97.135061…
  assert.equal(codeOf(parts), 97.14);
  for (const value of [97.14, 97.1, 97]) assert.equal(codeOf({ ...parts, value }), value);
  for (const value of [97.13, 97.2, 98, 0.97, 712, 1e-7]) assert.equal(codeOf({ ...parts, value }), 'reading_ratio');
  assert.equal(codeOf({ numerator: 3, denominator: 0 }), 'reading_of_nothing');
  assert.equal(codeOf({ numerator: 3 }), 'reading_no_value');
  assert.equal(codeOf({ value: 1e12 }), 'reading_too_large');
  const minutes = { name: '平均时长', unitWords: '分钟', digits: 1 };
  assert.equal(codeOf({ numerator: 90, denominator: 4, unitWords: '分钟' }, minutes), 22.5);
});

test('halves are rounded up, whatever binary digits make of them', () => {
  assert.deepEqual([roundTo(0.285, 2), roundTo(1.005, 2), roundTo(-2.5, 0), roundTo(-0.001, 2)], [0.29, 1.01, -3, 0]);
});

test('whatever the parts, the ratio they give is taken, and one a whole unit of the last place off is not', () => {
  const whole = fc.integer({ min: 0, max: 1_000_000 });
  const parts = fc.tuple(whole, fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 0, max: 4 }));
  fc.assert(
    fc.property(parts, fc.constantFrom('%', '件'), ([numerator, denominator, digits], unitWords) => {
      const of = { ...rate, unitWords, digits };
      const ratio = ratioOf(numerator, denominator, of);
      fc.pre(Math.abs(ratio) < 1e8);
      assert.equal(codeOf({ numerator, denominator, unitWords, value: ratio }, of), ratio);
      assert.equal(codeOf({ numerator, denominator, unitWords }, of), ratio);
      // Off by more than rounding to the places it is given in can explain.
      assert.equal(codeOf({ numerator, denominator, unitWords, value: ratio + 1.5 }, of), 'reading_ratio');
    }),
  );
});

test('what has not ended has no reading', () => {
  const today = '2026-03-12';
  const refused = (from: string, to: string) => periodRefusal({ from, to }, today)?.code;
  assert.equal(refused('2026-03-12', '2026-03-12'), undefined);
  assert.equal(refused('2026-02-01', '2026-02-28'), undefined);
  assert.equal(refused('2026-03-01', '2026-03-31'), 'reading_future');
  assert.equal(refused('2026-03-13', '2026-03-13'), 'reading_future');
  assert.equal(refused('2026-03-02', '2026-03-01'), 'reading_backwards');
});

const period = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 20 }))
  .map(([start, days]) => ({ from: addDays('2025-12-10', start), to: addDays('2025-12-10', start + days) }));
const daysOf = ({ from, to }: { from: string; to: string }) => {
  const days = new Set<string>();
  for (let day = from; day <= to; day = addDays(day, 1)) days.add(day);
  return days;
};

test('periods overlap where they share a day, and taken one by one no day is read twice', () => {
  fc.assert(
    fc.property(period, period, (a, b) => {
      const shared = [...daysOf(a)].some((day) => daysOf(b).has(day));
      assert.equal(overlap(a, b), shared);
    }),
  );
  fc.assert(
    fc.property(fc.array(period, { maxLength: 12 }), (offered) => {
      const taken: { from: string; to: string }[] = [];
      for (const one of offered) if (!besideOthers(one, taken)) taken.push(one);
      const days = taken.flatMap((one) => [...daysOf(one)]);
      assert.equal(new Set(days).size, days.length);
    }),
  );
  const january = { from: '2026-01-01', to: '2026-01-31' };
  assert.equal(besideOthers(january, [january])?.code, 'reading_there');
  assert.equal(besideOthers({ from: '2026-01-01', to: '2026-12-31' }, [january])?.code, 'reading_overlaps');
});

test('a period is read under the definition of its days; one that lies across two is refused', () => {
  const versions = [{ validFrom: '2026-01-01' }, { validFrom: '2026-03-01' }, { validFrom: '2026-06-15' }];
  const under = (from: string, to: string) => {
    const found = definedFor(versions, { from, to });
    return 'code' in found ? found.code : found.validFrom;
  };
  assert.equal(under('2026-02-01', '2026-02-28'), '2026-01-01');
  assert.equal(under('2026-03-01', '2026-03-31'), '2026-03-01');
  assert.equal(under('2025-01-01', '2025-12-31'), '2026-01-01', 'the first one covers what was before');
  assert.equal(under('2026-06-01', '2026-06-30'), 'reading_across');
  assert.equal(under('2026-06-14', '2026-06-14'), '2026-03-01');
  fc.assert(
    fc.property(period, fc.uniqueArray(fc.integer({ min: 0, max: 80 }), { minLength: 1 }), (one, starts) => {
      const all = starts.sort((a, b) => a - b).map((start) => ({ validFrom: addDays('2025-12-01', start) }));
      const at = (day: string) => all.findLast(({ validFrom }) => validFrom <= day) ?? all[0];
      const meanings = new Set([...daysOf(one)].map(at));
      const found = definitionOf(all, one.from, one.to);
      assert.equal('across' in found, meanings.size > 1);
      if ('definition' in found) assert.ok(meanings.has(found.definition));
    }),
  );
});
