/** What sealing costs those who write beside it: windows with a seal in their middle and windows without, by turns, in pairs. */
import { setTimeout as sleep } from 'node:timers/promises';
import { anchorFile, anchorPath } from '#ledger/anchor.ts';
import { record } from '#ledger/record.ts';
import { sealLedger } from '#ledger/seal.actions.ts';
import { program } from '#people/actor.ts';
import { transact } from '#platform/city.ts';
import { newId } from '#platform/ids.ts';
import { cpu } from './cpu.ts';
import { benchPlace, percentile, table } from './place.ts';

const WRITERS = 4;
/** A seal in every second window: six times as often as once a minute. */
const WINDOW_MS = Number(process.env.BENCH_WINDOW_MS ?? 5_000);
const PAIRS = Number(process.env.BENCH_PAIRS ?? 20);

const place = await benchPlace();
const { installation, city } = place;
const anchor = anchorFile(anchorPath(installation.config.anchorsDir, city.slug));
const seal = () => sealLedger(installation.owner, city, anchor);

/** `used`: seconds of CPU. */
type Window = { times: number[]; rows: number; sealMs: number; used: number };

/** Milliseconds of each transaction, one row each, of writers who begin the next when one is done. */
async function write(sealing: boolean): Promise<Window> {
  await seal(); // what came before is not sealed in this window
  const before = await cpu(installation.pool, installation.owner);
  const times: number[] = [];
  const until = performance.now() + WINDOW_MS;
  const entry = () => ({ verb: 'bench.written', kind: 'bench', thing: newId(), data: { number: 'X2026' } });
  const writer = async () => {
    for (let now = performance.now(); now < until; ) {
      await transact(city, (tx) => record(tx, program, entry()));
      const done = performance.now();
      times.push(done - now);
      now = done;
    }
  };
  const sealer = async () => {
    if (!sealing) return { rows: 0, ms: 0 };
    await sleep(WINDOW_MS / 2);
    const begun = performance.now();
    const { rows } = await seal();
    return { rows, ms: performance.now() - begun };
  };
  const [{ rows, ms: sealMs }] = await Promise.all([sealer(), ...Array.from({ length: WRITERS }, writer)]);
  const after = await cpu(installation.pool, installation.owner);
  return { times, rows, sealMs, used: after.node + after.postgres - before.node - before.postgres };
}

const mean = (list: number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
const pairs: { off: Window; on: Window }[] = [];
await write(true);
for (let i = 0; i < PAIRS; i++) {
  const first = await write(i % 2 === 0);
  const second = await write(i % 2 === 1);
  pairs.push(i % 2 === 0 ? { on: first, off: second } : { off: first, on: second });
}
const delays = pairs.map(({ off, on }) => (mean(on.times) / mean(off.times) - 1) * 100);
const each = ({ used, times }: Window) => (used / times.length) * 1e6;
const dearer = pairs.map(({ off, on }) => (each(on) / each(off) - 1) * 100);
const spread = (list: number[], digits: number) =>
  [0.25, 0.5, 0.75].map((share) => percentile(list, share).toFixed(digits)).join(' / ');
const of = (which: 'off' | 'on', figure: (window: Window) => number, digits: number) =>
  spread(
    pairs.map((pair) => figure(pair[which])),
    digits,
  );
const line = (name: string, which: 'off' | 'on') => [
  name,
  of(which, ({ times }) => times.length / (WINDOW_MS / 1_000), 0),
  of(which, ({ times }) => mean(times), 2),
  of(which, ({ times }) => percentile(times, 0.99), 1),
  of(which, each, 0),
];
table(
  `${WRITERS} writers beside the sealer, ${PAIRS} pairs of windows of ${WINDOW_MS / 1_000} s; quartile / median / quartile`,
  ['', 'rows/s', 'a transaction, ms', 'its p99, ms', 'its CPU with all beside it, µs'],
  [line('no seal', 'off'), line('a seal in the middle', 'on')],
);
table(
  'With a seal',
  ['a writer is delayed by, %', 'a row costs more CPU by, %', 'rows of a seal', 'a seal, ms'],
  [[spread(delays, 1), spread(dearer, 1), of('on', ({ rows }) => rows, 0), of('on', ({ sealMs }) => sealMs, 0)]],
);
await place.end();
