/** What must hold of a city whatever was killed: counted after everything that was under way has been done. */
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { anchorPath } from '#ledger/anchor.ts';
import { oldestUndone, sweep } from '#ledger/sweep.ts';
import { verifyLedger } from '#ledger/verify.ts';
import { type City, transact } from '#platform/city.ts';
import type { Tx } from '#platform/db.ts';
import type { Installation } from '#root/install.ts';
import { reactions } from '#root/reactions.ts';
import { sealAll } from '#root/seal-all.ts';
import { climb } from '#supervision/supervision.jobs.ts';
import type { Done } from './load.ts';

export type Held = Record<string, number>;

/** Only figures; everything else has to be 0. */
export const counted = new Set(['rungs', 'ledger rows']);

/** `tasks that nobody has: 2`. */
export const breachesOf = (held: Held): string[] =>
  Object.entries(held).flatMap(([name, n]) => (n === 0 || counted.has(name) ? [] : [`${name}: ${n}`]));

/** An hour on, so that every rung of the clocks that were filled in is due. */
const later = (city: City): City => ({
  ...city,
  clock: { now: () => new Date(city.clock.now().getTime() + 3_600_000) },
});

export async function held(installation: Installation, city: City, done: Done, rungs: number): Promise<Held> {
  await answering(city);
  while ((await sweep(city, reactions)) > 0);
  while ((await climb(later(city))) > 0);
  await sealAll(installation);
  const report = await verifyLedger(city, anchorPath(installation.config.anchorsDir, city.slug));
  const undone = await transact(city, (tx) => oldestUndone(tx, reactions));
  const counts = await transact(city, (tx) => count(tx, done, rungs));
  const found = { 'findings in the ledger': report.findings.length, 'reactions not done': undone ? 1 : 0 };
  return { ...counts, ...found, 'ledger rows': report.rows };
}

/** The last kill may have been the database's. */
async function answering(city: City): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return void (await city.pool.query('select 1'));
    } catch (error) {
      if (tries === 600) throw error;
      await sleep(100);
    }
  }
}

const missing = (table: string, ids: string[]) =>
  sql`(select count(*)::int from unnest(${ids}::uuid[]) x where not exists (select from ${sql.table(table)} t where t.id = x))`;

async function count(tx: Tx, done: Done, rungs: number): Promise<Held> {
  const { rows } = await sql<Held>`
    with filled as materialized (select c.id from clock c join problem p on p.id = c.thing where p.number like 'X%' and c.limit_name = 'handle')
    select (select count(*)::int from rung_fired where clock_id in (select id from filled)) as rungs,
      (select ${rungs} * count(*)::int from filled) - (select count(distinct (clock_id, nth))::int from rung_fired where clock_id in (select id from filled)) as "rungs that did not fire",
      (select count(*) - count(distinct (clock_id, nth)) from rung_fired)::int as "rungs fired twice",
      abs((select count(*) from rung_fired) - (select count(*) from ledger where verb = 'rung.fire'))::int as "rungs without their ledger row",
      (select count(*)::int from (select from message group by person_id, key having count(*) > 1) x) as "messages told twice",
      ${missing('signal', done.signals)} + ${missing('problem', done.problems)} + ${missing('task', done.tasks)}
        + ${missing('decision', done.decisions)} as "answered and not there",
      (select count(*)::int from (select from ledger where request is not null and verb <> 'rung.fire'
         group by request, verb, thing having count(*) > 1) x) as "done twice for one request",
      (select count(*)::int from task t where t.state in ('given', 'working', 'submitted') and (select count(*) from assignment a
         where a.task_id = t.id and a.role = 'lead' and a.closed_at is null) <> 1) as "tasks that nobody has",
      (select count(*)::int from problem p where p.state in ('given', 'working') and (select count(*) from assignment a
         where a.problem_id = p.id and a.role = 'lead' and a.closed_at is null) <> 1) as "problems that nobody has",
      (select count(*)::int from task t where t.state in ('given', 'working', 'submitted')
         and not exists (select from clock c where c.thing = t.id and c.stopped_at is null)) as "open tasks without a clock",
      (select count(*)::int from clock c where c.stopped_at is null and (
         exists (select from problem p where p.id = c.thing and p.state in ('closed', 'merged'))
         or exists (select from task t where t.id = c.thing and t.state in ('done', 'withdrawn')))) as "clocks running on what is over",
      (select count(*)::int from signal s where (s.state = 'gathered') <> (
         select count(*) = 1 from signal_problem e where e.signal_id = s.id and e.closed_at is null)) as "signals in no place or in two"`.execute(
    tx,
  );
  return rows[0]!;
}
