/** Monthly themes as rows, with how many people told of their category month by month. */
import { type RawBuilder, sql } from 'kysely';
import { dayOf } from '#clock/day.ts';
import { addMonths, firstDay, type Month, monthOf, monthsFrom } from '#clock/month.ts';
import { type Actor, may } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import type { UnitBrief } from '#rules/shapes.ts';
import { openSteps } from '#rules/steps.ts';
import type { Past } from '#triage/monthly/candidates.ts';
import type { MonthlyItem } from '#triage/monthly/monthly.api.ts';
import { lifeCycle, type MonthlyRole, type MonthlyState } from '#triage/monthly/monthly.ts';
import { problemSeen } from '#triage/problem.scope.ts';
import { meantBy } from '#triage/warning/day-count.store.ts';

/** Days are counted for a good year back: so many months are shown, the running one in them. */
const SHOWN = 12;

export type MonthlyRow = {
  id: string;
  year: number;
  month: number;
  title: string;
  lead_unit: string;
  state: MonthlyState;
  version: number;
};

/** @throws not_found */
export async function lockMonthly(tx: Tx, id: string): Promise<MonthlyRow> {
  const row = await tx
    .selectFrom('monthly')
    .select(['id', 'year', 'month', 'title', 'lead_unit', 'state', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw problem('not_found');
  return row;
}

type Content = {
  year: number;
  month: number;
  title: string;
  why: string;
  category_id: string | null;
  lead_unit: string;
};

export async function insertMonthly(tx: Tx, row: Content & { id: string; by: string }): Promise<void> {
  const { by, ...rest } = row;
  await tx
    .insertInto('monthly')
    .values({ ...rest, state: 'planned', made_by: by, made_at: tx.now, changed_at: tx.now })
    .execute();
}

type Change = Partial<Content> & { state?: MonthlyState; problem_id?: string; result?: string };

export async function writeMonthly(tx: Tx, id: string, change: Change): Promise<void> {
  await tx
    .updateTable('monthly')
    .set((eb) => ({ ...change, changed_at: tx.now, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export const monthlyRoles = (actor: Actor): Set<MonthlyRole> => new Set(may(actor, 'theme.manage') ? ['planner'] : []);

type Line = Omit<MonthlyItem, 'changedAt' | 'steps' | 'people'> & {
  categoryId: string | null;
  changed_at: Date;
  lead: UnitBrief;
};

async function linesOf(tx: Tx, actor: Actor, where: RawBuilder<boolean>): Promise<MonthlyItem[]> {
  const { rows } = await sql<Line>`
    select m.id, m.year, m.month, m.title, m.why, m.state, m.result, m.changed_at, m.version, m.category_id as "categoryId",
           case when c.id is not null then json_build_object('id', c.id, 'name', c.name) end as category,
           json_build_object('id', u.id, 'name', u.name, 'shortName', coalesce(u.short_name, u.name)) as lead,
           (select json_build_object('id', p.id, 'number', p.number, 'title', p.title, 'state', p.state) from problem p
             where p.id = m.problem_id and ${problemSeen(tx, actor)}) as problem
      from monthly m join unit u on u.id = m.lead_unit left join category c on c.id = m.category_id
     where ${where} order by m.year, m.month, m.made_at, m.id`.execute(tx);
  const people = await peopleByMonth(
    tx,
    rows.flatMap(({ categoryId }) => (categoryId ? [categoryId] : [])),
  );
  const held = monthlyRoles(actor);
  return rows.map(({ changed_at, categoryId, ...row }) => ({
    ...row,
    changedAt: changed_at.toISOString(),
    people: (categoryId && people.get(categoryId)) || [],
    steps: openSteps(lifeCycle, row.state, held),
  }));
}

export const yearOf = (tx: Tx, actor: Actor, year: number) => linesOf(tx, actor, sql<boolean>`m.year = ${year}`);

/** @throws not_found */
export async function monthlyNow(tx: Tx, actor: Actor, id: string): Promise<MonthlyItem> {
  const [one] = await linesOf(tx, actor, sql<boolean>`m.id = ${id}`);
  if (!one) throw problem('not_found');
  return one;
}

/** Each category with every one above it, and itself. */
const upwards = sql`recursive up (id, top) as (
  select id, id from category union all select u.id, c.parent_id from up u join category c on c.id = u.top where c.parent_id is not null)`;

type Counts = Map<string, { month: Month; people: number }[]>;

/** Of the categories and all below them; a month in which nobody told of one is there with 0. */
async function peopleByMonth(tx: Tx, categories: readonly string[]): Promise<Counts> {
  if (categories.length === 0) return new Map();
  const months = monthsFrom(addMonths(monthOf(tx.now), -SHOWN), monthOf(tx.now));
  const { rows } = await sql<{ id: string; month: Month; people: number }>`
    with ${upwards} select u.top as id, to_char(w.day, 'YYYY-MM') as month, sum(w.people)::int as people
      from warning_day w join up u on u.id = w.category_id
     where u.top = any(${[...categories]}::uuid[]) and w.day >= ${firstDay(months[0]!)}::date group by 1, 2`.execute(
    tx,
  );
  const of = (id: string, month: Month) => rows.find((row) => row.id === id && row.month === month)?.people ?? 0;
  return new Map(categories.map((id) => [id, months.map((month) => ({ month, people: of(id, month) }))]));
}

/** Categories that are not divided any further: what a unit can set about. */
const leaf = (today: string) => sql<boolean>`(c.valid_to is null or c.valid_to > ${today})
  and not exists (select from category d where d.parent_id = c.id and (d.valid_to is null or d.valid_to > ${today}))`;

/** What the last twelve months say of each category, and of the planned month a year before. */
export async function pastOf(tx: Tx, planned: Month): Promise<Past[]> {
  const from = firstDay(addMonths(monthOf(tx.now), -SHOWN));
  const before = addMonths(planned, -SHOWN);
  const known = before >= addMonths(monthOf(tx.now), -SHOWN) && before < monthOf(tx.now);
  const meant = await meantBy(tx, from);
  const { rows } = await sql<Past>`
    with ${upwards},
    told as (select u.top as id, sum(w.people) filter (where w.day < ${dayOf(tx.now)}::date)::int as people,
                    sum(w.people) filter (where to_char(w.day, 'YYYY-MM') = ${before})::int as same
               from warning_day w join up u on u.id = w.category_id where w.day >= ${from}::date group by 1),
    said as (select distinct on (b.signal_id) b.signal_id as id, b.solved from signal_callback b
              where b.at >= ${from}::date and b.reached and b.solved is not null order by b.signal_id, b.at desc, b.id desc),
    asked as (select u.top as id, count(*)::int as n, sum(case said.solved when 'yes' then 1 when 'partly' then 0.5 else 0 end)::float8 as solved
                from said join signal s on s.id = said.id left join signal_category d on d.signal_id = s.id and d.closed_at is null
                left join jsonb_to_recordset(${JSON.stringify(meant)}::jsonb) as m(words text, id uuid) on m.words = btrim(s.category)
                join up u on u.id = coalesce(d.category_id, m.id) group by 1)
    select c.id, c.name, coalesce(told.people, 0) as people, ${known ? sql`coalesce(told.same, 0)` : sql`null::int`} as "sameMonth",
           coalesce(asked.n, 0) as asked, coalesce(asked.solved, 0)::float8 as solved
      from category c left join told on told.id = c.id left join asked on asked.id = c.id where ${leaf(dayOf(tx.now))}`.execute(
    tx,
  );
  return rows;
}
