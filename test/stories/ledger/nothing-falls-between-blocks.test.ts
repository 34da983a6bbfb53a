/** Writers of all lengths, two sealers at once, a sealer killed in the middle, an epoch that ends: every row is in one block. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { record } from '#ledger/record.ts';
import { closeEpoch } from '#ledger/seal.store.ts';
import { program } from '#people/actor.ts';
import { newId } from '#platform/ids.ts';
import { testCity } from '#test/database.ts';
import { sealing } from '#test/stories/ledger/sealing.ts';

const story = await testCity();
const { installation, city, tx } = story;
const { write, seal, sealAll, verify, own, file } = sealing(story);

const sealedRows = async () => (await own('select coalesce(sum(rows), 0)::int as n from seal'))[0]!.n as number;
const rows = async () => (await own('select count(*)::int as n from ledger'))[0]!.n as number;
const lines = () =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line).number as number);
const whole = async () => {
  const report = await verify(file);
  assert.deepEqual(report.findings, []);
  assert.equal(await sealedRows(), report.rows - report.unsealed);
  return report;
};

test('writers who take their time, while two sealers run without pause: nobody falls outside or in twice', async () => {
  const entry = () => ({ verb: 'test.written', kind: 'test', thing: newId() });
  let writing = true;
  const writer = async (pause: number) => {
    for (let i = 0; i < 6; i++) {
      await tx(async (open) => {
        await record(open, program, entry());
        await sleep(pause * Math.random());
        await record(open, program, [entry(), entry()]);
        await sleep(pause * Math.random());
        if (i === 4) throw new Error('undone');
        await record(open, program, entry());
      }).catch(() => {});
    }
  };
  const sealer = async () => {
    let busy = 0;
    while (writing) busy += (await seal(7)).busy ? 1 : 0;
    return busy;
  };
  const sealers = [sealer(), sealer()];
  await Promise.all([400, 200, 60, 20, 5, 1, 1, 1].map(writer));
  writing = false;
  const busy = await Promise.all(sealers);
  await sealAll();
  assert.ok(busy[0]! + busy[1]! > 0, 'the sealers met');
  assert.equal(await sealedRows(), await rows());
  const { blocks, unsealed } = await whole();
  assert.equal(unsealed, 0);
  assert.ok(blocks > 10, `${blocks} blocks`);
  assert.deepEqual(
    lines(),
    Array.from({ length: blocks }, (_, i) => i + 1),
  );
});

test('a transaction that is still open is waited for by its rows alone; those who write meanwhile are not held up', async () => {
  let end = () => {};
  const open = tx(async (held) => {
    await record(held, program, { verb: 'test.written', kind: 'test', thing: newId() });
    await new Promise<void>((resolve) => {
      end = resolve;
    });
  });
  await sleep(50);
  await write(3);
  await seal();
  assert.equal((await whole()).unsealed, 3);
  end();
  await open;
  assert.equal(await sealAll(), 4);
  assert.equal((await whole()).unsealed, 0);
  assert.deepEqual(await seal(), { blocks: 0, rows: 0, busy: false });
});

for (const [torn, told] of [
  [false, 'before the line'],
  [true, 'in the middle of the line'],
] as const) {
  test(`killed by kill −9 after the commit and ${told}: the next sealer writes what is missing`, async () => {
    await write(5);
    const before = lines();
    const given = JSON.stringify({ config: installation.config, torn });
    const child = spawn(process.execPath, [path.join(import.meta.dirname, 'sealer.ts'), given], {
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const [, signal] = await once(child, 'exit');
    assert.equal(signal, 'SIGKILL');
    if (torn) truncateSync(file, readFileSync(file).length - 40);
    assert.equal((await own('select max(number) as n from seal'))[0]!.n, before.length + 1);
    await write(2);
    await sealAll();
    if (torn) writeFileSync(file, readFileSync(file, 'utf8').replace(/^.*[^}]\n/gm, ''));
    assert.deepEqual(
      lines(),
      Array.from({ length: before.length + 2 }, (_, i) => i + 1),
    );
    await whole();
  });
}

test('an epoch is ended by a restore: what waits goes into its last block, and nothing can be put there afterwards', async () => {
  await write(3);
  const client = await installation.owner.connect();
  await client.query(`begin; set local search_path to "${city.schema}"`);
  assert.equal(await closeEpoch(client), 2);
  await client.query('commit');
  client.release();
  await write(2);
  assert.equal(await sealAll(), 5);
  assert.deepEqual(
    (await own('select epoch, rows, x::text from seal order by number desc limit 2')).map(Object.values),
    [
      [2, 2, (await own('select max(x)::text as x from seal where epoch = 2'))[0]!.x],
      [1, 3, '9007199254740991'],
    ],
  );
  await whole();
  await own(`insert into ledger (seq, epoch, at, txid, actor_kind, verb, kind, thing)
    select 88888, 1, at, '99999999', 'program', 'a.b', 'a', gen_random_uuid() from ledger limit 1`);
  assert.deepEqual(
    (await verify()).findings.map(({ what }) => what),
    ['inserted'],
  );
  await own('delete from ledger where seq = 88888');
});

test('an anchor that knows more, or other, than the ledger is an alarm; rows are sealed all the same, no line is added', async () => {
  const kept = readFileSync(file, 'utf8');
  for (const [text, code] of [
    [
      kept +
        kept
          .trim()
          .split('\n')
          .at(-1)!
          .replace(/"number":\d+/, '"number":9999') +
        '\n',
      /anchor_ahead/,
    ],
    [kept.replace(/"chain":"..(?=[^\n]*\n$)/, '"chain":"00'), /anchor_differs/],
  ] as const) {
    writeFileSync(file, text);
    await write(2);
    await assert.rejects(sealAll(), { message: code });
    assert.equal(readFileSync(file, 'utf8'), text);
    assert.equal((await verify(file)).ok, false);
  }
  writeFileSync(file, kept);
  await sealAll();
  await whole();
});
