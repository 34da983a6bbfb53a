/** The morning list of the actor's units: what became late, what falls due, what came in, and for whom it waits. */
import { sql } from 'kysely';
import { type Calendar, isWorkingDay } from '#clock/calendar.ts';
import { loadCalendar } from '#clock/clock.store.ts';
import { addDays, type Day, dayOf, endOfDay, startOfDay } from '#clock/day.ts';
import { type Actor, may, reachOf } from '#people/actor.ts';
import { unitBriefs } from '#people/unit.store.ts';
import type { Tx } from '#platform/db.ts';
import { signalSeen } from '#signal/signal.scope.ts';
import { lateOn } from '#triage/problem.store.ts';
import type { MorningList } from '#views/overview.api.ts';
import { ledByOurs, runningBetween } from '#views/running.view.ts';

/** The nearest working day before or after. */
function workingDay(calendar: Calendar, day: Day, by: 1 | -1): Day {
  let found = addDays(day, by);
  while (!isWorkingDay(calendar, found)) found = addDays(found, by);
  return found;
}

/** So many lines of each part leave the whole on one page of A4; the figure says how many there are. */
const LINES = 12;

export async function morningList(tx: Tx, actor: Actor): Promise<MorningList> {
  const calendar = await loadCalendar(tx);
  const today = dayOf(tx.now);
  const since = workingDay(calendar, today, -1);
  const until = workingDay(calendar, today, 1);
  const running = (from: Date | null, to: Date, limit = LINES) => runningBetween(tx, actor, { from, to, limit });
  return {
    asOf: tx.now.toISOString(),
    units: await ownUnits(tx, actor),
    since,
    lateSince: await running(startOfDay(since), tx.now),
    lateEarlier: (await running(null, startOfDay(since), 1)).count,
    today: await running(tx.now, startOfDay(addDays(today, 1))),
    until,
    next: await running(startOfDay(addDays(today, 1)), endOfDay(until)),
    came: await cameIn(tx, actor, startOfDay(since), startOfDay(today)),
    waits: await waiting(tx, actor),
  };
}

/** Empty where one sees the whole city. */
async function ownUnits(tx: Tx, actor: Actor): Promise<MorningList['units']> {
  if (reachOf(actor, 'problem.read') === 'city') return [];
  const own = actor.posts.filter((post) => post.verbs.includes('problem.read')).map((post) => post.unit);
  return [...(await unitBriefs(tx, [...new Set(own)])).values()];
}

async function cameIn(tx: Tx, actor: Actor, from: Date, to: Date): Promise<MorningList['came']> {
  if (!may(actor, 'signal.read')) return [];
  const { rows } = await sql<MorningList['came'][number]>`
    select s.matter, count(*)::int as count from signal s
     where s.received_at >= ${from} and s.received_at < ${to} and ${signalSeen(actor)}
     group by s.matter order by count desc, s.matter`.execute(tx);
  return rows;
}

async function waiting(tx: Tx, actor: Actor): Promise<MorningList['waits']> {
  const { rows } = await sql<MorningList['waits'][number]>`
    with open as (
      select p.id, p.state, (select a.to_unit from assignment a where a.problem_id = p.id and a.role = 'lead' and a.closed_at is null) as unit_id
        from problem p where p.state in ('open', 'given', 'working', 'handled', 'verified') and ${ledByOurs(actor)})
    select o.state, case when u.id is null then null else json_build_object('id', u.id, 'name', u.name, 'shortName', u.short_name) end as unit,
           count(*)::int as count, count(*) filter (where ${lateOn(tx, sql`o.id`)})::int as late
      from open o left join unit u on u.id = o.unit_id group by o.state, u.id
     order by late desc, count desc, u.short_name`.execute(tx);
  return rows;
}
