/** The three rates of a quarter of 50,000 answered cases (BENCH_CASES), by unit and by month: what a figure costs, and its list. */
import { sql } from 'kysely';
import { addMonths, monthOf } from '#clock/month.ts';
import { loadActor } from '#people/actor.store.ts';
import { transact } from '#platform/city.ts';
import type { Tx } from '#platform/db.ts';
import { rateLines } from '#triage/rate/rate.store.ts';
import { listCases } from '#triage/rate/rate-case.store.ts';
import { cpu } from './cpu.ts';
import { benchPlace, median, table } from './place.ts';

const CASES = Number(process.env.BENCH_CASES ?? 50_000);
/** Fifteen months of signals: a quarter is a fifth of them. */
const SIGNALS = 5 * CASES;

const place = await benchPlace();
const { city, world } = place;

/** Written as sets: what the flow would have left, but for the ledger, which no rate reads. */
async function fill(tx: Tx): Promise<void> {
  await sql`set local statement_timeout = 0`.execute(tx);
  const { urban, water } = world.units;
  const { dispatcher, clerk, callTaker } = world.people;
  await sql`insert into reporter (id, phone_sealed, salt) select gen_random_uuid(), case when n % 5 > 0 then '\\x01'::bytea end, '\\x02' from generate_series(1, ${SIGNALS}) n`.execute(
    tx,
  );
  await sql`insert into signal (id, number, channel_id, source_key, state, matter, urgency, words, salt, category, reporter_id,
      received_at, recorded_at, disposition)
    select uuidv7(), 'B' || n, ${world.channel}, decode(md5(n::text), 'hex'), case when n % 3 = 0 then 'disposed' else 'gathered' end,
           (array['help', 'complaint', 'help', 'report', 'consult', 'suggest', 'praise'])[1 + n % 7], 'normal',
           repeat('小区门口的路灯晚上不亮，', 12), '\\x02', '分类' || n % 200, r.id,
           ${tx.now}::timestamptz - make_interval(mins => (456 * 1440 * (1 - n::float8 / ${SIGNALS}))::int), ${tx.now},
           case when n % 3 = 0 then 'answered' end
      from (select id, row_number() over () as n from reporter) r`.execute(tx);
  await sql`insert into problem (id, number, title, urgency, state, programme_version_id, made_by, made_at, changed_at)
    select uuidv7(), 'X' || n, '路灯不亮', 'normal', 'closed', (select id from programme_version limit 1), ${dispatcher}, ${tx.now}, ${tx.now}
      from generate_series(1, ${Math.floor(SIGNALS / 6)}) n`.execute(tx);
  await sql`insert into assignment (id, problem_id, to_unit, role, opened_by, opened_at, closed_at, closed_by, close_reason)
    select uuidv7(), id, case when n % 2 = 0 then ${urban}::uuid else ${water}::uuid end, 'lead', ${dispatcher}, ${tx.now}, ${tx.now}, ${dispatcher}, 'finished'
      from (select id, row_number() over () as n from problem) p`.execute(tx);
  await sql`insert into signal_problem (id, signal_id, problem_id, opened_by, opened_at, reason)
    select uuidv7(), s.id, p.id, ${dispatcher}, ${tx.now}, '' from (select id, row_number() over () as n from signal where state = 'gathered') s
      join (select id, row_number() over () as n from problem) p on p.n = 1 + s.n % ${Math.floor(SIGNALS / 6)}`.execute(
    tx,
  );
  await sql`insert into signal_answer (id, signal_id, by_person, at, way, words)
    select uuidv7(), s.id, ${clerk}, s.received_at + interval '5 days', 'phone', '已修好' from signal s where s.received_at < ${tx.now}::timestamptz - interval '5 days'`.execute(
    tx,
  );
  await sql`insert into signal_callback (id, signal_id, by_person, at, reached, solved, satisfied, way, contacted)
    select uuidv7(), a.signal_id, ${callTaker}, a.at + interval '1 day', n % 5 > 0, case when n % 5 > 0 then (array['yes', 'yes', 'partly', 'no'])[1 + n % 4] end,
           case when n % 5 > 0 then 1 + n % 5 end, 'phone', case when n % 5 > 0 then true end
      from (select signal_id, at, row_number() over () as n from signal_answer) a where n % 2 = 0`.execute(tx);
  await sql`insert into clock (id, kind, thing, limit_name, unit_of_time, budget, started_at, due_at, stopped_at, calendar_version, provisional)
    select uuidv7(), 'signal', id, 'contact', 'hour', 24, received_at, received_at + interval '24 hours', received_at + make_interval(hours => 20 + (random() * 6)::int), 1, false from signal`.execute(
    tx,
  );
}

const began = performance.now();
await transact(city, fill);
await city.pool.query(`set search_path to ${city.schema}; analyze`);
process.stderr.write(`made in ${((performance.now() - began) / 1000).toFixed(0)} s\n`);

const actor = (await transact(city, (tx) => loadActor(tx, world.people.office)))!;
const last = monthOf(new Date());
const quarter = { from: addMonths(last, -3), to: addMonths(last, -1) };
const rows: (string | number)[][] = [];
const work: [string, (tx: Tx) => Promise<number>][] = [
  ['by unit', async (tx) => (await rateLines(tx, actor, quarter, 'unit'))[0]!.answered],
  ['by month', async (tx) => (await rateLines(tx, actor, quarter, 'month'))[0]!.answered],
  ['by category', async (tx) => (await rateLines(tx, actor, quarter, 'category'))[0]!.answered],
  [
    'one unit, by month',
    async (tx) => (await rateLines(tx, actor, { ...quarter, unitId: world.units.urban }, 'month'))[0]!.answered,
  ],
  [
    'the list behind a figure',
    async (tx) => (await listCases(tx, actor, { ...quarter, limit: 50, standing: 'counted' } as never)).items.length,
  ],
];
for (const [name, run] of work) {
  const times: number[] = [];
  let cases = 0;
  const before = await cpu(city.pool);
  for (let i = 0; i < 3; i++) {
    const from = performance.now();
    cases = await transact(city, run);
    times.push(performance.now() - from);
  }
  const after = await cpu(city.pool);
  rows.push([name, cases, Math.round(median(times)), Math.round((1000 * (after.postgres - before.postgres)) / 3)]);
}
table(
  `three rates of a quarter, ${SIGNALS.toLocaleString('en')} signals`,
  ['', 'cases', 'ms, median', 'CPU in PostgreSQL, ms'],
  rows,
);
if (process.env.BENCH_EXPLAIN) {
  const { ratedCases } = await import('#triage/rate/rate.store.ts');
  await transact(city, async (tx) => {
    const { rows: plan } = await sql<
      Record<string, string>
    >`explain (analyze, buffers, costs off) with ${await ratedCases(tx, actor, quarter as never)} select r.unit, count(*) from rated r group by 1`.execute(
      tx,
    );
    for (const line of plan) process.stdout.write(`${line['QUERY PLAN']}\n`);
  });
}
await place.end();
