/** An indicator is defined and read; what it means changes from a day on, and what was read before keeps its meaning. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PersonName } from '#db/world.ts';
import { readingAfter, readingsOf } from '#indicator/reading.store.ts';
import { newId } from '#platform/ids.ts';
import { testCity } from '#test/database.ts';
import { stepsOf } from '#test/steps.ts';
import { importDesk, rowsOf } from './import/desk.ts';

const story = await testCity();
const { call, world, tx, installation, city } = story;
const { ok } = stepsOf(story);

const words = {
  ...{ name: '噪音诉求办结率', unitWords: '%', direction: 'higher', digits: 2, validFrom: '2026-01-01' },
  ...{
    numerator: '按期办结的噪音诉求',
    denominator: '到期的噪音诉求',
    source: '12345 工单系统',
    method: '按到期日统计',
  },
};

const { cookie } = importDesk(story);
async function fileOf(name: PersonName, asked: string): Promise<string[][]> {
  const headers = { cookie: await cookie(name) };
  const answer = await story.app.inject({ method: 'GET', url: `/c/qinglan/api${asked}`, headers });
  assert.equal(answer.statusCode, 200, answer.body);
  return rowsOf('heat.xlsx', answer.rawPayload);
}

async function define(name: PersonName, more: object = {}): Promise<string> {
  const id = newId();
  await ok(name, 'POST', '/indicators', { id, ...words, ownerUnit: world.units.urban, ...more });
  return id;
}

type Shown = { number: string; state: string; version: number; latest: { value: number } | null };
const page = (id: string, name: PersonName = 'office'): Promise<Shown> =>
  ok(name, 'GET', `/indicators?limit=200`).then(({ items }) => items.find((one: { id: string }) => one.id === id));

/** A decision by somebody who has just looked at the indicator. */
const decide = async (name: PersonName, id: string, noun: string, more: object) =>
  call(name, 'POST', `/indicators/${id}/${noun}`, { id: newId(), version: (await page(id)).version, ...more });
const read = (name: PersonName, id: string, from: string, to: string, more: object) =>
  decide(name, id, 'readings', { from, to, unitWords: '%', ...more });
const february = ['2026-02-01', '2026-02-28'] as const;

const rate = await define('head');

test('a defined indicator is read by the clerk of its unit, and each figure keeps who and how', async () => {
  assert.match((await page(rate)).number, /^I2026-\d{6}$/);
  const january = { value: 97.14, numerator: 712, denominator: 733, source: '一月月报' };
  assert.equal((await read('clerk', rate, '2026-01-01', '2026-01-31', january)).status, 200);
  const computed = await read('clerk', rate, ...february, { numerator: 700, denominator: 714 });
  assert.deepEqual([computed.status, computed.body.value], [200, 98.04]);
  const readings = await tx((own) => readingsOf(own, [rate]));
  assert.deepEqual(
    readings.map(({ from, value, way, source, by }) => ({ from, value, way, source, by: by?.name })),
    [
      { from: '2026-01-01', value: 97.14, way: 'typed', source: '一月月报', by: '陈晓燕' },
      { from: '2026-02-01', value: 98.04, way: 'typed', source: '', by: '陈晓燕' },
    ],
  );
  assert.equal((await page(rate)).latest?.value, 98.04);
  assert.equal((await tx((own) => readingAfter(own, rate, '2026-01-15')))?.from, '2026-02-01');
  assert.equal(await tx((own) => readingAfter(own, rate, '2026-02-02')), undefined);
});

test('another unit, the future, days that are read already, and a ratio that is none are refused with the reason', async () => {
  const refused = async (from: string, to: string, more: object) =>
    (await read('clerk', rate, from, to, more)).body.code;
  assert.equal(await refused('2026-03-01', '2026-03-10', { value: 700, unitWords: '件' }), 'reading_other_unit');
  assert.equal(await refused('2026-03-01', '2026-03-31', { value: 98 }), 'reading_future');
  assert.equal(await refused(...february, { value: 98 }), 'reading_there');
  assert.equal(await refused('2026-02-28', '2026-03-10', { value: 98 }), 'reading_overlaps');
  assert.equal(await refused('2026-03-10', '2026-03-01', { value: 98 }), 'reading_backwards');
  assert.equal(
    await refused('2026-03-01', '2026-03-10', { value: 98, numerator: 9, denominator: 10 }),
    'reading_ratio',
  );
  assert.equal(await refused('2026-03-01', '2026-03-10', {}), 'reading_no_value');
  assert.equal(await refused('2026-03-01', '2026-03-10', { value: 1e15 }), 'malformed');
});

