/** Many problems with a unit, each with a running clock, written at once: for chaos and for the bench. */
import { sql } from 'kysely';
import type { World } from '#db/world.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { insertLadder } from '#supervision/ladder.store.ts';
import type { Rung } from '#supervision/ladder.ts';

type Fill = { count: number; spreadMinutes: number; dueInMinutes: number };

/**
 * Clocks of ten days that end between now + `dueInMinutes` and as much later as `spreadMinutes`, evenly; two units alternate.
 * Ids in the order in which they are made, as the program's own are.
 */
export async function fillClocks(tx: Tx, world: World, { count, spreadMinutes, dueInMinutes }: Fill): Promise<void> {
  const { urban, water } = world.units;
  const { dispatcher } = world.people;
  await sql`
    with numbers as materialized (
      select n, nextval('problem_number') as number from generate_series(1, ${count}) n
    ), ids as materialized (
      select n, number, overlay(gen_random_uuid()::text placing lpad(to_hex(number), 8, '0') from 1)::uuid as id from numbers
    ), made as (
      insert into problem (id, number, title, urgency, state, programme_version_id, made_by, made_at, changed_at)
      select id, 'X' || number, '夜间施工', 'normal', 'working', (select id from programme_version limit 1), ${dispatcher}, ${tx.now}, ${tx.now}
        from ids
    ), had as (
      insert into assignment (id, problem_id, to_unit, role, opened_by, opened_at)
      select id, id, case n % 2 when 0 then ${urban}::uuid else ${water}::uuid end, 'lead', ${dispatcher}, ${tx.now} from ids
    )
    insert into clock (id, kind, thing, limit_name, unit_of_time, budget, started_at, due_at, calendar_version, provisional)
    select id, 'problem', id, 'handle', 'hour', 240, due - interval '240 hours', due, 1, false
      from (select id, ${tx.now}::timestamptz + make_interval(secs => 60 * (${dueInMinutes}::float8 + ${spreadMinutes}::float8 * n / ${count})) as due from ids) x`.execute(
    tx,
  );
}

const rung = (at: number, action: Rung['action'], more: Partial<Rung> = {}): Rung => ({
  ...{ light: 'red', measure: 'after', at, action, up: 0, graceHours: 0, answerDays: 3 },
  ...more,
});

/** A reminder, word to the head, a letter and a talk. */
export const fourRungs: Rung[] = [
  rung(0.5, 'remind', { measure: 'share', light: 'yellow' }),
  rung(0, 'tell'),
  rung(1, 'letter'),
  rung(2, 'talk', { up: 1 }),
];

/** In force since long ago, so that it holds for what was written as begun then. */
export async function oldLadder(tx: Tx, world: World): Promise<void> {
  const id = newId();
  const by = world.people.office;
  const made = { id, kind: 'problem' as const, limitName: 'handle', name: '办结督办', reason: '试验' };
  await insertLadder(tx, { ...made, rungs: fourRungs, fallbackId: world.people.dispatcher, by });
  await sql`update ladder set valid_from = '2020-01-01' where id = ${id}`.execute(tx);
}
