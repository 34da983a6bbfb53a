/** What a problem is about, and where: as most of its signals say. */
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#platform/db.ts';

/**
 * The decided categories of signals count; where none is decided, those proposed for them. `words`: its title, statement
 * and what its signals say, for lines that name a matter by words; never shown.
 */
export type ProblemMatter = { problemId: string; categoryId: string | null; areaId: string | null; words: string };

/** @param problems a query for ids of problems, as `select id …` */
export async function mattersOfProblems(tx: Tx, problems: RawBuilder<unknown>): Promise<ProblemMatter[]> {
  const { rows } = await sql<ProblemMatter>`
    select p.id as "problemId", c.category_id as "categoryId", coalesce(p.area_id, a.area_id) as "areaId",
           concat_ws(' ', p.title, p.statement, w.words) as words
      from problem p
      left join lateral (
        select c.category_id from signal_problem e join signal_category c on c.signal_id = e.signal_id and c.closed_at is null
         where e.problem_id = p.id and e.closed_at is null
         group by c.category_id order by count(*) desc, c.category_id limit 1) c on true
      left join lateral (
        select s.area_id from signal_problem e join signal s on s.id = e.signal_id
         where e.problem_id = p.id and e.closed_at is null and s.area_id is not null
         group by s.area_id order by count(*) desc, s.area_id limit 1) a on true
      left join lateral (
        select string_agg(x.words, ' ') as words from (
          select concat_ws(' ', s.title, left(s.words, 2000)) as words from signal_problem e join signal s on s.id = e.signal_id
           where e.problem_id = p.id and e.closed_at is null order by s.received_at limit 20) x) w on true
     where p.id in (${problems})`.execute(tx);
  return rows;
}

export async function matterOfProblem(tx: Tx, problemId: string): Promise<ProblemMatter> {
  const [matter] = await mattersOfProblems(tx, sql`${problemId}::uuid`);
  return matter!;
}