test('a wrong figure is withdrawn with a reason and stands in the list; the right one takes its place', async () => {
  const wrong = (await tx((own) => readingsOf(own, [rate]))).at(-1)!;
  const withdraw = async () => {
    const { version } = await page(rate);
    return call('clerk', 'POST', `/readings/${wrong.id}/withdrawals`, { id: newId(), version, reason: '漏了退回件' });
  };
  assert.equal((await withdraw()).status, 200);
  assert.equal((await withdraw()).body.code, 'reading_withdrawn');
  assert.equal((await read('clerk', rate, ...february, { numerator: 690, denominator: 714 })).status, 200);
  const all = await tx((own) => readingsOf(own, [rate], { withdrawn: true }));
  assert.deepEqual(
    all
      .filter(({ from }) => from === february[0])
      .map(({ value, withdrawn }) => [value, withdrawn?.by, withdrawn?.reason]),
    [
      [98.04, '陈晓燕', '漏了退回件'],
      [96.64, undefined, undefined],
    ],
  );
});

test('defined anew from a day on, what was read before keeps the definition it was read under', async () => {
  const before = await tx((own) => readingsOf(own, [rate]));
  const anew = { ...words, validFrom: '2026-03-01', denominator: '到期的噪音诉求（不含撤诉）' };
  assert.equal((await decide('clerk', rate, 'definitions', anew)).status, 403);
  const early = await decide('head', rate, 'definitions', { ...anew, validFrom: '2026-01-01' });
  assert.equal(early.body.code, 'definition_not_later');
  assert.equal((await decide('head', rate, 'definitions', anew)).status, 200);
  const across = await read('clerk', rate, '2026-02-20', '2026-03-05', { value: 98 });
  assert.equal(across.body.code, 'reading_overlaps');
  assert.equal((await read('clerk', rate, '2026-03-01', '2026-03-07', { value: 98.5 })).status, 200);
  const after = await tx((own) => readingsOf(own, [rate]));
  assert.deepEqual(after.slice(0, 2), before);
  assert.notEqual(after[2]!.definitionId, before[1]!.definitionId);
  const stale = { id: newId(), version: 1, from: '2026-03-08', to: '2026-03-09', unitWords: '%', value: 98 };
  const late = await call('clerk', 'POST', `/indicators/${rate}/readings`, stale);
  assert.equal(late.body.code, 'changed_meanwhile');
  assert.match(late.body.message.zh, /罗建国 刚刚做了“调整口径”/);
});

test('a period that lies across two definitions has no one meaning', async () => {
  const other = await define('office', { name: '等候时长', unitWords: '分钟', direction: 'lower' });
  await decide('office', other, 'definitions', { ...words, validFrom: '2026-02-15' });
  const across = await decide('office', other, 'readings', {
    from: february[0],
    to: february[1],
    unitWords: '分钟',
    value: 20,
  });
  assert.equal(across.body.code, 'reading_across');
});

test('the same click twice is one reading, and two people at once cannot both read a month', async () => {
  const id = await define('head', { name: '同时填报', unitWords: '件' });
  const body = { id: newId(), version: 1, from: february[0], to: february[1], unitWords: '件', value: 5 };
  const twice = await Promise.all([1, 2].map(() => call('clerk', 'POST', `/indicators/${id}/readings`, body)));
  assert.deepEqual(
    twice.map(({ status }) => status),
    [200, 200],
  );
  const march = { version: 1, from: '2026-03-01', to: '2026-03-07', unitWords: '件' };
  const rivals = await Promise.all(
    (['clerk', 'head'] as const).map((name, value) =>
      call(name, 'POST', `/indicators/${id}/readings`, { ...march, id: newId(), value }),
    ),
  );
  assert.deepEqual(rivals.map(({ status }) => status).sort(), [200, 409]);
  assert.equal((await tx((own) => readingsOf(own, [id]))).length, 2);
  const other = await call('head', 'POST', `/indicators/${id}/readings`, body);
  assert.equal(other.body.code, 'id_taken');
});

test('what a unit defines is its own; what the city defines is read by every unit, and recorded by the city', async () => {
  const root = await tx((own) =>
    own.selectFrom('unit').select('id').where('code', '=', 'CITY').executeTakeFirstOrThrow(),
  );
  const whole = await define('office', { name: '全市满意率', ownerUnit: root.id });
  const names = async (name: PersonName) =>
    (await ok(name, 'GET', '/indicators')).items.map((one: { name: string }) => one.name).sort();
  assert.deepEqual(await names('waterHead'), ['全市满意率']);
  assert.ok((await names('clerk')).includes('噪音诉求办结率'));
  assert.equal((await read('waterHead', rate, '2026-03-08', '2026-03-09', { value: 98 })).status, 404);
  assert.equal((await read('waterHead', whole, '2026-03-08', '2026-03-09', { value: 98 })).status, 403);
  const theirs = { id: newId(), ...words, ownerUnit: world.units.urban };
  assert.equal((await call('waterHead', 'POST', '/indicators', theirs)).status, 403);
  assert.equal((await call('official', 'GET', '/indicators')).status, 403);
});

