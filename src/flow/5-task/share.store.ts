/** The rule by which shares are kept even, day by day; and how the units stand that gave tasks lately. */
import { sql } from 'kysely';
import { isWorkingDay } from '#clock/calendar.ts';
import { loadCalendar } from '#clock/clock.store.ts';
import { addDays, type Day, dayOf, startOfDay } from '#clock/day.ts';
import { today } from '#people/actor.store.ts';
import type { Tx } from '#platform/db.ts';
import { BUILT_IN_SHARE, type ShareRule } from '#task/choose.ts';

export type ShareRow = ShareRule & { id: string; from: Day; by: string; at: Date; reason: string };

/** What was set last for a day holds on it. Without a row, what the program begins with. */
export async function shareRuleOn(tx: Tx, day: Day): Promise<ShareRule> {
  const row = await tx
    .selectFrom('fairness_rule')
    .select(['cap', 'days'])
    .where('holds_from', '<=', sql<never>`${day}::date`)
    .orderBy('holds_from', 'desc')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { cap: Number(row.cap), days: row.days } : BUILT_IN_SHARE;
}

/** All that was ever set, the latest first. */
export async function shareRules(tx: Tx): Promise<ShareRow[]> {
  const { rows } = await sql<ShareRow>`
    select f.id, f.cap::float as cap, f.days, to_char(f.holds_from, 'YYYY-MM-DD') as "from", p.name as by, f.at, f.reason
      from fairness_rule f join person p on p.id = f.by_person order by f.holds_from desc, f.at desc, f.id desc`.execute(
    tx,
  );
  return rows;
}

type New = ShareRule & { id: string; from: Day; by: string; reason: string };

export async function insertShareRule(tx: Tx, { id, cap, days, from, by, reason }: New): Promise<void> {
  const row = { id, cap, days, holds_from: from, by_person: by, at: tx.now, reason };
  await tx.insertInto('fairness_rule').values(row).execute();
}

/** The start of the first of so many working days, today among them. */
export async function workedSince(tx: Tx, days: number): Promise<Date> {
  const calendar = await loadCalendar(tx);
  let day = dayOf(tx.now);
  for (let left = days; ; day = addDays(day, -1)) {
    if (isWorkingDay(calendar, day)) left -= 1;
    if (left === 0) return startOfDay(day);
  }
}

/** One of a unit's people: tasks given to them since either instant, and whether they are here to be given more. */
export type Standing = {
  unit: { id: string; name: string };
  person: { id: string; name: string };
  here: boolean;
  since: [number, number];
};

/** The people, each unit's together, of every unit that gave tasks since the earlier instant; with those below it, as candidates are. */
export async function standings(tx: Tx, since: readonly [Date, Date]): Promise<Standing[]> {
  const earlier = since[0] < since[1] ? since[0] : since[1];
  const on = (table: string) =>
    sql`${sql.ref(`${table}.valid_from`)} <= ${today(tx)} and coalesce(${sql.ref(`${table}.valid_to`)}, 'infinity') > ${today(tx)}`;
  const { rows } = await sql<Standing>`
    with recursive lately as (
      select t.unit_id, a.to_person, a.opened_at, coalesce(a.close_reason, '') not in ('withdrawn', 'handed_over') as counts
        from assignment a join task t on t.id = a.task_id where a.role = 'lead' and a.opened_at >= ${earlier}),
    below (root, id) as (select distinct unit_id, unit_id from lately union
      select b.root, e.child_id from below b join unit_edge e on e.parent_id = b.id and e.relation = 'part' and ${on('e')}),
    people as (select distinct b.root, p.person_id from below b join post p on p.unit_id = b.id and p.role_sort = 'business' and ${on('p')}),
    given as (select to_person, count(*) filter (where opened_at >= ${since[0]})::int as first,
        count(*) filter (where opened_at >= ${since[1]})::int as second from lately where counts group by 1)
    select json_build_object('id', u.id, 'name', u.short_name) as unit, json_build_object('id', h.id, 'name', h.name) as person,
           not exists (select from delegation d where d.from_person_id = h.id and d.valid_from <= ${tx.now} and d.valid_to > ${tx.now}
             and d.ended_at is null) as here,
           json_build_array(coalesce(g.first, 0), coalesce(g.second, 0)) as since
      from people join unit u on u.id = people.root join person h on h.id = people.person_id and coalesce(h.left_on, 'infinity') > ${today(tx)}
      left join given g on g.to_person = h.id order by u.short_name, u.id, h.name, h.id`.execute(tx);
  return rows;
}
