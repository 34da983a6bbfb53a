import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Checkpoint, daysBetween, lightOfProject, milestoneStates, NEAR_DAYS } from '#project/milestone.ts';

const point = (id: string, dueOn: string, state: Checkpoint['state'] = 'planned'): Checkpoint => ({
  id,
  title: id,
  dueOn,
  state,
});

test('the first milestone that is not reached gives the light, and says whose turn it is', () => {
  const table: [string, Checkpoint[], ReturnType<typeof lightOfProject>['light'], string | null, string | null][] = [
    ['none', [], 'green', null, null],
    ['far', [point('a', '2026-03-20')], 'green', 'a', 'lead'],
    ['in its last week', [point('a', '2026-03-19')], 'yellow', 'a', 'lead'],
    ['today', [point('a', '2026-03-12')], 'yellow', 'a', 'lead'],
    ['yesterday', [point('a', '2026-03-11')], 'red', 'a', 'lead'],
    ['reported late', [point('a', '2026-03-11', 'reported')], 'red', 'a', 'reviewer'],
    ['reached', [point('a', '2026-03-01', 'reached'), point('b', '2026-05-01')], 'green', 'b', 'lead'],
    ['dropped', [point('a', '2026-03-01', 'dropped')], 'green', null, null],
    ['a later one listed first', [point('b', '2026-05-01'), point('a', '2026-03-01')], 'red', 'a', 'lead'],
  ];
  for (const [name, points, light, id, waitsFor] of table) {
    const seen = lightOfProject(points, '2026-03-12');
    assert.deepEqual([seen.light, seen.milestone?.id ?? null, seen.waitsFor], [light, id, waitsFor], name);
  }
});

test('days cross months and leap years', () => {
  assert.equal(daysBetween('2028-02-28', '2028-03-01'), 2);
  assert.equal(daysBetween('2026-12-31', '2027-01-01'), 1);
  assert.equal(daysBetween('2026-03-12', '2026-03-11'), -1);
});

test('as days pass and nothing is reached, a light only grows darker', () => {
  const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);
  const states = Object.keys(milestoneStates) as Checkpoint['state'][];
  const checkpoints = fc.array(
    fc.record({
      id: fc.uuid(),
      title: fc.constant('x'),
      dueOn: fc.nat(400).map(day),
      state: fc.constantFrom(...states),
    }),
  );
  const rank = { green: 0, yellow: 1, red: 2 };
  fc.assert(
    fc.property(checkpoints, fc.nat(400), fc.nat(60), (points, today, later) => {
      const now = lightOfProject(points, day(today));
      const then = lightOfProject(points, day(today + later));
      assert.ok(rank[then.light] >= rank[now.light]);
      assert.equal(now.days === null, now.milestone === null);
      if (now.days !== null) assert.equal(now.light === 'green', now.days > NEAR_DAYS);
    }),
  );
});
