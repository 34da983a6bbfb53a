/** What a ladder would do to the limits that are open now, beside those that they climb today: a day and a week ahead. */
import { sql } from 'kysely';
import type { Calendar } from '#clock/calendar.ts';
import { loadCalendar } from '#clock/clock.store.ts';
import { dayMs } from '#clock/day.ts';
import { runningOf, type Watched } from '#clock/watch.store.ts';
import type { Tx } from '#platform/db.ts';
import { overOf } from '#supervision/fire.actions.ts';
import type { Outlook } from '#supervision/ladder.api.ts';
import { allLadders, ladderAt } from '#supervision/ladder.store.ts';
import type { Condition, LadderKind, Rung } from '#supervision/ladder.ts';
import { headsUp, keyOf, type Stands, stepKey, whereItStands } from '#supervision/line.store.ts';
import { scheduleOf } from '#supervision/rung-at.ts';
import { traitsOf } from '#supervision/traits.store.ts';

const AHEAD_DAYS = 7;
/** Of more limits than this those that end first are looked at. */
const LOOKED_AT = 2_000;

type Of = { kind: LadderKind; limitName: string | null; condition: Condition | null; rungs: readonly Rung[] };
type Climbs = { clock: Watched; rungs: readonly Rung[]; fallback: string | null };

/** As if nothing were finished, moved or suspended meanwhile. */
export async function lookAhead(tx: Tx, of: Of) {
  const open = await openClocks(tx, of);
  const traits = await traitsOf(tx, open);
  const traitsAt = (thing: string) => traits.get(thing) ?? [];
  const meant = open.filter(({ thing }) => of.condition === null || traitsAt(thing).includes(of.condition));
  const clocks = meant.slice(0, LOOKED_AT);
  const ladders = await allLadders(tx);
  const today = clocks.map((clock): Climbs => {
    const now = { kind: clock.kind, limit: clock.limit_name, traits: traitsAt(clock.thing) };
    const ladder = ladderAt(ladders, now, clock.started_at);
    return { clock, rungs: ladder?.rungs ?? [], fallback: ladder?.fallback.id ?? null };
  });
  const would = clocks.map((clock): Climbs => ({ clock, rungs: of.rungs, fallback: null }));
  const calendar = await loadCalendar(tx);
  const stands = await whereItStands(
    tx,
    clocks.map(({ kind, thing, limit_name }) => ({ kind, thing, limit: limit_name })),
  );
  return {
    clocks: clocks.length,
    more: open.length > LOOKED_AT,
    would: await outlook(tx, calendar, would, stands),
    today: await outlook(tx, calendar, today, stands),
  };
}

async function openClocks(tx: Tx, { kind, limitName }: Of): Promise<Watched[]> {
  const { rows } = await sql<Watched>`
    select c.id, c.kind, c.thing, c.limit_name, c.started_at, c.due_at, c.unit_of_time, c.unit_id,
           (select coalesce(json_agg(json_build_object('from', s.from_at, 'to', s.to_at)), '[]')
              from clock_suspension s where s.clock_id = c.id) as suspensions
      from clock c where c.kind = ${kind} and (${limitName}::text is null or c.limit_name = ${limitName})
       and c.stopped_at is null and c.paused_at is null order by c.due_at limit ${LOOKED_AT + 1}`.execute(tx);
  return rows;
}

async function outlook(
  tx: Tx,
  calendar: Calendar,
  climbing: readonly Climbs[],
  stands: ReadonlyMap<string, Stands>,
): Promise<Outlook> {
  const now = tx.now.getTime();
  const standing = new Map<string, Outlook['standing'][number]>();
  const firing: { climbs: Climbs; rung: Rung }[] = [];
  let [below, without] = [0, 0];
  for (const climbs of climbing) {
    const { clock, rungs } = climbs;
    const times = scheduleOf(calendar, runningOf(clock), rungs);
    const nth = times.filter((at) => at.getTime() <= now + dayMs).length - 1;
    if (rungs.length === 0) without++;
    else if (nth < 0) below++;
    else {
      const { light } = rungs[nth]!;
      const there = standing.get(`${nth} ${light}`);
      standing.set(`${nth} ${light}`, { nth, light, count: (there?.count ?? 0) + 1 });
    }
    times.forEach((at, i) => {
      if (at.getTime() > now && at.getTime() <= now + AHEAD_DAYS * dayMs) firing.push({ climbs, rung: rungs[i]! });
    });
  }
  const told = await whoIsTold(tx, firing, stands);
  const count = (action: Rung['action']) => firing.filter(({ rung }) => rung.action === action).length;
  return {
    standing: [...standing.values()].sort((a, b) => a.nth - b.nth || a.light.localeCompare(b.light)),
    ...{ below, without, persons: new Set(told).size, messages: told.length },
    ...{ letters: count('letter'), talks: count('talk') },
  };
}

/** A person for each time they would be told. */
async function whoIsTold(
  tx: Tx,
  firing: readonly { climbs: Climbs; rung: Rung }[],
  stands: ReadonlyMap<string, Stands>,
): Promise<string[]> {
  const placed = firing.flatMap(({ climbs, rung }) => {
    const { thing, limit_name: limit } = climbs.clock;
    const found = stands.get(keyOf({ thing, limit }));
    return found ? [{ found, rung, fallback: climbs.fallback }] : [];
  });
  const steps = placed.flatMap(({ found, rung }) => (found.unit ? [{ unit: found.unit, up: rung.up }] : []));
  const heads = await headsUp(tx, [...new Map(steps.map((step) => [stepKey(step), step])).values()]);
  return placed.flatMap(({ found, rung, fallback }) => {
    if (rung.action === 'remind' && found.persons.length > 0) return found.persons;
    const over = overOf(rung, found.unit ? (heads.get(stepKey({ unit: found.unit, up: rung.up })) ?? []) : []);
    // Where nobody is on the line it is one person, whoever the ladder is going to name.
    return [...new Set([...found.persons, ...(over.length > 0 ? over : [fallback ?? 'fallback'])])];
  });
}