test('the page of an indicator tells what it means since when, every reading and what may be done', async () => {
  const shown = await ok('clerk', 'GET', `/indicators/${rate}`);
  assert.deepEqual(
    shown.definitions.map((one: { validFrom: string; by: { name: string } }) => [one.validFrom, one.by.name]),
    [
      ['2026-01-01', '罗建国'],
      ['2026-03-01', '罗建国'],
    ],
  );
  assert.equal(shown.readings.filter((one: { withdrawn: unknown }) => one.withdrawn).length, 1);
  const steps = (body: { buttons: { step: string }[] }) => body.buttons.map(({ step }) => step);
  assert.deepEqual(steps(shown), ['record', 'withdraw']);
  assert.deepEqual(steps(await ok('head', 'GET', `/indicators/${rate}`)), ['record', 'withdraw', 'redefine', 'retire']);
  assert.equal(shown.history.length, 7);
  assert.equal((await call('waterHead', 'GET', `/indicators/${rate}`)).status, 404);
});

test('a retired indicator takes nothing more and keeps what it has', async () => {
  assert.equal((await decide('head', rate, 'retirements', { reason: '并入全市满意率' })).status, 200);
  const late = await read('clerk', rate, '2026-03-08', '2026-03-09', { value: 98 });
  assert.equal(late.body.code, 'not_now');
  assert.equal((await page(rate)).state, 'retired');
  assert.equal((await tx((own) => readingsOf(own, [rate]))).length, 3);
  const { rows } = await installation.pool.query(
    `select verb, count(*)::int as n from ${city.schema}.ledger where thing = $1 group by verb order by verb`,
    [rate],
  );
  assert.deepEqual(rows, [
    { verb: 'indicator.define', n: 1 },
    { verb: 'indicator.redefine', n: 1 },
    { verb: 'indicator.retire', n: 1 },
    { verb: 'reading.record', n: 4 },
    { verb: 'reading.withdraw', n: 1 },
  ]);
});

test('a heat map has a row for each unit that keeps it and a cell for each month; what nobody read is no zero', async () => {
  const risk = { name: '支出风险分', unitWords: '分', direction: 'lower', digits: 0 };
  const [first, second] = [
    await define('office', risk),
    await define('office', { ...risk, ownerUnit: world.units.water }),
  ];
  const score = (id: string, from: string, to: string, value: number) =>
    decide('office', id, 'readings', { from, to, value, unitWords: '分' });
  assert.equal((await score(first, '2026-01-01', '2026-01-31', 0)).status, 200);
  await score(first, '2026-02-01', '2026-02-10', 7);
  await score(first, '2026-02-11', '2026-02-28', 9);
  await score(second, '2026-01-20', '2026-02-03', 5);
  const asked = `/indicator-heat?name=${encodeURIComponent('支出风险分')}&months=3`;
  const heat = await ok('office', 'GET', asked);
  assert.deepEqual([heat.shown.units, heat.months, heat.across], [2, ['2026-01', '2026-02', '2026-03'], 1]);
  const cells = new Map(heat.rows.map((row: { indicator: string; cells: unknown }) => [row.indicator, row.cells]));
  assert.deepEqual(
    [cells.get(first), cells.get(second)],
    [
      [0, 9, null],
      [null, null, null],
    ],
  );
  const file = await fileOf('office', asked.replace('?', '.xlsx?'));
  assert.deepEqual(file[0], ['单位', '指标编号', ...heat.months]);
  assert.deepEqual(
    // An empty cell at the end of a line is no cell.
    file.slice(1).map((line) => Array.from(file[0]!, (_, n) => line[n] ?? '')),
    heat.rows.map(
      ({ unit, number, cells: figures }: { unit: { name: string }; number: string; cells: (number | null)[] }) => [
        unit.name,
        number,
        ...figures.map((figure) => (figure === null ? '' : String(figure))),
      ],
    ),
  );
  const own = await ok('clerk', 'GET', asked);
  assert.deepEqual(
    own.rows.map((row: { indicator: string }) => row.indicator),
    [first],
    'what another unit keeps is its own',
  );
});
