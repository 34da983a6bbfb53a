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
import { benchPlace, table } from './place.ts';

const CLOCKS = Number(process.env.BENCH_CLOCKS ?? 1_000_000);
const place = await benchPlace();
const { city, world } = place;
const now = new Date();
const year = Number(now.toISOString().slice(0, 4)) + 1;

/**
 * Clocks whose budgets reach into the year that is missing; one in ten counts working hours, one in a hundred was suspended,
 * one in fifty is due today. Ids in the order of time, as the program makes them; rules as they are chosen.
 */
const [filled] = await timed(() =>
  transact(city, async (tx) => {
    await sql`insert into clock (id, kind, thing, limit_name, rule_id, unit_of_time, budget, roll, started_at, due_at, calendar_version, provisional)
    select uuidv7(), 'task', uuidv7(), 'finish', (array(select id from limit_rule order by id))[1 + n % 5],
           case when n % 10 = 0 then 'working_hour' else 'working_day' end,
           case when n % 10 = 0 then 400 else 40 + n % 40 end, false, ${now}::timestamptz - make_interval(secs => n % 2000000),
           ${now}::timestamptz + case when n % 50 = 0 then make_interval(secs => n / 50 % 86400) else make_interval(days => 60 + n % 40) end, 1, true from generate_series(1, ${CLOCKS}) n`.execute(
      tx,
    );
    await sql`insert into clock_suspension (id, clock_id, from_at, to_at, reason, by_person)
    select gen_random_uuid(), id, started_at + interval '1 hour', started_at + interval '3 days', 'bench', ${world.people.office}
      from clock where hashtext(id::text) % 100 = 0`.execute(tx);
  }),
);
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
