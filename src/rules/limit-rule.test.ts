/** What is refused of a limit rule: a table; and that two rules which are both taken never hold on the same day. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from '#clock/day.ts';
import { limitPresets, type PresetRule } from '#rules/limit-presets.ts';
import { flawOf, overlaps, type RuleDraft, type Standing } from '#rules/limit-rule.ts';
import { closest, isValidOn } from '#rules/limits.ts';

const TODAY = '2026-03-12';
const draft: RuleDraft = {
  ...{
    limitName: 'handle',
    channelId: null,
    categoryId: null,
    urgency: null,
    class: null,
    unitOfTime: 'working_day',
    budget: 10,
    roll: false,
  },
  ...{
    extensions: 1,
    extensionBudget: null,
    suspensionDays: 60,
    milestones: [],
    validFrom: '2026-04-01',
    validTo: null,
    source: '',
  },
};
const standing = (validFrom: string, validTo: string | null, more: Partial<Standing> = {}): Standing => ({
  ...{
    id: `${validFrom}${more.urgency}`,
    limitName: 'handle',
    channelId: null,
    categoryId: null,
    urgency: null,
    class: null,
    validFrom,
    validTo,
  },
  ...more,
});

const table: [what: string, draft: Partial<RuleDraft>, standing: Standing[], code: string | undefined][] = [
  ['a new rule', {}, [], undefined],
  ['nothing', { budget: 0 }, [], 'limit_budget'],
  ['the 29th of each month', { unitOfTime: 'month_day', budget: 29 }, [], 'limit_budget'],
  ['an extension of nothing', { extensionBudget: 0 }, [], 'limit_budget'],
  ['ends on its first day', { validTo: '2026-04-01' }, [], 'limit_ends_before'],
  ['ends before its beginning', { validTo: '2026-03-20' }, [], 'limit_ends_before'],
  ['begins yesterday', { validFrom: '2026-03-11' }, [], 'limit_from_past'],
  ['begins today', { validFrom: TODAY }, [], undefined],
  ['another has no end', {}, [standing('1900-01-01', null)], 'limit_overlaps'],
  ['another ends on the day it begins', {}, [standing('1900-01-01', '2026-04-01')], undefined],
  ['another begins while it holds', {}, [standing('2026-09-01', null)], 'limit_overlaps'],
  ['it ends when another begins', { validTo: '2026-09-01' }, [standing('2026-09-01', null)], undefined],
  ['another is for what is urgent', {}, [standing('1900-01-01', null, { urgency: 'urgent' })], undefined],
  ['another is for one channel', {}, [standing('1900-01-01', null, { channelId: 'letters' })], undefined],
  ['triage by channel', { limitName: 'triage', channelId: 'letters' }, [], undefined],
  ['closing of a project by channel', { limitName: 'conclude', channelId: 'letters' }, [], 'limit_condition'],
  ['on the books for half a year', { limitName: 'deferral', unitOfTime: 'day', budget: 183 }, [], undefined],
  ['on the books in working days', { limitName: 'deferral' }, [], 'limit_unit'],
  ['triage by category', { limitName: 'triage', categoryId: 'c' }, [], 'limit_condition'],
  ['closing of a project by urgency', { limitName: 'conclude', urgency: 'urgent' }, [], 'limit_condition'],
];

for (const [what, change, others, code] of table) {
  test(`${what}: ${code ?? 'taken'}`, () => {
    assert.equal(flawOf({ ...draft, ...change }, others, TODAY)?.code, code);
  });
}

test('of rules that were taken one after the other, at most one holds on any day', () => {
  const span = fc.tuple(fc.nat(60), fc.option(fc.integer({ min: -3, max: 40 }), { nil: null }));
  fc.assert(
    fc.property(fc.array(span, { maxLength: 12 }), fc.nat(120), (spans, at) => {
      const taken: Standing[] = [];
      for (const [from, length] of spans) {
        const validFrom = addDays(TODAY, from);
        const wanted = { ...draft, validFrom, validTo: length === null ? null : addDays(validFrom, length) };
        if (!flawOf(wanted, taken, TODAY)) taken.push(standing(wanted.validFrom, wanted.validTo));
      }
      const day = addDays(TODAY, at);
      const holding = taken.filter(({ validFrom, validTo }) =>
        isValidOn({ valid_from: validFrom, valid_to: validTo }, day),
      );
      assert.ok(holding.length <= 1);
    }),
  );
});

test('two spans overlap where some day lies in both', () => {
  assert.equal(
    overlaps({ validFrom: '2026-01-01', validTo: '2026-02-01' }, { validFrom: '2026-02-01', validTo: null }),
    false,
  );
  assert.equal(
    overlaps({ validFrom: '2026-01-01', validTo: '2026-02-02' }, { validFrom: '2026-02-01', validTo: null }),
    true,
  );
});

const rule = (
  id: string,
  category_id: string | null,
  urgency: string | null,
  kind: string | null,
  channel_id: string | null = null,
) => ({ id, channel_id, category_id, urgency, class: kind });
const rules = [
  rule('any', null, null, null),
  rule('class', null, null, 'simple'),
  rule('urgency', null, 'urgent', null),
  rule('branch', 'branch', null, null),
  rule('leaf', 'leaf', null, null),
  rule('leaf urgent', 'leaf', 'urgent', null),
  rule('letters', null, null, null, 'letters'),
  rule('letters urgent', null, 'urgent', null, 'letters'),
];
const chosen = (about: Parameters<typeof closest>[1]) => closest(rules, about)?.id;

test('the nearest category wins over urgency, urgency over class', () => {
  assert.equal(chosen({ urgency: 'normal', class: null }), 'any');
  assert.equal(chosen({ urgency: 'normal', class: 'simple' }), 'class');
  assert.equal(chosen({ urgency: 'urgent', class: 'simple' }), 'urgency');
  assert.equal(chosen({ urgency: 'urgent', class: 'simple', categories: ['other', 'branch'] }), 'branch');
  assert.equal(chosen({ urgency: 'normal', class: null, categories: ['leaf', 'branch'] }), 'leaf');
  assert.equal(chosen({ urgency: 'urgent', class: null, categories: ['leaf', 'branch'] }), 'leaf urgent');
  assert.equal(closest([rule('leaf', 'leaf', null, null)], { categories: ['branch'] }), undefined);
});

test('the channel wins over whatever the matter is', () => {
  const about = { channel: 'letters', urgency: 'normal', class: 'simple', categories: ['leaf', 'branch'] };
  assert.equal(chosen(about), 'letters');
  assert.equal(chosen({ ...about, urgency: 'urgent' }), 'letters urgent');
  assert.equal(chosen({ ...about, channel: 'hotline' }), 'leaf');
  assert.equal(chosen({ ...about, channel: null }), 'leaf');
});

test('every rule of every preset can be taken, one beside the other', () => {
  for (const { code, rules: offered } of Object.values(limitPresets)) {
    const taken: Standing[] = [];
    for (const one of offered as readonly PresetRule[]) {
      const wanted = {
        ...draft,
        ...one,
        channelId: null,
        categoryId: null,
        urgency: one.urgency ?? null,
        class: one.class ?? null,
      };
      assert.equal(flawOf(wanted, taken, TODAY), undefined, `${code} ${one.limitName}`);
      taken.push({ ...wanted, id: String(taken.length) });
    }
  }
});
