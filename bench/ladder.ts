/** The ladder at the size of a large city: a million open clocks, what taking them up costs, and a minute in which some thousand rungs are due. */
import { sql } from 'kysely';
import { transact } from '#platform/city.ts';
import type { Tx } from '#platform/db.ts';
import { climb } from '#supervision/supervision.jobs.ts';
import { watchClocks } from '#supervision/watch.actions.ts';
import { fillClocks, oldLadder } from '#test/stories/ladder/fill.ts';
import { cpu } from './cpu.ts';
import { fillBareClocks } from './fill-clocks.ts';
import { benchPlace, median, percentile, table } from './place.ts';

const CLOCKS = Number(process.env.BENCH_CLOCKS ?? 1_000_000);
const MINUTES = Number(process.env.BENCH_MINUTES ?? 7);
/** Rungs that become due in one minute: of a million clocks of ten days 70 do, if they end evenly; of those that end with a working hour, thousands. */
const DUE = Number(process.env.BENCH_DUE ?? 3_000);
/** Taken up by the program's own job; the others are written as taken up. */
const FRESH = Math.min(50_000, CLOCKS / 2);
const CHUNK = 50_000;
/** The first minute that is measured, after now. */
const FIRST = 60;
/** How many of a hundred rungs are reminders, words to the head, letters and talks; and minutes from a limit's end to each. */
const mix = [
  { share: 55, after: -120 * 60 },
  { share: 30, after: 0 },
  { share: 12, after: 60 },
  { share: 3, after: 120 },
];

const place = await benchPlace();
const { world } = place;
const begun = new Date();
let now = begun;
const city = { ...place.city, clock: { now: () => now } };
const timed = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
  const from = performance.now();
  return [await work(), performance.now() - from];
};

/** What the program would have written when it took clocks up: the next rung of those that were just made for it. */
const takeUp = (tx: Tx, nth: number, after: number) =>
  sql`
  with seen as (update clock set watched_due = due_at where watched_due is null and stopped_at is null returning id, due_at)
  insert into rung_due (clock_id, ladder_id, nth, at, due_at)
  select id, (select id from ladder), ${nth}, due_at + make_interval(mins => ${after}), due_at from seen`.execute(tx);

const [, filling] = await timed(async () => {
  await transact(city, (tx) => oldLadder(tx, world));
  const chunks = Math.ceil((CLOCKS - FRESH) / CHUNK);
  // One minute more than is measured, at which the program warms up.
  const due = Math.round((DUE * (MINUTES + 1)) / chunks);
  for (let chunk = 0; chunk < chunks; chunk++)
    await transact(city, async (tx) => {
      for (const [nth, { share, after }] of mix.entries()) {
        const dueInMinutes = FIRST - after;
        await fillClocks(tx, world, {
          count: Math.round((due * share) / 100),
          spreadMinutes: MINUTES + 1,
          dueInMinutes,
        });
        await takeUp(tx, nth, after);
      }
      await fillBareClocks(tx, world, CHUNK - due, true);
    });
  // Those that only stand around: not before tomorrow.
  await transact(city, async (tx) => {
    await sql`set local statement_timeout = 0`.execute(tx);
    await sql`insert into rung_due (clock_id, ladder_id, nth, at, due_at)
      select id, (select id from ladder), 0, greatest(due_at, ${begun}::timestamptz + interval '1 day'), due_at
        from clock c where kind = 'task'`.execute(tx);
  });
  await transact(city, (tx) => fillClocks(tx, world, { count: FRESH, spreadMinutes: 60, dueInMinutes: 200 * 60 }));
  for (const name of ['clock', 'problem', 'assignment', 'rung_due', 'clock_suspension'])
    await city.pool.query(`vacuum analyze ${city.schema}.${name}`);
});

const [watched, watching] = await timed(async () => {
  let all = 0;
  for (;;) {
    const taken = await transact(city, (tx) => watchClocks(tx, 2_000));
    all += taken;
    if (taken < 2_000) return all;
  }
});

const minute = (n: number) => new Date(begun.getTime() + (FIRST + n) * 60_000);
const minutes: { fired: number; ms: number; bare: number }[] = [];
now = minute(1);
await climb(city);
const before = await cpu(city.pool);
for (let i = 0; i < MINUTES; i++) {
  now = minute(i + 2);
  // The reference: the same rows found by a plain query.
  const [, bare] = await timed(() =>
    city.pool.query(
      `select d.clock_id, d.nth, d.at, c.thing, c.due_at from ${city.schema}.rung_due d join ${city.schema}.clock c on c.id = d.clock_id
        where d.at <= $1 order by d.at`,
      [now],
    ),
  );
  const [fired, ms] = await timed(() => climb(city));
  minutes.push({ fired, ms, bare });
}
const after = await cpu(city.pool);
const [nothing, idle] = await timed(() => climb(city));

const times = minutes.map(({ ms }) => ms);
const rungs = minutes.reduce((sum, { fired }) => sum + fired, 0);
table(
  `${CLOCKS.toLocaleString('en')} open clocks, a ladder of four rungs`,
  ['', 'rungs', 'ms'],
  [
    ['made', CLOCKS, Math.round(filling)],
    ['taking up new clocks', watched, Math.round(watching)],
    ['a minute found by a plain query, median', '', Math.round(median(minutes.map(({ bare }) => bare)))],
    ['a minute: look and fire, median', median(minutes.map(({ fired }) => fired)), Math.round(median(times))],
    [
      'a minute: look and fire, the longest',
      Math.max(...minutes.map(({ fired }) => fired)),
      Math.round(percentile(times, 1)),
    ],
    ['CPU in node for a thousand rungs', '', Math.round((1e6 * (after.node - before.node)) / rungs)],
    ['CPU in PostgreSQL for a thousand rungs', '', Math.round((1e6 * (after.postgres - before.postgres)) / rungs)],
    ['a minute in which nothing is due', nothing, Math.round(idle)],
  ],
);
await place.end();
