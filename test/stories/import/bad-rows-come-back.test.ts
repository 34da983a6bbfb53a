/** Rows that cannot be read come back with their header and a reason; corrected, they go in. */
import assert from 'node:assert/strict';
import { type FileHandle, open } from 'node:fs/promises';
import { Writable } from 'node:stream';
import { test } from 'node:test';
import { removeOldFiles } from '#intake/cleanup.ts';
import { sweepImports } from '#intake/intake.jobs.ts';
import { runImport } from '#intake/run-import.ts';
import { transact } from '#platform/city.ts';
import { testCity } from '#test/database.ts';
import { stepsOf } from '#test/steps.ts';
import { countsOf, importDesk, sheetFile } from '#test/stories/import/desk.ts';

const story = await testCity();
const { ok } = stepsOf(story);
const desk = importDesk(story);
const { city, call } = story;

const title = ['四月工单'];
const header = ['编号', '受理时间', '联系电话', '主要内容'];
const good = ['A1', '2026-04-01 08:00', '13800001234', '路灯不亮'];
const bad = await sheetFile('四月.xlsx', [
  title,
  header,
  good,
  ['A2', '2026-13-45', '13800001235', '井盖丢失，请尽快处理'],
  ['A3', '04/05/06', '13800001236', '=cmd|calc'],
  ['A4', '2026-04-01 09:00', '13800001237', '   '],
  ['A5', '', '13800001238', '没写时间的一条'],
]);
let rejectedImport = '';

test('good rows are in, bad ones come back as they stood with the cell and the reason', async () => {
  const done = await desk.take('四月.xlsx', bad);
  rejectedImport = done.id;
  assert.deepEqual(
    [done.state, done.hasRejects, countsOf(done)],
    ['finished', true, { read: 5, accepted: 2, rejected: 3 }],
  );
  assert.deepEqual(await desk.rejects(done.id), [
    title,
    [...header, '原因'],
    ['A2', '2026-13-45', '13800001235', '井盖丢失，请尽快处理', '受理时间（B4）“2026-13-45”：没有这一天或这个时刻'],
    [
      'A3',
      '04/05/06',
      '13800001236',
      '=cmd|calc',
      '受理时间（B5）“04/05/06”：分不清年月日的先后，请写成 2026-03-12 这样',
    ],
    ['A4', '2026-04-01 09:00', '13800001237', '   ', '主要内容（D6）：没有内容'],
  ]);
  const { items } = await ok('dispatcher', 'GET', `/imports/${done.id}/rows?limit=2`);
  assert.deepEqual(
    items.map((one: { row: number }) => one.row),
    [4, 5],
  );
  // An empty time of receipt is now.
  const now = (await desk.signals(done.id)).find((one: { sourceNumber: string }) => one.sourceNumber === 'A5');
  assert.equal(now.receivedAt, '2026-03-12T01:00:00.000Z');
});

test('the corrected file goes in, its column of reasons is not taken for the ticket’s own', async () => {
  const corrected = await sheetFile('更正.xlsx', [
    title,
    [...header, '原因'],
    ['A2', '2026-04-03', '13800001235', '井盖丢失，请尽快处理', '受理时间（B4）'],
  ]);
  const done = await desk.take('更正.xlsx', corrected);
  assert.deepEqual(countsOf(done), { read: 1, accepted: 1 });
  const [one] = await desk.signals(done.id);
  assert.deepEqual((await ok('dispatcher', 'GET', `/signals/${one.id}`)).extra, {});
});

test('every upload, run and download stands in the ledger; rejected rows are encrypted', async () => {
  const verbs = await story.tx((tx) =>
    tx.selectFrom('ledger').select('verb').where('thing', '=', rejectedImport).orderBy('seq').execute(),
  );
  assert.deepEqual(
    verbs.map((row) => row.verb),
    ['import.upload', 'import.run', 'import.finish', 'import.download'],
  );
  const rows = await story.tx((tx) =>
    tx.selectFrom('import_row').selectAll().where('import_id', '=', rejectedImport).execute(),
  );
  assert.equal(rows.length, 3);
  assert.ok(
    !JSON.stringify(rows.map((row) => [row.problems, row.cells_sealed?.toString('latin1')])).includes('13800001235'),
  );
});

