/** Verifying a ledger of many rows beside a bare select of them, and sealing them: time, memory, CPU. BENCH_DATA keeps them. */
import { fork } from 'node:child_process';
import path from 'node:path';
import { anchorFile, anchorPath } from '#ledger/anchor.ts';
import { sealLedger } from '#ledger/seal.actions.ts';
import { cpu } from './cpu.ts';
import { benchPlace, table } from './place.ts';
import type { Read } from './verify-run.ts';

const ROWS = Number(process.env.BENCH_ROWS ?? 10_000_000);
/** Rows of a transaction, as an import writes them, and of a block. */
const TRANSACTION = 200;
const BLOCK = 2_000;

const place = await benchPlace();
const { installation, city } = place;
const { owner, config } = installation;
const anchor = anchorPath(config.anchorsDir, city.slug);

/** Rows like those of verbs: a reason on every fourth, the data of a signal. */
async function fill(): Promise<void> {
  const client = await owner.connect();
  await client.query(`set search_path to "${city.schema}"; set statement_timeout to 0`);
  const there = (await client.query('select count(*)::int as n from ledger')).rows[0].n as number;
  await client.query(`do $$ begin for part in 1..${Math.ceil((ROWS - there) / TRANSACTION)} loop
    insert into ledger (at, actor, actor_kind, verb, kind, thing, unit, reason, data, commitment, request)
      select now(), gen_random_uuid(), 'person', 'signal.received', 'signal', gen_random_uuid(), gen_random_uuid(),
             case when i % 4 = 0 then '多家住户反映同一处漏水，已并入同一问题' end,
             jsonb_build_object('number', 'X2026' || i, 'channel', gen_random_uuid(), 'matter', 'help'),
             decode(md5(i::text) || md5(part::text), 'hex'), gen_random_uuid()
        from generate_series(1, ${TRANSACTION}) i;
    commit; end loop; end $$`);
  await client.query('vacuum analyze ledger');
  client.release();
}

/** In a process of its own, so that its peak of memory is its own. */
function read(kind: 'verify' | 'select'): Promise<Read> {
  return new Promise((resolve, reject) => {
    const child = fork(path.join(import.meta.dirname, 'verify-run.ts'), [
      kind,
      JSON.stringify({ dataDir: config.dataDir, city: city.slug, anchor }),
    ]);
    child.once('message', (answer) => resolve(answer as Read));
    child.once('error', reject);
    child.once('exit', (code) => code && reject(new Error(`${kind} ended with ${code}`)));
  });
}

const begun = performance.now();
await fill();
const filled = performance.now();
const before = await cpu(owner);
const seal = await sealLedger(owner, city, anchorFile(anchor), BLOCK);
const after = await cpu(owner);
const sealing: Read = {
  ...{ rows: seal.rows, seconds: (performance.now() - filled) / 1_000, peak: process.resourceUsage().maxRSS },
  ...{ node: after.node - before.node, postgres: after.postgres - before.postgres },
};
const select = await read('select');
const verify = await read('verify');
const again = await read('select');
const line = (name: string, { rows, seconds, peak, node, postgres }: Read) => [
  ...[name, rows, seconds.toFixed(1), Math.round(rows / seconds), Math.round(peak / 1_024)],
  ...[node, postgres].map((used) => ((used / rows) * 1e6).toFixed(1)),
];
table(
  `Verify a ledger in blocks of ${BLOCK.toLocaleString('en')} rows (filled in ${Math.round((filled - begun) / 1_000)} s)`,
  ['', 'rows', 'seconds', 'rows/s', 'peak memory, MB', 'node, CPU µs a row', 'PostgreSQL, CPU µs a row'],
  [
    ...(seal.rows > 0 ? [line('seal', sealing)] : []),
    line('bare select, before', select),
    line('verify', verify),
    line('bare select, after', again),
  ],
);
await place.end();
