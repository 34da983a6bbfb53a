/** Firing the rungs that are due: each exactly once inside the database, however many programs look and whichever dies. */
import { sql } from 'kysely';
import { loadCalendar } from '#clock/clock.store.ts';
import { unwatch, watchedClocks } from '#clock/watch.store.ts';
import { today } from '#people/actor.store.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import type { Rung } from '#supervision/ladder.ts';
import { headsUp, keyOf, type Of, type Stands, stepKey, whereItStands } from '#supervision/line.store.ts';
import { press } from '#supervision/press.actions.ts';
import { goOn } from '#supervision/watch.actions.ts';

type Taken = {
  clock_id: string;
  ladder_id: string;
  nth: number;
  stopped: boolean;
  paused: boolean;
  moved: boolean;
  kind: string;
  thing: string;
  limit_name: string;
  due_at: Date;
  fallback_id: string;
  ladder: string;
  rung: Rung;
};

/** A rung that has just fired, with whom the matter stands and who was told. */
export type Fired = Of &
  Pick<Taken, 'rung' | 'due_at' | 'ladder'> & {
    id: string;
    clock: string;
    stands: Stands;
    /** Who would have to act. */
    persons: string[];
    /** Heads up the line, or the fallback. */
    heads: string[];
    nobody: boolean;
  };

/**
 * What is due, the longest waiting first, locked for this transaction; what another holds is left to it. Of what was stopped
 * or moved nothing fires; what is suspended is taken up again when it goes on.
 * @returns how many were looked at; fewer than asked for: there are no more.
 */
export async function fireDue(tx: Tx, many: number): Promise<number> {
  const taken = await takeDue(tx, many);
  if (taken.length === 0) return 0;
  await forget(tx, taken);
  const live = taken.filter(({ stopped, paused, moved }) => !stopped && !paused && !moved);
  const fresh = await insertFired(tx, await aimed(tx, live));
  const fired = new Map(live.map(({ clock_id, ladder_id, nth }) => [clock_id, { ladder: ladder_id, nth }]));
  await goOn(tx, await loadCalendar(tx), await watchedClocks(tx, [...fired.keys()]), fired);
  await press(tx, fresh);
  return taken.length;
}

async function takeDue(tx: Tx, many: number): Promise<Taken[]> {
  const { rows } = await sql<Taken>`
    with due as materialized (
      select clock_id, ladder_id, nth, due_at from rung_due where at <= ${tx.now} order by at limit ${many} for update skip locked
    )
    select d.clock_id, d.ladder_id, d.nth, c.stopped_at is not null as stopped, c.paused_at is not null as paused,
           c.due_at <> d.due_at as moved, c.kind, c.thing, c.limit_name, c.due_at, l.fallback_id, l.name as ladder,
           json_build_object('light', r.light, 'measure', r.measure, 'at', r.at, 'action', r.action, 'up', r.up,
             'graceHours', r.grace_hours, 'answerDays', r.answer_days, 'person',
             (select json_build_object('id', n.id, 'name', n.name) from person n where n.id = r.person_id
               and coalesce(n.left_on, 'infinity') > ${today(tx)})) as rung
      from due d join clock c on c.id = d.clock_id
      join ladder l on l.id = d.ladder_id join ladder_rung r on r.ladder_id = d.ladder_id and r.nth = d.nth`.execute(
    tx,
  );
  return rows;
}

/** Whatever moved is unwatched already, since its deadline is not the one that was seen. */
async function forget(tx: Tx, taken: readonly Taken[]): Promise<void> {
  const gone = taken.filter(({ stopped, paused, moved }) => stopped || paused || moved);
  if (gone.length === 0) return;
  await sql`delete from rung_due where clock_id = any(${gone.map((one) => one.clock_id)}::uuid[])`.execute(tx);
  await unwatch(
    tx,
    gone.filter(({ stopped, paused }) => paused && !stopped).map((one) => one.clock_id),
  );
}

/** With whom each stands and who is over them. A line without anybody leads to the ladder's fallback, and is marked. */
async function aimed(tx: Tx, live: readonly Taken[]): Promise<Aimed[]> {
  const of = (one: Taken): Of => ({ kind: one.kind, thing: one.thing, limit: one.limit_name });
  const stands = await whereItStands(tx, live.map(of));
  const placed = live.flatMap((one) => {
    const found = stands.get(keyOf(of(one)));
    return found ? [{ one, found }] : [];
  });
  const heads = await headsUp(
    tx,
    placed.flatMap(({ one, found }) => (found.unit ? [{ unit: found.unit, up: one.rung.up }] : [])),
  );
  return placed.map(({ one, found }) => {
    const line = found.unit ? (heads.get(stepKey({ unit: found.unit, up: one.rung.up })) ?? []) : [];
    const over = overOf(one.rung, line);
    const needsHead = one.rung.action !== 'remind' || found.persons.length === 0;
    const nobody = needsHead && over.length === 0;
    return {
      ...of(one),
      ...{ id: newId(), clock: one.clock_id, ladderId: one.ladder_id, nth: one.nth, rung: one.rung },
      ...{ due_at: one.due_at, ladder: one.ladder, stands: found, persons: found.persons },
      ...{ heads: !needsHead ? [] : nobody ? [one.fallback_id] : over, nobody },
    };
  });
}

/** A named person is told in place of the line; a letter is answered by the unit's head all the same. */
export const overOf = ({ person, action }: Pick<Rung, 'person' | 'action'>, line: readonly string[]): string[] =>
  person ? [...new Set([person.id, ...(action === 'letter' ? line : [])])] : [...line];

type Aimed = Fired & { ladderId: string; nth: number };

/** @returns those that had not fired yet: the unique key has the last word. */
async function insertFired(tx: Tx, aimedAt: readonly Aimed[]): Promise<Fired[]> {
  if (aimedAt.length === 0) return [];
  const rows = aimedAt.map((one) => ({
    ...{ id: one.id, clock_id: one.clock, ladder_id: one.ladderId, nth: one.nth, kind: one.kind, thing: one.thing },
    ...{ limit_name: one.limit, unit_id: one.stands.unit, told: [...new Set([...one.persons, ...one.heads])] },
    ...{ nobody: one.nobody, due_at: one.due_at },
  }));
  const { rows: fresh } = await sql<{ id: string }>`
    insert into rung_fired (id, clock_id, ladder_id, nth, kind, thing, limit_name, unit_id, told, nobody, fired_at, due_at)
    select r.id, r.clock_id, r.ladder_id, r.nth, r.kind, r.thing, r.limit_name, r.unit_id, r.told, r.nobody, ${tx.now}, r.due_at
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, clock_id uuid, ladder_id uuid, nth int, kind text,
        thing uuid, limit_name text, unit_id uuid, told uuid[], nobody boolean, due_at timestamptz)
    on conflict (clock_id, ladder_id, nth) do nothing returning id`.execute(tx);
  const ids = new Set(fresh.map(({ id }) => id));
  return aimedAt.filter(({ id }) => ids.has(id));
}
