/** A unit brings its readings in a table: each row is taken, met again, or comes back with what is wrong. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readingsOf } from '#indicator/reading.store.ts';
import { newId } from '#platform/ids.ts';
import { testCity } from '#test/database.ts';
import { stepsOf } from '#test/steps.ts';
import { importDesk, sheetFile } from './desk.ts';

const story = await testCity();
const { world, tx } = story;
const { ok } = stepsOf(story);
const desk = importDesk(story);

async function define(name: string, unitWords: string, more: object = {}) {
  const id = newId();
  const words = { validFrom: '2025-01-01', numerator: name, source: '月报', direction: 'higher', digits: 2 };
  await ok('office', 'POST', '/indicators', { id, name, unitWords, ownerUnit: world.units.urban, ...words, ...more });
  const { items } = await ok('office', 'GET', `/indicators?q=${encodeURIComponent(name)}`);
  return { id, number: items[0].number as string };
}

const rate = await define('按期办结率', '%');
const wait = await define('窗口等候', '分钟');
const theirs = await define('供水抢修时长', '小时', { ownerUnit: world.units.water });
const bring = async (rows: (string | number)[][], more: Record<string, string> = {}) =>
  desk.take(
    'readings.xlsx',
    await sheetFile('readings.xlsx', rows),
    { kind: 'readings', options: '{}', ...more },
    'head',
  );
const values = async (id: string) =>
  (await tx((own) => readingsOf(own, [id]))).map(({ from, to, value }) => [from, to, value]);

test('months, periods and points come in, and what is wrong with a row is told with the row', async () => {
  const heads = ['指标编号', '指标名称', '月份', '开始', '结束', '数值', '分子', '分母', '单位', '来源'];
  const done = await bring([
    heads,
    [rate.number, '', '2025年11月', '', '', 97.14, 712, 733, '%', '月报'],
    ['', '按期办结率', '2025-12', '', '', '96.5%', '', '', '', ''],
    ['', '窗口等候', '', '2025.12.1', '2025.12.15', '1,020', '', '', '分钟', ''],
    ['', '窗口等候', '', '2026-01-05', '', '18 分钟', '', '', '', ''],
    [rate.number, '', '2026-01', '', '', 0.97, '', '', '小数', ''],
    [rate.number, '', '2026-02', '', '', 98, 9, 10, '%', ''],
    [rate.number, '', '2026-03', '', '', 98, '', '', '%', ''],
    [rate.number, '', '2025-12', '', '', 90, '', '', '%', ''],
    [rate.number, '', '上个月', '', '', 90, '', '', '%', ''],
    ['', '没有的指标', '2026-02', '', '', 90, '', '', '%', ''],
    [rate.number, '窗口等候', '2026-02', '', '', 90, '', '', '%', ''],
    ['', '供水抢修时长', '2026-02', '', '', 3, '', '', '小时', ''],
    [rate.number, '', '2026-02', '', '', '约九成', '', '', '%', ''],
    [rate.number, '', '2026-02', '', '', 91, '', '', '', ''],
  ]);
  assert.deepEqual([done.counts.accepted, done.counts.rejected], [4, 10]);
  assert.deepEqual(await values(rate.id), [
    ['2025-11-01', '2025-11-30', 97.14],
    ['2025-12-01', '2025-12-31', 96.5],
  ]);
  assert.deepEqual(await values(wait.id), [
    ['2025-12-01', '2025-12-15', 1020],
    ['2026-01-05', '2026-01-05', 18],
  ]);
  assert.deepEqual(await values(theirs.id), []);
  const [, ...rejected] = await desk.rejects(done.id, 'head');
  const told = rejected.map((row) => row.join(' '));
  const asked = [
    /单位是“小数”，而指标“按期办结率”的单位是“%”/,
    /数值 98 与分子÷分母得出的 90 不符/,
    /这一期到 2026-03-31 才结束/,
    /2025-12-01 至 2025-12-31 已有读数/,
    /“上个月”不是年月/,
    /没有编号或名称是“没有的指标”的指标/,
    /的指标叫“按期办结率”/,
    /没有编号或名称是“供水抢修时长”的指标/,
    /“约九成”不是数/,
    /没有写单位/,
  ];
  assert.equal(told.length, asked.length);
  for (const [i, sentence] of asked.entries()) assert.match(told[i]!, sentence);
});

test('the same file again changes nothing; the unit may stand in the heading or be said once for the file', async () => {
  const again = await bring([
    ['指标名称', '月份', '数值（%）'],
    ['按期办结率', '2025-11', 97.14],
    ['按期办结率', '2025-12', 96.5],
  ]);
  assert.deepEqual([again.counts.accepted, again.counts.repeated], [0, 2]);
  const once = await bring(
    [
      ['指标名称', '月份', '数值'],
      ['窗口等候', '2026-02', 21],
    ],
    { options: JSON.stringify({ unitWords: '分钟' }) },
  );
  assert.equal(once.counts.accepted, 1);
  const readings = await tx((own) => readingsOf(own, [wait.id]));
  assert.deepEqual([readings.at(-1)!.way, readings.at(-1)!.by?.name], ['imported', '罗建国']);
});

test('only who records readings may bring any', async () => {
  const file = await sheetFile('none.xlsx', [['指标名称', '月份', '数值']]);
  const more = { kind: 'readings', options: '{}' };
  assert.equal((await desk.upload('dispatcher', 'none.xlsx', file, more)).status, 403);
});
