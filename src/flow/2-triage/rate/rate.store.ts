/** The cases behind the three rates, one a signal that was answered: where each stands and what its answers count. */
import { type RawBuilder, sql } from 'kysely';
import type { Day } from '#clock/day.ts';
import { addMonths, firstDay, lastDay, type Month, spanOf } from '#clock/month.ts';
import { type Actor, reachOf } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { signalSeen } from '#signal/signal.scope.ts';
import { canBeCalled } from '#triage/callback/callback.store.ts';
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
  when said.heard then 'counted'
  when item.state = 'waiting' then 'waiting'
  when item.state = 'unreached' or not said.heard then 'unreached'
  when not ${canBeCalled} then 'anonymous'
  else 'undrawn' end`;

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
  // What was answered in these months may have come in long before.
  const meant = await meantBy(tx, firstDay(addMonths(filter.from, -12)));
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
    latest as (
      select distinct on (a.signal_id) a.signal_id as id, a.at from signal_answer a where a.at >= ${start}
       order by a.signal_id, a.at desc, a.id desc),
    asked as materialized (
      select l.at, s.id, s.channel_id, s.area_id, s.category, s.matter, s.disposition, s.wants_reply, s.erased_at, s.reporter_id
        from latest l join signal s on s.id = l.id where l.at < ${end} and ${signalSeen(actor)}),
    led as (
      select distinct on (e.signal_id) e.signal_id as id, a.to_unit as unit from asked q
        join signal_problem e on e.signal_id = q.id and e.closed_at is null
        join assignment a on a.problem_id = e.problem_id and a.role = 'lead' and (a.closed_at is null or a.close_reason = 'finished')
       order by e.signal_id, a.opened_at desc, a.id desc),
    said as (
      select distinct on (c.id) c.* from (
        select q.id, c.contacted, c.solved, c.satisfied, c.reached, c.at, c.id as call,
               c.reached and (c.solved is not null or c.satisfied is not null) as heard
          from asked q join signal_callback c on c.signal_id = q.id) c
       where c.heard or not c.reached order by c.id, c.heard desc, c.at desc, c.call desc),
    item as (
      select distinct on (i.signal_id) i.signal_id as id, i.state from asked q join callback_item i on i.signal_id = q.id
       order by i.signal_id, i.day desc),
    contact as (
      select distinct on (k.thing) k.thing as id, coalesce(k.stopped_at <= k.due_at, false) as in_time from asked q
        join clock k on k.thing = q.id and k.limit_name = 'contact' and (k.stopped_at is not null or k.due_at < q.at)
       order by k.thing, k.started_at),
    answered as materialized (
      select s.id, s.at as answered_at, s.channel_id as channel, p.top as area, k.top as category, led.unit,
             ${standing} as standing, said.contacted, said.solved, said.satisfied, contact.in_time, g.*,
             x.id is not null as excluded
        from asked s
        join ${cuts(await allRules(tx))} on (s.at at time zone 'Asia/Shanghai')::date >= g."from" and (s.at at time zone 'Asia/Shanghai')::date < g."to"
        left join led on led.id = s.id left join said on said.id = s.id
        left join item on item.id = s.id left join contact on contact.id = s.id
        left join exclusion x on x.signal_id = s.id and x.state = 'granted'
        left join place p on p.id = s.area_id
        left join signal_category d on d.signal_id = s.id and d.closed_at is null
        left join jsonb_to_recordset(${JSON.stringify(meant)}::jsonb) as m(words text, id uuid) on m.words = btrim(s.category)
        left join kind k on k.id = coalesce(d.category_id, m.id)),
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
