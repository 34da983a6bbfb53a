/** How many people told of what where on each day: counted anew from the signals, kept for the warnings and the trend. */
import { sql } from 'kysely';
import type { Day } from '#clock/day.ts';
import type { Tx } from '#platform/db.ts';
import { allAliases, allCategories } from '#triage/category/category.store.ts';
import { categoryFinder } from '#triage/category/category.ts';
import type { DayCount, Tree } from '#triage/warning/series.ts';

const dayOfSignal = sql`(s.received_at at time zone 'Asia/Shanghai')::date`;

/**
 * Counts the days from this one on. A category is what a person decided, else what the file said, else what was proposed; who
 * tells of the same on one day twice, by the same phone, counts once; a signal without a phone is somebody of their own.
 */
export async function countDays(tx: Tx, from: Day): Promise<void> {
  const meant = await meantBy(tx, from);
  await sql`delete from warning_day where day >= ${from}::date`.execute(tx);
  await sql`insert into warning_day (day, area_id, category_id, people)
    select ${dayOfSignal}, s.area_id, coalesce(d.category_id, m.id, c.id), count(distinct coalesce(k.key, uuid_send(s.id)))
      from signal s
      left join signal_category d on d.signal_id = s.id and d.closed_at is null
      left join jsonb_to_recordset(${JSON.stringify(meant)}::jsonb) as m(words text, id uuid) on m.words = btrim(s.category)
      left join proposal p on p.signal_id = s.id and p.kind = 'category' and p.decided_at is null
      left join category c on c.id = (p.answers -> 0 ->> 'id')::uuid
      left join signal_key k on k.signal_id = s.id and k.kind = 'caller_phone'
     where s.received_at >= ${from}::date::timestamp at time zone 'Asia/Shanghai'
     group by 1, 2, 3`.execute(tx);
}

/** What the files of these days said, and which category each text means; a text that means none or several is left out. */
export async function meantBy(tx: Tx, from: Day): Promise<{ words: string; id: string }[]> {
  const find = categoryFinder(await allCategories(tx), await allAliases(tx));
  const { rows } = await sql<{ words: string }>`
    select distinct btrim(category) as words from signal
     where received_at >= ${from}::date::timestamp at time zone 'Asia/Shanghai' and btrim(category) <> ''`.execute(tx);
  return rows.flatMap(({ words }) => {
    const id = find(words);
    return id === undefined || id === 'several' ? [] : [{ words, id }];
  });
}

/** By days, from this one on. */
export async function dayCounts(tx: Tx, from: Day): Promise<DayCount[]> {
  const { rows } = await sql<DayCount>`
    select to_char(day, 'YYYY-MM-DD') as day, area_id as "areaId", category_id as "categoryId", people from warning_day
     where day >= ${from}::date order by day`.execute(tx);
  return rows;
}

/** Each node and what it stands under; districts and below. The city itself is null: it is everything. */
export async function areaTree(tx: Tx): Promise<Tree> {
  const { rows } = await sql<{ id: string; parentId: string | null }>`
    select a.id, case when p.level in ('province', 'city') then null else a.parent_id end as "parentId"
      from area a left join area p on p.id = a.parent_id where a.level not in ('province', 'city')`.execute(tx);
  return new Map(rows.map(({ id, parentId }) => [id, parentId]));
}

export async function categoryTree(tx: Tx): Promise<Tree> {
  const list = await allCategories(tx, { closed: true });
  return new Map(list.map(({ id, parentId }) => [id, parentId]));
}
