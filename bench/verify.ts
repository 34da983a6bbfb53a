/** Verifying a ledger of many rows beside a bare select of them, and what sealing costs those who write. */
import { fork } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { anchorFile, anchorPath } from '#ledger/anchor.ts';
import { record } from '#ledger/record.ts';
import { sealLedger } from '#ledger/seal.actions.ts';
import { program } from '#people/actor.ts';
import { transact } from '#platform/city.ts';
import { newId } from '#platform/ids.ts';
import { benchPlace, median, table } from './place.ts';
import type { Read } from './verify-run.ts';

const ROWS = Number(process.env.BENCH_ROWS ?? 10_000_000);
/** Rows of a transaction, as an import writes them, and of a block. */
const TRANSACTION = 200;
const BLOCK = 2_000;
const WRITERS = 4;
const SECONDS = Number(process.env.BENCH_SECONDS ?? 10);
const ROUNDS = 3;

const place = await benchPlace();
const { installation, city } = place;
const { owner, config } = installation;
const anchor = anchorPath(config.anchorsDir, city.slug);

/** Rows like those of verbs: a reason on every fourth, the data of a signal. */
async function fill(): Promise<void> {
  const client = await owner.connect();
  await client.query(`set search_path to "${city.schema}"; set statement_timeout to 0`);
  await client.query(`do $$ begin for part in 1..${Math.ceil(ROWS / TRANSACTION)} loop
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

/** Rows a second that writers of one row a transaction get through, with a sealer every second beside them or none. */
async function write(sealing: boolean): Promise<number> {
  let done = 0;
  const until = performance.now() + SECONDS * 1_000;
  const writer = async () => {
    for (; performance.now() < until; done++) {
      await transact(city, (tx) => record(tx, program, { verb: 'bench.written', kind: 'bench', thing: newId() }));
    }
  };
  const sealer = async () => {
    for (; sealing && performance.now() < until; await sleep(1_000)) await sealLedger(owner, city, anchorFile(anchor));
  };
  await Promise.all([sealer(), ...Array.from({ length: WRITERS }, writer)]);
  return done / SECONDS;
}

const begun = performance.now();
await fill();
const filled = performance.now();
const { rows, blocks } = await sealLedger(owner, city, anchorFile(anchor), BLOCK);
const sealed = performance.now();
const select = await read('select');
const verify = await read('verify');
const again = await read('select');
const megabytes = ({ peak }: Read) => Math.round(peak / 1_024);
const each = ({ seconds, rows: count }: Read) => Math.round(count / seconds);
table(
  `Verify ${rows.toLocaleString('en')} ledger rows in ${blocks.toLocaleString('en')} blocks (filled in ${Math.round((filled - begun) / 1_000)} s, sealed in ${Math.round((sealed - filled) / 1_000)} s)`,
  ['', 'seconds', 'rows/s', 'peak memory, MB'],
  [
    ['bare select, before', select.seconds.toFixed(1), each(select), megabytes(select)],
    ['verify', verify.seconds.toFixed(1), each(verify), megabytes(verify)],
    ['bare select, after', again.seconds.toFixed(1), each(again), megabytes(again)],
  ],
);

const rates: { off: number; on: number }[] = [];
await write(false);
for (let round = 0; round < ROUNDS; round++) {
  const off = await write(false);
  rates.push({ off, on: await write(true) });
}
const [off, on] = [median(rates.map((one) => one.off)), median(rates.map((one) => one.on))];
table(
  `Rows a second of ${WRITERS} writers, a row a transaction, ${SECONDS} s a round; the sealer runs every second, sixty times as often as it does`,
  ['', 'no sealer', 'sealer', 'lost'],
  [...rates.map((one, i) => [`round ${i + 1}`, one] as const), ['median', { off, on }] as const].map(([name, one]) => [
    name,
    Math.round(one.off),
    Math.round(one.on),
    `${((1 - one.on / one.off) * 100).toFixed(1)} %`,
  ]),
);
await place.end();
