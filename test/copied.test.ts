/** Rows read by COPY: all of them, in their order, at the reader's pace; what goes wrong on the way is told, and harms nobody else. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { copied } from '#platform/copied.ts';
import { openPool } from '#platform/db.ts';
import { testServer } from '#test/server.ts';

const pool = openPool((await testServer()).adminUrl, 'copied', 2);
after(() => pool.end());

const series = (count: number, text = `'第' || i`) => `select (${text})::text from generate_series(1, ${count}) i`;

async function readAll(sql: string, read: (row: Buffer) => string = String): Promise<string[]> {
  const client = await pool.connect();
  const rows: string[] = [];
  try {
    for await (const batch of copied(client, sql, read)) rows.push(...batch);
    assert.equal((await client.query('select 1 as one')).rows[0].one, 1); // free for the next
  } finally {
    client.release();
  }
  return rows;
}

for (const count of [0, 1, 499, 500, 501, 20_000]) {
  test(`${count} rows, and the connection is free again`, async () => {
    assert.deepEqual(
      await readAll(series(count)),
      Array.from({ length: count }, (_, i) => `第${i + 1}`),
    );
  });
}

test('empty and very long rows', async () => {
  assert.deepEqual(
    (await readAll(series(4, `repeat('水', (i - 1) * 100000)`))).map((row) => row.length),
    [0, 100_000, 200_000, 300_000],
  );
});

test('whoever is slow has no more than some batches waiting', async () => {
  const client = await pool.connect();
  let read = 0;
  let taken = 0;
  let most = 0;
  for await (const batch of copied(client, series(60_000, `repeat('x', 300)`), () => ++read)) {
    taken += batch.length;
    if (taken < 10_000) await sleep(5);
    most = Math.max(most, read - taken);
  }
  client.release();
  assert.equal(taken, 60_000);
  assert.ok(most < 3_000, `${most} rows waited`);
});

test('an error of the database in the middle, or of the reader, is thrown', async () => {
  await assert.rejects(readAll(series(2_000, '1 / (1500 - i)')), /division by zero/);
  await assert.rejects(readAll('select no from nothing'), /does not exist/);
  const spoilt = (row: Buffer) => {
    if (String(row) === '第700') throw new Error('unreadable');
    return '';
  };
  await assert.rejects(readAll(series(100_000), spoilt), /unreadable/);
  assert.equal((await readAll(series(3))).length, 3);
});

test('a connection that is lost, or a reader who stops early: the pool goes on', async () => {
  for (let i = 0; i < 3; i++) {
    const client = await pool.connect();
    for await (const batch of copied(client, series(1_000_000), String)) if (batch.length > 0) break;
    client.release();
  }
  const client = await pool.connect();
  const { pid } = (await client.query('select pg_backend_pid() as pid')).rows[0];
  const lost = async () => {
    let asked = false;
    for await (const _ of copied(client, series(5_000_000), String)) {
      if (!asked) await pool.query('select pg_terminate_backend($1)', [pid]);
      asked = true;
    }
  };
  await assert.rejects(lost(), /terminat/);
  client.release();
  assert.equal((await readAll(series(3))).length, 3);
});
