/** A million open clocks (BENCH_CLOCKS): what is due this minute, a year's arrangement told before, and all deadlines moved by it. */
import { sql } from 'kysely';
import { loadCalendar } from '#clock/clock.store.ts';
import { planMoves } from '#clock/move.store.ts';
import { loadActor } from '#people/actor.store.ts';
import { transact } from '#platform/city.ts';
import { newId } from '#platform/ids.ts';
import { importYear, planYear } from '#rules/calendar.actions.ts';
import { runChange } from '#rules/calendar.jobs.ts';
import { cpu } from './cpu.ts';
import { fillBareClocks } from './fill-clocks.ts';
import { benchPlace, table } from './place.ts';

const CLOCKS = Number(process.env.BENCH_CLOCKS ?? 1_000_000);
const place = await benchPlace();
const { city, world } = place;
const now = new Date();
const year = Number(now.toISOString().slice(0, 4)) + 1;

const [filled] = await timed(() => transact(city, (tx) => fillBareClocks(tx, world, CLOCKS)));
await transact(city, (tx) => sql`analyze clock, clock_suspension`.execute(tx));

async function timed<T>(work: () => Promise<T>): Promise<[seconds: number, value: T]> {
  const began = performance.now();
  const value = await work();
  return [(performance.now() - began) / 1000, value];
}

const office = (await transact(city, (tx) => loadActor(tx, world.people.office)))!;
const [due, found] = await timed(() =>
  transact(city, (tx) =>
    sql`select id from clock where stopped_at is null and paused_at is null
      and due_at >= ${now}::timestamptz and due_at < ${now}::timestamptz + interval '1 minute'`.execute(tx),
  ),
);
const dates = ['01-01', '01-04', '05-01', '05-03', '10-01', '10-02', '10-03', '10-04', '10-05'];
const days = dates.map((date) => ({ day: `${year}-${date}`, kind: 'off' as const, name: '假' }));
const id = newId();
const [plan, { kinds }] = await timed(() => transact(city, (tx) => planYear(tx, { year, days })));
await transact(city, (tx) => importYear(tx, office, { id, year, days, reason: '' }));
const before = await cpu(city.pool);
const [move] = await timed(() => runChange(city, id));
const after = await cpu(city.pool);
const all = await transact(city, (tx) =>
  tx.selectFrom('calendar_change').select('moved').where('id', '=', id).executeTakeFirstOrThrow(),
);
const rest = await transact(city, async (tx) => planMoves(tx, await loadCalendar(tx), `${year}-01-01`, 1));
table(
  `${CLOCKS.toLocaleString('en')} open clocks`,
  ['what', 'seconds', 'clocks'],
  [
    ['made', filled.toFixed(1), CLOCKS],
    ['due this minute', due.toFixed(3), found.rows.length],
    ['told before', plan.toFixed(1), kinds.reduce((sum, kind) => sum + kind.moved, 0)],
    ['moved by a new year', move.toFixed(1), all.moved],
    ['CPU of it in node', (after.node - before.node).toFixed(1), ''],
    ['CPU of it in PostgreSQL', (after.postgres - before.postgres).toFixed(1), ''],
    ['still to be moved, computed one by one', '', rest.kinds.reduce((sum, kind) => sum + kind.moved, 0)],
  ],
);
await place.end();
