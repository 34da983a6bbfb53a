/** The ladder at the size of a large city: a million open clocks, what taking them up costs, and firing what is due this minute. */
import { sql } from 'kysely';
import { transact } from '#platform/city.ts';
import { fireDue } from '#supervision/fire.actions.ts';
import { climb } from '#supervision/supervision.jobs.ts';
import { watchClocks } from '#supervision/watch.actions.ts';
import { fillClocks, oldLadder } from '#test/stories/ladder/fill.ts';
import { benchPlace, median, percentile, table } from './place.ts';

const CLOCKS = Number(process.env.BENCH_CLOCKS ?? 1_000_000);
const MINUTES = Number(process.env.BENCH_MINUTES ?? 12);
/** Ten days of 24 hours, in which they end evenly: about 70 a minute of a million. */
const SPREAD_MINUTES = 10 * 24 * 60;

const place = await benchPlace();
const { world } = place;
const begun = new Date();
let now = begun;
const city = { ...place.city, clock: { now: () => now } };
const timed = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
  const from = performance.now();
  return [await work(), performance.now() - from];
};

await transact(city, (tx) => oldLadder(tx, world));
for (let made = 0; made < CLOCKS; made += 50_000) {
  const count = Math.min(50_000, CLOCKS - made);
  // Half of the time is over already for those that end within five days: their reminders are in the past.
  await transact(city, (tx) => fillClocks(tx, world, { count, spreadMinutes: SPREAD_MINUTES, dueInMinutes: 60 }));
}
await city.pool.query(
  `analyze ${city.schema}.clock; analyze ${city.schema}.problem; analyze ${city.schema}.assignment`,
);

const [watched, watching] = await timed(async () => {
  let all = 0;
  for (;;) {
    const taken = await transact(city, (tx) => watchClocks(tx, 5_000));
    all += taken;
    if (taken < 5_000) return all;
  }
});
// The reminders of the past go out of the way: what is measured is a minute of an ordinary day.
await transact(city, (tx) =>
  sql`update rung_due set nth = 1, at = due_at + interval '1 ms' where at < ${now}`.execute(tx),
);
await city.pool.query(`vacuum analyze ${city.schema}.rung_due`);
await city.pool.query(`vacuum analyze ${city.schema}.clock`);

const minutes: { fired: number; ms: number }[] = [];
now = new Date(begun.getTime() + 58 * 60_000);
await climb(city);
for (let i = 0; i < MINUTES; i++) {
  now = new Date(now.getTime() + 60_000);
  const [fired, ms] = await timed(() => climb(city));
  minutes.push({ fired, ms });
}
const [nothing, idle] = await timed(() => climb(city));

/** A whole day's limits end in the same instant: what half an hour without a worker leaves behind looks the same. */
now = new Date(now.getTime() + 180 * 60_000);
const [, burst] = await timed(async () => {
  for (let i = 0; i < 10; i++) await transact(city, (tx) => fireDue(tx, 500));
});

const times = minutes.map(({ ms }) => ms);
table(
  `${CLOCKS.toLocaleString('en')} open clocks, a ladder of four rungs`,
  ['', 'rungs', 'ms'],
  [
    ['taking up all clocks, one program', watched, Math.round(watching)],
    ['a minute: look and fire, median', median(minutes.map(({ fired }) => fired)), Math.round(median(times))],
    [
      'a minute: look and fire, the longest',
      Math.max(...minutes.map(({ fired }) => fired)),
      Math.round(percentile(times, 1)),
    ],
    ['a minute in which nothing is due', nothing, Math.round(idle)],
    ['5,000 rungs at once', 5_000, Math.round(burst)],
  ],
);
await place.end();