test('whose post does not import sees no imports and uploads none', async () => {
  const [before] = (await ok('dispatcher', 'GET', '/imports')).items;
  assert.equal((await call('clerk', 'GET', `/imports/${before.id}`)).status, 404);
  assert.deepEqual((await ok('clerk', 'GET', '/imports')).items, []);
  const refused = await desk.upload(
    'clerk',
    '四月.xlsx',
    await sheetFile('x.xlsx', [header, good, ['只有办事员有的一行']]),
  );
  assert.equal(refused.body.code, 'forbidden');
  const people = await desk.upload('dispatcher', '人员.xlsx', bad, { kind: 'people', options: '{}' });
  assert.equal(people.body.code, 'forbidden');
  assert.equal((await desk.upload('dispatcher', '四月.xlsx', bad, { kind: 'cats' })).body.code, 'import_kind_unknown');
  // What was refused is gone; what an import still needs is not, though it is the same file.
  await desk.rejects(rejectedImport);
  await ok('dispatcher', 'GET', `/imports/${rejectedImport}/look`);
});

test('a mapping without the words, with a field twice or unknown is refused field by field', async () => {
  const { id } = (await desk.upload('dispatcher', '四月.xlsx', bad)).body;
  const columns = header.map((name, index) => ({ index, name, field: ['title', 'title', 'nonsense', null][index]! }));
  const { status, body } = await call('dispatcher', 'POST', `/imports/${id}/run`, {
    sheet: '工单',
    headerRow: 2,
    columns,
  });
  assert.equal(status, 422);
  assert.deepEqual(
    body.fields.map((one: { code: string }) => one.code),
    ['import_field_twice', 'field_unknown', 'import_field_missing'],
  );
});

/** A disk that has room for the readable copy of the upload, and for nothing after it. */
async function fullDisk(work: () => Promise<unknown>): Promise<void> {
  const probe = await open('/dev/null');
  const handles: FileHandle = Object.getPrototypeOf(probe);
  await probe.close();
  const real = handles.createWriteStream;
  let written = 0;
  handles.createWriteStream = function (options) {
    if (written++ === 0) return real.call(this, options);
    return new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error('no space'), { code: 'ENOSPC' })),
      destroy: (error, done) => void this.close().then(() => done(error), done),
    }) as ReturnType<typeof real>;
  };
  await work().finally(() => {
    handles.createWriteStream = real;
  });
  assert.equal(written, 2);
}

test('no room for the rejects is said as such; with room it is made without reading anything twice', async () => {
  const id = await desk.begin(
    '四月.xlsx',
    await sheetFile('五月.xlsx', [title, header, ['B1', '2026-05-01', '', '树倒了'], ['B2', '五月', '', '树又倒了']]),
  );
  await fullDisk(() => runImport(city, id));
  const failed = await ok('dispatcher', 'GET', `/imports/${id}`);
  assert.deepEqual(
    [failed.state, failed.error.code, countsOf(failed)],
    ['failed', 'disk_full', { read: 2, accepted: 1, rejected: 1 }],
  );
  await ok('dispatcher', 'POST', `/imports/${id}/resume`);
  await runImport(city, id);
  const done = await ok('dispatcher', 'GET', `/imports/${id}`);
  assert.deepEqual([done.state, done.error, countsOf(done)], ['finished', null, { read: 2, accepted: 1, rejected: 1 }]);
  assert.equal((await desk.rejects(id)).length, 3);
});

test('thirty days after it closed its files are gone, and that is said', async () => {
  story.pass({ days: 29 });
  assert.equal(await removeOldFiles(city), 0);
  story.pass({ days: 2 });
  assert.ok((await removeOldFiles(city)) > 0);
  const { body } = await call('dispatcher', 'GET', `/imports/${rejectedImport}/rejects`);
  assert.equal(body.code, 'import_file_removed');
  const left = await transact(city, (tx) =>
    tx.selectFrom('import_row').select('cells_sealed').where('cells_sealed', 'is not', null).execute(),
  );
  assert.deepEqual(left, []);
  assert.equal(await sweepImports(city), 0);
});
