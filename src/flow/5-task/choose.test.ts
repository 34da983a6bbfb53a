import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Colleague, median, medianWithout, rank, shareOf, weightOf } from '#task/choose.ts';

const now = new Date('2026-03-12T09:00:00+08:00');
const cap = 1.5;
const inHours = (hours: number) => ({ dueAt: new Date(now.getTime() + hours * 3_600_000) });

const one = (id: string, more: Partial<Colleague> = {}): Colleague => ({
  id,
  name: `人${id}`,
  post: { zh: '城管局科员', en: 'officer, 城管局' },
  own: true,
  heads: false,
  roled: true,
  inArea: null,
  has: [],
  lacks: [],
  tasks: [],
  recent: 0,
  awayUntil: null,
  ...more,
});
const order = (...all: Colleague[]) => rank(all, { now, cap }).map(({ of }) => of.id);

test('what is due soon weighs more; without a limit, or while it stands still, a task weighs one', () => {
  const cases: [number | null, number][] = [
    [-5, 3],
    [24, 3],
    [24.01, 2],
    [72, 2],
    [73, 1],
    [null, 1],
  ];
  for (const [hours, weight] of cases)
    assert.equal(weightOf(hours === null ? { dueAt: null } : inHours(hours), now), weight, `${hours}`);
});

test('the share is the median of the others times the cap, in whole tasks, and at least one', () => {
  assert.equal(median([4, 1, 2]), 2);
  assert.equal(median([1, 2, 4, 9]), 3);
  for (const sorted of [
    [1, 1, 2, 3],
    [0, 4],
    [1, 2, 2, 5, 9],
  ])
    for (const n of sorted.keys()) assert.equal(medianWithout(sorted, n), median(sorted.toSpliced(n, 1)));
  assert.equal(shareOf(1.5, []), Number.POSITIVE_INFINITY);
  assert.equal(shareOf(1.5, [0, 0, 0]), 1);
  assert.equal(shareOf(1.5, [1, 1, 1]), 2);
  assert.equal(shareOf(1.5, [2, 4]), 5);
  assert.equal(shareOf(1, [2, 2]), 2);
});

test('first who works where it happened, then who does before who heads, then who has least to do', () => {
  assert.deepEqual(order(one('a', { inArea: false }), one('b', { inArea: true, tasks: [inHours(100)] })), ['b', 'a']);
  assert.deepEqual(order(one('a', { heads: true }), one('b', { tasks: [inHours(100)] })), ['b', 'a']);
  const two = [inHours(100), inHours(100)];
  assert.deepEqual(order(one('a', { tasks: [inHours(3)] }), one('b', { tasks: two })), ['b', 'a']);
  assert.deepEqual(order(one('a', { recent: 1 }), one('b')), ['b', 'a']);
});

test('past their share, without the skill, without the role, away: in this order, each after all who fit, and it says so', () => {
  const ranked = rank(
    [
      one('away', { awayUntil: new Date('2026-03-15T18:00:00+08:00') }),
      one('unroled', { roled: false }),
      one('unskilled', { lacks: ['特种设备'] }),
      one('much', { recent: 4 }),
      one('fits', { recent: 2, tasks: [inHours(1), inHours(1)] }),
      one('fits too', { recent: 2 }),
    ],
    { now, cap },
  );
  assert.deepEqual(
    ranked.map(({ of, fits }) => [of.id, fits]),
    [
      ['fits too', true],
      ['fits', true],
      ['much', false],
      ['unskilled', false],
      ['unroled', false],
      ['away', false],
    ],
  );
  const said = ranked.map(({ why }) => why[0]!.zh);
  assert.deepEqual(said.slice(2), [
    '近来派得比同事多',
    '没有“特种设备”技能',
    '没有所需的角色',
    '不在岗，到 3月15日 18:00',
  ]);
  assert.equal(
    ranked[1]!.why.map((part) => part.zh).join('；'),
    '任城管局科员；手上 2 件，其中 2 件一天内到期；近 5 个工作日派了 2 件（同事一般 3 件）',
  );
});

const colleague = fc.record({
  own: fc.boolean(),
  heads: fc.boolean(),
  roled: fc.boolean(),
  inArea: fc.constantFrom(true, false, null),
  lacks: fc.constantFrom<string[]>([], ['焊接']),
  tasks: fc.array(fc.oneof(fc.constant({ dueAt: null }), fc.integer({ min: -50, max: 200 }).map(inHours)), {
    maxLength: 6,
  }),
  recent: fc.nat(12),
  awayUntil: fc.constantFrom(null, new Date(now.getTime() + 1), new Date(now.getTime() - 1)),
});
const colleagues = fc
  .array(colleague, { maxLength: 12 })
  .map((all) => all.map((more, index) => one(String(index).padStart(2, '0'), more)));

test('nobody is proposed who is away, unable, or past their share while another fits; the order they came in changes nothing', () => {
  fc.assert(
    fc.property(colleagues, fc.double({ min: 1, max: 4, noNaN: true }), fc.infiniteStream(fc.nat()), (all, k, lots) => {
      const ranked = rank(all, { now, cap: k });
      const free = (one: Colleague) =>
        (one.awayUntil === null || one.awayUntil <= now) && one.roled && !one.lacks.length;
      const others = (one: Colleague) =>
        all.filter((other) => other !== one && free(other)).map((other) => other.recent);
      const may = (one: Colleague) => free(one) && one.recent + 1 <= shareOf(k, others(one));
      const first = ranked[0];
      if (all.some(may)) assert.ok(may(first!.of));
      else if (all.some(free)) assert.ok(free(first!.of));
      assert.deepEqual(
        ranked.map(({ of, fits }) => [of.id, fits]),
        ranked.toSorted((a, b) => Number(b.fits) - Number(a.fits)).map(({ of }) => [of.id, may(of)]),
      );
      const shuffled = all
        .map((one) => ({ one, lot: lots.next().value as number }))
        .sort((a, b) => a.lot - b.lot)
        .map(({ one }) => one);
      assert.deepEqual(rank(shuffled, { now, cap: k }), ranked);
      assert.equal(ranked.length, all.length);
    }),
    { numRuns: 500 },
  );
});

test('given one by one to whoever is first, shares stay within the cap and end even', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 9 }), fc.integer({ min: 1, max: 60 }), (people, tasks) => {
      const all = Array.from({ length: people }, (_, index) => one(String(index)));
      for (let given = 0; given < tasks; given += 1) {
        const chosen = rank(all, { now, cap })[0]!.of;
        chosen.recent += 1;
      }
      const got = all.map((each) => each.recent);
      assert.ok(Math.max(...got) - Math.min(...got) <= 1, `${got}`);
    }),
    { numRuns: 50 },
  );
});
