/** Whoever owns the database can change, drop, insert and reorder rows and seals; whatever he does to a sealed row is found. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { rootByPath } from '#ledger/merkle.ts';
import { proofOf } from '#ledger/proof.ts';
import { sealedColumns } from '#ledger/seal.store.ts';
import { leafOf } from '#ledger/seal.ts';
import { testCity } from '#test/database.ts';
import { sealing } from '#test/stories/ledger/sealing.ts';

const story = await testCity();
const { write, sealAll, verify, own, file } = sealing(story);

for (const count of [7, 1, 12, 30, 3]) {
  await write(count);
  await write(2);
  story.pass({ hours: 1 });
  await sealAll(10);
}
await write(4); // not sealed
const sealed = (await own(`select seq from ledger where txid < (select max(x) from seal) order by seq`)).map(
  (row) => row.seq as number,
);
const blocks = (await own('select number from seal')).length;
await own('create table kept_rows as select * from ledger; create table kept_seals as select * from seal');
const back = () =>
  own(
    `delete from ledger; delete from seal; insert into ledger select * from kept_rows; insert into seal select * from kept_seals`,
  );

/** A text whose one bit is another, and still a text the column takes. */
const bytes = (column: string) =>
  `set_bit(${column}, mod($2, 8 * length(${column})), 1 - get_bit(${column}, mod($2, 8 * length(${column}))))`;
const uuid = (column: string) => `encode(${bytes(`decode(replace(${column}::text, '-', ''), 'hex')`)}, 'hex')::uuid`;
const text = (column: string) => `overlay(${column} placing 'ß' from 1 + mod($2, length(${column})) for 1)`;
const flips: Record<string, string> = {
  seq: 'seq # (1::bigint << (20 + mod($2, 20)))',
  epoch: 'epoch # (1 << mod($2, 8))',
  txid: `(txid::text::bigint # (1::bigint << mod($2, 40)))::text::xid8`,
  at: `at + interval '1 microsecond' * (1::bigint << mod($2, 30))`,
  actor_kind: `case when actor_kind = 'person' then 'token' else 'person' end`,
  data: `data || jsonb_build_object('i', $2::int + 1000)`,
  verb: text('verb'),
  kind: text('kind'),
  commitment: bytes('commitment'),
};
const flip = (column: string) => {
  const change = flips[column] ?? (column === 'reason' ? text('reason') : uuid(column));
  const filled = column === 'reason' ? `'x'` : column === 'commitment' ? `'\\x00'::bytea` : 'gen_random_uuid()';
  return flips[column] && column !== 'commitment'
    ? `update ledger set ${column} = ${change} where seq = $1 and $2::int is not null`
    : `update ledger set ${column} = case when ${column} is null then ${filled} else ${change} end where seq = $1 and $2::int is not null`;
};

const found = async () => {
  const report = await verify();
  return { ok: report.ok, seqs: report.findings.map((one) => ('seq' in one ? one.seq : 0)), report };
};

test('the code of a row covers every column of the table', async () => {
  const columns = await own(
    `select attname from pg_attribute where attrelid = 'ledger'::regclass and attnum > 0 and not attisdropped`,
  );
  assert.deepEqual(columns.map((row) => row.attname).sort(), sealedColumns.toSorted());
});

test('untouched, it is whole; what is not sealed yet is told', async () => {
  const { report } = await found();
  assert.deepEqual(
    [report.ok, report.blocks, report.unsealed, report.rows, report.findings],
    [true, blocks, 4, sealed.length + 4, []],
  );
  assert.ok(blocks >= 8, `${blocks} blocks`);
});

test('any changed bit of any column of a sealed row is found, at its row', { timeout: 60_000 }, async () => {
  const anyRow = fc.constantFrom(...sealed);
  await fc.assert(
    fc.asyncProperty(anyRow, fc.constantFrom(...sealedColumns), fc.nat(1000), async (seq, column, bit) => {
      await own(flip(column), [seq, bit]);
      const { ok, seqs, report } = await found();
      await back();
      assert.equal(ok, false, `${column} of ${seq}`);
      // A row put under another transaction or epoch, or given another number, is missing in the old place.
      assert.ok(seqs.includes(seq), `${column} of ${seq}: ${JSON.stringify(report.findings)}`);
    }),
    { numRuns: 40, examples: sealedColumns.map((column, i) => [sealed[i * 3]!, column, i]) },
  );
});

