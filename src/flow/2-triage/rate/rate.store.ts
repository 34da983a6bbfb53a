/** The cases behind the three rates, one a signal that was answered: where each stands and what its answers count. */
import { type RawBuilder, sql } from 'kysely';
import type { Day } from '#clock/day.ts';
import { firstDay, lastDay, type Month, spanOf } from '#clock/month.ts';
import { type Actor, reachOf } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { signalSeen } from '#signal/signal.scope.ts';
import { canBeCalled, lastSaid, ledTo } from '#triage/callback/callback.store.ts';
import type { RateFilter } from '#triage/rate/rate.api.ts';
import { builtInRule, type Dimension, type Question, type RateRule, type Standing } from '#triage/rate/rate.ts';
import { meantBy } from '#triage/warning/day-count.store.ts';

type Dated = RateRule & { from: Day };

/** Every rule with the day it begins, the built-in one first. Of two for one day the later made holds. */
export async function allRules(tx: Tx): Promise<Dated[]> {
  const { rows } = await sql<Dated>`
    select distinct on (from_day) to_char(from_day, 'YYYY-MM-DD') as from, response, resolution, satisfaction,
           partly::float8, very::float8, content::float8, basically::float8, discontent::float8, unreached, ask_days as "askDays"
      from rate_rule order by from_day, at desc, id desc`.execute(tx);
  return [{ ...builtInRule, from: '0001-01-01' }, ...rows];
}

export async function ruleOn(tx: Tx, day: Day): Promise<RateRule> {
  const rules = await allRules(tx);
  const { from: _, ...rule } = rules.findLast((one) => one.from <= day)!;
  return rule;
}

/** The last rule of the months: what the whole is weighed by. */
export const ruleOf = (tx: Tx, to: Month) => ruleOn(tx, lastDay(to));

const cuts = (rules: Dated[]) =>
  sql`jsonb_to_recordset(${JSON.stringify(
    rules.map((rule, i) => ({ ...rule, to: rules[i + 1]?.from ?? '9999-12-31' })),
  )}::jsonb) as g("from" date, "to" date, partly float8, very float8, content float8, basically float8, discontent float8, unreached boolean)`;

/** Where an answered signal stands; the first that fits. */
const standing = sql`case
  when s.matter in ('consult', 'praise') then 'consult'
  when s.disposition = 'withdrawn' then 'withdrawn'
  when s.disposition in ('not_accepted', 'transferred') then 'passed'
  when l.id is not null then 'counted'
  when i.state = 'waiting' then 'waiting'
  when i.state = 'unreached' or exists (select from signal_callback c where c.signal_id = s.id and not c.reached) then 'unreached'
  when not ${canBeCalled} then 'anonymous'
  else 'undrawn' end`;

/** Where nobody was asked: was the reporter contacted within the limit; nothing where there is none, or it still runs. */
const inTime = sql`(select (coalesce(k.stopped_at, k.due_at + interval '1 second') <= k.due_at)
    from clock k where k.thing = s.id and k.limit_name = 'contact' and (k.stopped_at is not null or k.due_at < a.at)
   order by k.started_at limit 1)`;

const picked = (column: RawBuilder<unknown>, value: string | undefined): RawBuilder<boolean>[] =>
  value === undefined
    ? []
    : [value === 'none' ? sql<boolean>`${column} is null` : sql<boolean>`${column} = ${value}::uuid`];

/**
 * The relation `rated`: signals last answered in these months that the actor sees, by unit as far as their post reaches.
 * `response`, `resolution`, `satisfaction`: 0 to 1, null where it does not count; `excluded`: left out at the unit's request.
 */
