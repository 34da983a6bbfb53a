/** The auditor sees who did what; that the auditor looked is seen too. */
import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { newId } from '#platform/ids.ts';
import { openSheet } from '#sheet/open-sheet.ts';
import { cellText } from '#sheet/sheet.ts';
import { testCity } from '#test/database.ts';
import { administrator } from '#test/stories/people/visitor.ts';

const story = await testCity();
const { call } = story;
const sysadmin = await administrator(story, 'system_admin');
const auditor = await administrator(story, 'auditor');
const person = newId();
await sysadmin.ok('POST', '/people', { id: person, name: '=1+1', phone: '13900010002' });

const looks = () =>
  story.tx((tx) =>
    tx.selectFrom('ledger').select(['verb', 'data']).where('kind', '=', 'ledger').orderBy('seq').execute(),
  );

test('nobody else reads it', async () => {
  assert.equal(await sysadmin.refused('GET', `/audit?opening=${newId()}`), 'forbidden');
  assert.equal((await call('office', 'GET', `/audit?opening=${newId()}`)).body.code, 'forbidden');
});

test('newest first, page by page, with names; one opening is written down once', async () => {
  const opening = newId();
  const seen: number[] = [];
  for (let cursor = ''; ; ) {
    const { items, next } = await auditor.ok(
      'GET',
      `/audit?opening=${opening}&limit=20${cursor && `&cursor=${cursor}`}`,
    );
    seen.push(...items.map((row: { seq: number }) => row.seq));
    if (!next) break;
    cursor = next;
  }
  assert.ok(seen.length > 40);
  assert.deepEqual(
    seen,
    [...new Set(seen)].sort((a, b) => b - a),
  );
  assert.deepEqual(
    (await looks()).map((row) => row.verb),
    ['ledger.opened'],
  );
});

test('filtered by actor, verb, kind, thing and days', async () => {
  const rows = async (query: string) => (await auditor.ok('GET', `/audit?opening=${newId()}&limit=200&${query}`)).items;
  const [made] = await rows(`thing=${person}`);
  const { id, name } = (await sysadmin.ok('GET', '/me')).person;
  assert.deepEqual([made.actor, made.verbName.zh, made.thingName], [{ id, name }, '登记人员', '=1+1']);
  assert.ok((await rows(`actorId=${id}`)).every((row: { actor: { id: string } }) => row.actor.id === id));
  const kinds = new Set((await rows('verb=post.')).map((row: { verb: string }) => row.verb));
  assert.deepEqual([...kinds], ['post.granted']);
  assert.ok((await rows('kind=unit')).length >= 8);
  assert.equal((await rows('from=2026-03-13')).length, 0);
  assert.ok((await rows('from=2026-03-12&to=2026-03-12')).length > 40);
  assert.equal((await rows('verb=%25.')).length, 0);
});

test('the export is a sheet with a watermark in which no cell is a formula, and it is written down', async () => {
  const { status, body, ...answer } = await auditor.send('GET', `/audit/export?opening=${newId()}&kind=person`);
  assert.equal(status, 200, String(answer));
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'audit-')), 'audit.xlsx');
  await writeFile(file, body as Buffer);
  const sheet = await openSheet(file, { fileName: 'audit.xlsx', tempDir: tmpdir() });
  const rows: string[][] = [];
  for await (const row of sheet.rows()) rows.push(row.cells.map(cellText));
  await sheet.close();
  assert.deepEqual(rows[0]!.slice(0, 3), ['序号', '时间', '操作人']);
  assert.ok(rows.some((row) => row[5] === '=1+1' && row[4] === '登记人员' && /^2026-03-12 09:00/.test(row[1]!)));
  assert.match(rows.at(-1)![0]!, /^安全审计员 于 2026-03-12 09:00:\d\d 从溯源导出，内部使用$/);
  const [last] = (await looks()).slice(-1);
  assert.deepEqual([last!.verb, (last!.data as { kind: string }).kind], ['ledger.exported', 'person']);
});
