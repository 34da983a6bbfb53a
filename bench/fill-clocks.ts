/** Many open clocks of things that are not there: for benches that look at clocks alone. */
import { sql } from 'kysely';
import type { World } from '#db/world.ts';
import type { Tx } from '#platform/db.ts';

/**
 * Clocks whose budgets reach into the year that is missing; one in ten counts working hours, one in a hundred was suspended,
 * one in fifty is due today. `watched`: the ladders have seen them. Ids in the order of time, as the program makes them; rules as they are chosen.
 */
export async function fillBareClocks(tx: Tx, world: World, count: number, watched = false): Promise<void> {
  const now = tx.now;
  await sql`with made as (
    insert into clock (id, kind, thing, limit_name, rule_id, unit_of_time, budget, roll, started_at, due_at, watched_due, calendar_version, provisional)
    select uuidv7(), 'task', uuidv7(), 'finish', (array(select id from limit_rule order by id))[1 + n % 5],
           case when n % 10 = 0 then 'working_hour' else 'working_day' end,
           case when n % 10 = 0 then 400 else 40 + n % 40 end, false, ${now}::timestamptz - make_interval(secs => n % 2000000),
           due, case when ${watched} then due end, 1, true
      from generate_series(1, ${count}) n cross join lateral (select ${now}::timestamptz
             + case when n % 50 = 0 then make_interval(secs => n / 50 % 86400) else make_interval(days => 60 + n % 40) end as due) d returning id, started_at)
    insert into clock_suspension (id, clock_id, from_at, to_at, reason, by_person)
    select gen_random_uuid(), id, started_at + interval '1 hour', started_at + interval '3 days', 'bench', ${world.people.office}
      from made where hashtext(id::text) % 100 = 0`.execute(tx);
}
