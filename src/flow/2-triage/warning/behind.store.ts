/** The signals behind a warning, and how many told of it day by day. */
import { sql } from 'kysely';
import { addDays, type Day } from '#clock/day.ts';
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { signalSeen } from '#signal/signal.scope.ts';
import { maskWords } from '#text/mask.ts';
import { problemSeen } from '#triage/problem.scope.ts';
import { areaTree, categoryTree, meantBy } from '#triage/warning/day-count.store.ts';
import { type Tree, upwards, type Watched } from '#triage/warning/series.ts';

/** The node and all below it; null: everything. */
const below = (tree: Tree, id: string | null): string[] | null =>
  id === null ? null : [...tree.keys()].filter((one) => upwards(tree, one).includes(id));

export type Reached = { areas: string[] | null; categories: string[] | null };

export const reachedBy = (areas: Tree, categories: Tree, { areaId, categoryId }: Watched): Reached => ({
  areas: below(areas, areaId),
  categories: below(categories, categoryId),
});

export const treesOf = async (tx: Tx) => ({ areas: await areaTree(tx), categories: await categoryTree(tx) });

/** People a day from `from` on, for each of these, in their order: a figure for every day up to `to`. */
export async function peopleByDay(tx: Tx, of: readonly Reached[], from: Day, to: Day): Promise<number[][]> {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  const place = new Map(days.map((day, i) => [day, i]));
  const lists: number[][] = [];
  for (const { areas, categories } of of) {
    const { rows } = await sql<{ day: Day; people: number }>`
      select to_char(day, 'YYYY-MM-DD') as day, sum(people)::int as people from warning_day
       where day between ${from}::date and ${to}::date and (${areas === null} or area_id = any(${areas ?? []}::uuid[]))
         and (${categories === null} or category_id = any(${categories ?? []}::uuid[])) group by 1`.execute(tx);
    const list = new Array<number>(days.length).fill(0);
    for (const { day, people } of rows) list[place.get(day)!] = people;
    lists.push(list);
  }
  return lists;
}

export type Behind = {
  id: string;
  number: string;
  receivedAt: Date;
  words: string;
  problem: { id: string; number: string; title: string } | null;
  waits: boolean;
};

const WORDS = 120;

/** The newest first, of those that the actor sees, from `from` up to the end of `to`. */
export async function signalsBehind(
  tx: Tx,
  actor: Actor,
  { areas, categories }: Reached,
  { from, to, limit }: { from: Day; to: Day; limit: number },
): Promise<Behind[]> {
  const begin = sql`${from}::date::timestamp at time zone 'Asia/Shanghai'`;
  const end = sql`${addDays(to, 1)}::date::timestamp at time zone 'Asia/Shanghai'`;
  const meant = categories === null ? [] : await meantBy(tx, from);
  const { rows } = await sql<Behind & { title: string | null }>`
    select s.id, s.number, s.received_at as "receivedAt", s.title, s.words, s.state = 'untriaged' as waits,
           (select json_build_object('id', p.id, 'number', p.number, 'title', p.title) from signal_problem e join problem p on p.id = e.problem_id
             where e.signal_id = s.id and e.closed_at is null and ${problemSeen(tx, actor)}) as problem
      from signal s left join signal_category d on d.signal_id = s.id and d.closed_at is null
      left join jsonb_to_recordset(${JSON.stringify(meant)}::jsonb) as m(words text, id uuid) on m.words = btrim(s.category)
      left join proposal q on q.signal_id = s.id and q.kind = 'category' and q.decided_at is null
     where s.received_at >= ${begin} and s.received_at < ${end} and ${signalSeen(actor)}
       and (${areas === null} or s.area_id = any(${areas ?? []}::uuid[]))
       and (${categories === null} or coalesce(d.category_id, m.id, (q.answers -> 0 ->> 'id')::uuid) = any(${categories ?? []}::uuid[]))
     order by s.received_at desc, s.id desc limit ${limit}`.execute(tx);
  return rows.map(({ title, ...row }) => ({ ...row, words: maskWords(title ?? row.words).slice(0, WORDS) }));
}