test('dropped, inserted, swapped: found, and named', { timeout: 60_000 }, async () => {
  const columns = sealedColumns.filter((name) => name !== 'seq').join(', ');
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('drop', 'insert', 'swap'), fc.nat(), fc.nat(), async (what, one, two) => {
      const seq = sealed[one % sealed.length]!;
      const other = sealed[(one + 1 + (two % (sealed.length - 1))) % sealed.length]!;
      if (what === 'drop') await own('delete from ledger where seq = $1', [seq]);
      if (what === 'insert')
        await own(`insert into ledger (seq, ${columns}) select $2, ${columns} from ledger where seq = $1`, [
          seq,
          90_000 + two,
        ]);
      if (what === 'swap') {
        await own('update ledger set seq = -seq where seq in ($1, $2)', [seq, other]);
        await own('update ledger set seq = $1::int + $2::int + seq where seq < 0', [seq, other]);
      }
      const { report } = await found();
      await back();
      const named = report.findings.map((finding) => `${finding.what} ${'seq' in finding ? finding.seq : ''}`);
      if (what === 'drop') assert.deepEqual(named, [`missing ${seq}`]);
      if (what === 'insert') assert.deepEqual(named, [`inserted ${90_000 + two}`]);
      if (what === 'swap')
        assert.ok(named.some((name) => name.endsWith(` ${seq}`)) && named.some((name) => name.endsWith(` ${other}`)));
    }),
    { numRuns: 25 },
  );
});

test('a row of an epoch that never was, and a seal changed, dropped or renumbered, are found', async () => {
  const half = Math.floor(blocks / 2);
  for (const [sql, what] of [
    [`insert into ledger select 77777, 0, ${sealedList('at')} from ledger limit 1`, 'inserted'],
    [`insert into ledger select 77777, 9, ${sealedList('at')} from ledger limit 1`, 'inserted'],
    [`update seal set root = set_bit(root, 5, 1 - get_bit(root, 5)) where number = ${half}`, 'block_changed'],
    [`update seal set x = (x::text::bigint + 1)::text::xid8 where number = ${half}`, 'block_changed'],
    [`update seal set rows = rows + 1 where number = ${half}`, 'block_changed'],
    [`update seal set at = at + interval '1 ms' where number = ${half}`, 'block_changed'],
    [`delete from seal where number = ${half}`, 'block_missing'],
    [
      `delete from seal where number = ${half}; update seal set number = -number where number > ${half};
       update seal set number = -number - 1 where number < 0`,
      'block_changed',
    ],
    ['truncate ledger', 'missing'],
  ] as const) {
    await own(sql);
    const { report } = await found();
    await back();
    assert.ok(
      report.findings.some((finding) => finding.what === what),
      `${sql}: ${JSON.stringify(report.findings)}`,
    );
  }
});

test('an end cut off with its seals is found only against the anchor, and the report says so', async () => {
  await own(
    `delete from ledger where txid >= (select x from seal where number = 2); delete from seal where number > 2`,
  );
  const [without, held] = [await verify(), await verify(file)];
  await back();
  assert.deepEqual([without.ok, without.anchor], [true, null]);
  assert.deepEqual(
    held.findings.map((finding) => [finding.what, finding.block]),
    [['cut', 3]],
  );
  assert.equal((await verify(file)).ok, true);

  const kept = readFileSync(file, 'utf8');
  writeFileSync(file, kept.replace(/"rows":\d+/, '"rows":999'));
  assert.deepEqual(
    (await verify(file)).findings.map((finding) => finding.what),
    ['anchor_differs'],
  );
  writeFileSync(file, kept.split('\n').toSpliced(3, 1).join('\n'));
  assert.deepEqual(
    (await verify(file)).findings.map((finding) => finding.what),
    ['anchor_gap'],
  );
  writeFileSync(file, kept);
  await assert.rejects(verify(`${file}.none`), { message: /anchor_unreadable/ });
});

test('a proof leads from the row to the root of its block, and none is given for a row that was changed', async () => {
  const { city } = story;
  for (const seq of [sealed[0]!, sealed[11]!, sealed.at(-1)!]) {
    const { algorithm, leaf, path, row, block } = await proofOf(city, seq);
    assert.deepEqual(rootByPath(algorithm, leafOf(city.keys, row), path), block.root);
    assert.deepEqual(leafOf(city.keys, row), leaf);
  }
  await assert.rejects(proofOf(city, 999_999), { message: /row_unknown/ });
  const [{ seq: last }] = (await own('select max(seq) as seq from ledger')) as [{ seq: number }];
  await assert.rejects(proofOf(city, last), { message: /row_unsealed/ });
  await own(`update ledger set reason = 'x' where seq = $1`, [sealed[0]]);
  await assert.rejects(proofOf(city, sealed[0]!), { message: /row_broken/ });
  await back();
});

/** The columns from one on, in the table's own order. */
function sealedList(from: string): string {
  const order = 'seq epoch at txid actor actor_kind for_whom verb kind thing unit reason data commitment request'.split(
    ' ',
  );
  return order.slice(order.indexOf(from)).join(', ');
}
