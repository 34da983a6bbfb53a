/** Stages inside a matter: what is refused of them, a table; and that at most one runs, whatever has happened. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mostOf } from '#rules/limit-rule.ts';
import { flawOfStages, inUnit, type Milestone, matterEvents, stageAt, unitsOfStages } from '#rules/milestone.ts';

const stage = (starts: Milestone['starts'], ends: Milestone['ends'], budget = 2, more: Partial<Milestone> = {}) => ({
  ...{ name: `${starts}–${ends}`, starts, ends, unitOfTime: 'working_hour' as const, budget },
  ...more,
});
const rule = { unit: 'working_day' as const, budget: 2 };

const table: [what: string, stages: Milestone[], code: string | undefined, field?: string][] = [
  ['none at all', [], undefined],
  [
    'one after another',
    [stage('made', 'assigned'), stage('assigned', 'signed'), stage('signed', 'handled')],
    undefined,
  ],
  ['with something between them', [stage('made', 'assigned'), stage('signed', 'handled')], undefined],
  ['a budget of nothing', [stage('made', 'assigned', 0)], 'stage_budget', 'budget'],
  ['longer than any limit', [stage('made', 'assigned', 20_001)], 'stage_budget', 'budget'],
  ['it ends before it begins', [stage('handled', 'signed')], 'stage_backwards', 'starts'],
  ['it ends as it begins', [stage('signed', 'signed')], 'stage_backwards', 'starts'],
  [
    'the second begins in the first',
    [stage('assigned', 'handled'), stage('signed', 'handled')],
    'stage_follows',
    'starts',
  ],
  [
    'the second comes before the first',
    [stage('verified', 'closed'), stage('made', 'assigned')],
    'stage_follows',
    'starts',
  ],
  ['across the assignment', [stage('made', 'signed')], 'stage_crosses', 'starts'],
  ['across the report', [stage('signed', 'verified')], 'stage_crosses', 'starts'],
  ['after the report, as long as it likes', [stage('handled', 'closed', 900)], undefined],
  [
    'natural hours in a limit of working days',
    [stage('signed', 'handled', 2, { unitOfTime: 'hour' })],
    'stage_unit',
    'unitOfTime',
  ],
  ['natural hours beside it', [stage('verified', 'closed', 2, { unitOfTime: 'hour' })], undefined],
  [
    'exactly the limit',
    [stage('assigned', 'signed', 8), stage('signed', 'handled', 1, { unitOfTime: 'working_day' })],
    undefined,
  ],
  [
    'an hour more than the limit',
    [stage('assigned', 'signed', 9), stage('signed', 'handled', 1, { unitOfTime: 'working_day' })],
    'stage_sum',
  ],
];

for (const [what, stages, code, field] of table) {
  test(`${what}: ${code ?? 'taken'}`, () => {
    const flaw = flawOfStages(stages, rule, mostOf);
    assert.deepEqual([flaw?.code, flaw?.field], [code, field]);
  });
}

test('stages inside a limit that ends on a day of the month cannot be added up', () => {
  const monthly = { unit: 'month_day' as const, budget: 5 };
  assert.equal(flawOfStages([stage('signed', 'handled')], monthly, mostOf)?.code, 'stage_unit');
  assert.equal(flawOfStages([stage('handled', 'closed')], monthly, mostOf), undefined);
});

const events = Object.keys(matterEvents) as Milestone['starts'][];
const any = fc.record({
  name: fc.constant('x'),
  starts: fc.constantFrom(...events),
  ends: fc.constantFrom(...events),
  unitOfTime: fc.constantFrom(...unitsOfStages),
  budget: fc.integer({ min: 0, max: 9 }),
});

test('of stages that were taken one runs at most, and each runs exactly from its event to its other', () => {
  fc.assert(
    fc.property(fc.array(any, { maxLength: 5 }), (stages) => {
      if (flawOfStages(stages, { unit: 'working_day', budget: 9 }, mostOf)) return;
      for (const [at, event] of events.entries()) {
        const running = stages.flatMap(({ starts, ends }, i) =>
          events.indexOf(starts) <= at && at < events.indexOf(ends) ? [i + 1] : [],
        );
        assert.ok(running.length <= 1);
        assert.equal(stageAt(stages, event), running[0] ?? null);
      }
    }),
    { numRuns: 2_000 },
  );
});

test('more time in another unit is rounded in favour of whoever has it', () => {
  assert.equal(inUnit({ unit: 'working_hour', budget: 9 }, 'working_day'), 2);
  assert.equal(inUnit({ unit: 'working_day', budget: 2 }, 'working_hour'), 16);
  assert.equal(inUnit({ unit: 'day', budget: 3 }, 'hour'), 72);
  assert.equal(inUnit({ unit: 'hour', budget: 25 }, 'day'), 2);
});
