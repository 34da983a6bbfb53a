/** What a problem is about, and where: as most of its signals say. */
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import { allCategories } from '#triage/category/category.store.ts';
import { labelFinder } from '#triage/duty/label.store.ts';

export type ProblemMatter = {
  problemId: string;
  /** As people decided it, or as the file of its signals said it. */
  categoryId: string | null;
  /** Where neither is known: the surest proposal that waits. A person has not seen it. */
  guessedId: string | null;
  areaId: string | null;
  /** Its title and statement and what its signals say, for lines that name a matter by words; never shown. */
  words: string;
};

/** Words of so many signals are read, and so much of each. */
const SIGNALS = 20;
const CHARACTERS = 2_000;

/** `label` of `problem p`: the category that most of its signals have, as people decided it or as their file said it. */
const labelOfProblem = sql`
        select coalesce(c.category_id::text, nullif(btrim(s.category), '')) as label
          from signal_problem e join signal s on s.id = e.signal_id
          left join signal_category c on c.signal_id = e.signal_id and c.closed_at is null
         where e.problem_id = p.id and e.closed_at is null and coalesce(c.category_id::text, nullif(btrim(s.category), '')) is not null
         group by 1 order by count(*) desc, 1 limit 1`;

type Row = Omit<ProblemMatter, 'categoryId'> & { label: string | null };

/** @param problems a query for ids of problems, as `select id …` */
export async function mattersOfProblems(tx: Tx, problems: RawBuilder<unknown>): Promise<ProblemMatter[]> {
  const { rows } = await sql<Row>`
    select p.id as "problemId", c.label, g.id as "guessedId", coalesce(p.area_id, a.area_id) as "areaId",
           concat_ws(' ', p.title, p.statement, w.words) as words
      from problem p
      left join lateral (${labelOfProblem}) c on true
      left join lateral (
        select (o.answers->0->>'id')::uuid as id from signal_problem e
          join proposal o on o.signal_id = e.signal_id and o.kind = 'category' and o.decided_at is null
         where e.problem_id = p.id and e.closed_at is null and jsonb_array_length(o.answers) > 0
         order by (o.answers->0->>'confidence')::float desc, o.id limit 1) g on true
      left join lateral (
        select s.area_id from signal_problem e join signal s on s.id = e.signal_id
         where e.problem_id = p.id and e.closed_at is null and s.area_id is not null
         group by s.area_id order by count(*) desc, s.area_id limit 1) a on true
      left join lateral (
        select string_agg(x.words, ' ') as words from (
          select concat_ws(' ', s.title, left(s.words, ${CHARACTERS})) as words
            from signal_problem e join signal s on s.id = e.signal_id
           where e.problem_id = p.id and e.closed_at is null order by s.received_at limit ${SIGNALS}) x) w on true
     where p.id in (${problems})`.execute(tx);
  const find = await labelFinder(tx);
  return rows.map(({ label, ...row }) => ({ ...row, categoryId: find(label) }));
}

export async function matterOfProblem(tx: Tx, problemId: string): Promise<ProblemMatter> {
  const [matter] = await mattersOfProblems(tx, sql`${problemId}::uuid`);
  return matter!;
}

/** What these problems are about, each with the categories above it, the nearest first; those of which nothing is known are left out. */
export async function categoriesOfProblems(tx: Tx, problems: RawBuilder<unknown>): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ id: string; label: string }>`
    select p.id, c.label from problem p join lateral (${labelOfProblem}) c on true where p.id in (${problems})`.execute(
    tx,
  );
  if (rows.length === 0) return new Map();
  const find = await labelFinder(tx);
  const above = new Map((await allCategories(tx, { closed: true })).map(({ id, parentId }) => [id, parentId]));
  const upward = (id: string | null | undefined): string[] => (id ? [id, ...upward(above.get(id))] : []);
  return new Map(rows.map(({ id, label }) => [id, upward(find(label))]));
}
