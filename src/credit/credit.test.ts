import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { organisationCode } from '#credit/code.ts';
import { flawOf, meets, type RuleDraft } from '#credit/rule.ts';
import { creditCheckOf } from '#sheet/value/read-credit-code.ts';
import { checkDigitOf } from '#sheet/value/read-id-number.ts';

const firm = (first17: string) => first17 + creditCheckOf(first17);
const rule = { counted: 'sum', windowDays: 30, compare: 'at_least', threshold: 5 } as const;
const fact = (day: string, value: number) => ({ id: `${day} ${value}`, day, value });

test('a registered code is taken, a person’s number never', () => {
  const code = firm('91370100MA3C0XXXX');
  assert.deepEqual(organisationCode(` ${code.toLowerCase()} `), { code });
  assert.deepEqual(
    Object.hasOwn(organisationCode(firm('92371302MA3D12345')), 'code'),
    true,
    'a sole trader’s own code',
  );
  assert.deepEqual(organisationCode(`${code.slice(0, 17)}${code[17] === '0' ? '1' : '0'}`), {
    problem: 'credit_code_check',
  });
  assert.deepEqual(organisationCode('91370100'), { problem: 'credit_code_length' });
  const digits = '37130219900101123';
  assert.deepEqual(organisationCode(digits + checkDigitOf(digits)), { problem: 'credit_code_person' });
});

test('no ID number comes in, whatever its region, birthday and check', () => {
  const birthday = fc.date({ min: new Date('1930-01-01'), max: new Date('2020-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(
      fc.constantFrom('110101', '371302', '920101'),
      birthday,
      fc.integer({ min: 0, max: 999 }),
      (region, day, n) => {
        const first = `${region}${day.toISOString().slice(0, 10).replaceAll('-', '')}${String(n).padStart(3, '0')}`;
        assert.deepEqual(organisationCode(first + checkDigitOf(first)), { problem: 'credit_code_person' });
      },
    ),
  );
});

test('only what lies inside the window counts, and without a fact nothing is said', () => {
  const facts = [fact('2026-03-01', 4), fact('2026-03-02', 2), fact('2026-03-31', 3), fact('2026-04-01', 100)];
  assert.equal(meets(rule, facts, '2026-03-31')?.value, 5, 'of 2 to 31 March');
  assert.equal(meets({ ...rule, threshold: 6 }, facts, '2026-03-31'), undefined);
  assert.equal(meets({ ...rule, counted: 'latest', threshold: 3 }, facts, '2026-03-31')?.value, 3);
  const low = { ...rule, compare: 'at_most', threshold: 0 } as const;
  assert.equal(meets(low, [], '2026-03-31'), undefined);
  assert.equal(meets(low, [fact('2026-03-31', 0)], '2026-03-31')?.value, 0);
  assert.equal(
    meets({ ...rule, threshold: 0.3 }, [fact('2026-03-30', 0.1), fact('2026-03-31', 0.2)], '2026-03-31')?.value,
    0.3,
  );
});

test('the facts that are shown are those that make the figure', () => {
  const day = fc.integer({ min: 0, max: 60 }).map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
  const made = fc.array(fc.record({ id: fc.uuid(), day, value: fc.integer({ min: -50, max: 50 }) }));
  fc.assert(
    fc.property(made, fc.integer({ min: 1, max: 40 }), (list, windowDays) => {
      const facts = list.toSorted((a, b) => (a.day < b.day ? -1 : 1));
      const found = meets({ ...rule, windowDays, threshold: -1e9 }, facts, '2026-02-15');
      const sum = found?.facts.reduce((all, one) => all + one.value, 0);
      assert.equal(found?.value, sum);
    }),
  );
});

test('a rule beside another for the same figure and level is refused where both would hold', () => {
  const draft: RuleDraft = {
    ...{ ...rule, name: '投诉', metricId: 'm', level: 'yellow', action: '核查', keepDays: 90, repair: '办结' },
    ...{ validFrom: '2026-03-12', validTo: null },
  };
  const today = '2026-03-12';
  assert.equal(flawOf(draft, [], today), undefined);
  assert.equal(flawOf({ ...draft, validFrom: '2026-03-11' }, [], today)?.code, 'credit_rule_past');
  assert.equal(flawOf({ ...draft, validTo: today }, [], today)?.code, 'credit_rule_ends_before');
  assert.equal(flawOf(draft, [{ ...draft, validFrom: '2026-05-01' }], today)?.code, 'credit_rule_overlaps');
  assert.equal(flawOf({ ...draft, validTo: '2026-05-01' }, [{ ...draft, validFrom: '2026-05-01' }], today), undefined);
  assert.equal(flawOf(draft, [{ ...draft, level: 'red' }], today), undefined);
});