export async function ratedCases(tx: Tx, actor: Actor, filter: RateFilter): Promise<RawBuilder<unknown>> {
  const reach = reachOf(actor, 'rate.read');
  const { start } = spanOf(filter.from);
  const { end } = spanOf(filter.to);
  const meant = await meantBy(tx, firstDay(filter.from));
  const where = [
    ...(reach === 'city' ? [] : [sql<boolean>`x.unit = any(${reach}::uuid[])`]),
    ...picked(sql`x.unit`, filter.unitId),
    ...picked(sql`x.channel`, filter.channelId),
    ...picked(sql`x.area`, filter.areaId),
    ...picked(sql`x.category`, filter.categoryId),
  ];
  return sql`place as (
      with recursive below (id, top, level) as (
        select id, id, level from area where level not in ('village', 'grid')
        union all select a.id, b.top, b.level from area a join below b on a.parent_id = b.id where a.level in ('village', 'grid'))
      select id, top from below),
    kind as (
      with recursive below (id, top) as (
        select id, id from category where parent_id is null
        union all select c.id, b.top from category c join below b on c.parent_id = b.id)
      select id, top from below),
    answered as (
      select s.id, a.at as answered_at, s.channel_id as channel, p.top as area, k.top as category, ${ledTo} as unit,
             ${standing} as standing, l.contacted, l.solved, l.satisfied, ${inTime} as in_time, g.*,
             exists (select from exclusion z where z.signal_id = s.id and z.state = 'granted') as excluded
        from signal_answer a join signal s on s.id = a.signal_id
        join ${cuts(await allRules(tx))} on (a.at at time zone 'Asia/Shanghai')::date >= g."from" and (a.at at time zone 'Asia/Shanghai')::date < g."to"
        left join lateral ${lastSaid} l on true
        left join lateral (select i.state from callback_item i where i.signal_id = s.id order by i.day desc limit 1) i on true
        left join place p on p.id = s.area_id
        left join signal_category d on d.signal_id = s.id and d.closed_at is null
        left join jsonb_to_recordset(${JSON.stringify(meant)}::jsonb) as m(words text, id uuid) on m.words = btrim(s.category)
        left join kind k on k.id = coalesce(d.category_id, m.id)
       where a.at >= ${start} and a.at < ${end} and ${signalSeen(actor)}
         and not exists (select from signal_answer b where b.signal_id = a.signal_id and (b.at, b.id) > (a.at, a.id))),
    rated as materialized (
      select x.id, x.answered_at, x.channel, x.area, x.category, x.unit, x.standing, x.excluded,
             to_char(x.answered_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month,
             case when x.standing = 'counted' then coalesce(x.contacted, x.in_time)::int::float8
                  when x.standing = 'unreached' and x.unreached then 0 end as response,
             case when x.standing = 'counted' then case x.solved when 'yes' then 1 when 'partly' then x.partly when 'no' then 0 end
                  when x.standing = 'unreached' and x.unreached then 0 end as resolution,
             case when x.standing = 'counted' then
                    case x.satisfied when 5 then x.very when 4 then x.content when 3 then x.basically when 2 then x.discontent when 1 then x.discontent end
                  when x.standing = 'unreached' and x.unreached then 0 end as satisfaction
        from answered x where ${sql.join([sql`true`, ...where], sql` and `)})`;
}

const keyOf: Record<Dimension, RawBuilder<unknown>> = {
  unit: sql`r.unit::text`,
  area: sql`r.area::text`,
  channel: sql`r.channel::text`,
  category: sql`r.category::text`,
  month: sql`r.month`,
};

const nameOf: Record<Dimension, RawBuilder<unknown>> = {
  unit: sql`(select short_name from unit where id::text = k.key)`,
  area: sql`(select name from area where id::text = k.key)`,
  channel: sql`(select name from channel where id::text = k.key)`,
  category: sql`(select name from category where id::text = k.key)`,
  month: sql`k.key`,
};

export type RateLine = {
  /** null: none is known. `all`: the sum of the lines. */
  key: string | null;
  name: string | null;
  all: boolean;
  answered: number;
  excluded: number;
  standings: Record<Standing, number>;
  /** What was excluded is left out; and as it was before. */
  sums: Record<Question, { n: number; sum: number }>;
  before: Record<Question, { n: number; sum: number }>;
};

const sumsOf = (which: RawBuilder<unknown>) =>
  sql`json_build_object(${sql.join(
    (['response', 'resolution', 'satisfaction'] as const).map(
      (name) => sql`${sql.lit(name)}, json_build_object('n', count(r.${sql.ref(name)}) filter (where ${which}),
        'sum', coalesce(sum(r.${sql.ref(name)}) filter (where ${which}), 0))`,
    ),
  )})`;

/** A line for each value of the dimension, and one of all. */
export async function rateLines(tx: Tx, actor: Actor, filter: RateFilter, by: Dimension): Promise<RateLine[]> {
  const { rows } = await sql<RateLine>`
    with ${await ratedCases(tx, actor, filter)}, k as (
      select ${keyOf[by]} as key, grouping(${keyOf[by]}) = 1 as all, count(*)::int as answered,
             count(*) filter (where r.excluded)::int as excluded,
             ${sumsOf(sql`not r.excluded`)} as sums, ${sumsOf(sql`true`)} as before,
             json_build_object(${sql.join(
               (
                 ['counted', 'unreached', 'waiting', 'undrawn', 'anonymous', 'consult', 'withdrawn', 'passed'] as const
               ).map((one) => sql`${sql.lit(one)}, count(*) filter (where r.standing = ${sql.lit(one)})`),
             )}) as standings
        from rated r group by rollup (${keyOf[by]}))
    select k.*, ${nameOf[by]} as name from k order by k.all desc, name nulls last`.execute(tx);
  return rows;
}
