/** The past tickets a model of categories learns from, the newest first, in batches that leave the database to others. */
import { sql } from 'kysely';
import { type City, transact } from '#platform/city.ts';
import type { Tx } from '#platform/db.ts';
import { allAliases, allCategories } from '#triage/category/category.store.ts';
import { categoryFinder, pathOf } from '#triage/category/category.ts';
import { labelsOf, MOST_EXAMPLES, wordsToRead } from '#triage/category/learn.ts';
import type { Example, Lesson } from '#triage/category/lesson.ts';

const BATCH = 1_000;
/** So many tickets are looked through, the newest first: older ones tell of another city. */
const LOOKED_AT = 300_000;

type Row = {
  id: string;
  at: string;
  title: string | null;
  words: string;
  category: string | null;
  decided: string | null;
};

/**
 * The label is the category that a person decided on, else what the file's text means.
 * Erased and divided tickets teach nothing: of the first nothing is left, of the second the words hold two matters.
 * @returns batches of up to 1,000, at most 400 of each category
 */
async function* examples(city: City): AsyncGenerator<Example[]> {
  const { find, open } = await transact(city, async (tx) => {
    const list = await allCategories(tx);
    return { find: categoryFinder(list, await allAliases(tx)), open: new Set(list.map(({ id }) => id)) };
  });
  const taken = new Map<string, number>();
  let after: { at: string; id: string } | undefined;
  for (let looked = 0; looked < LOOKED_AT; looked += BATCH) {
    const rows = await transact(city, (tx) => batch(tx, after));
    const last = rows.at(-1);
    const found = rows.flatMap(({ id, title, words, category, decided }): Example[] => {
      const label = decided ?? (category === null ? undefined : find(category));
      if (label === undefined || label === 'several' || !open.has(label)) return [];
      const before = taken.get(label) ?? 0;
      if (before >= MOST_EXAMPLES) return [];
      taken.set(label, before + 1);
      return [{ id, words: wordsToRead(title, words), label }];
    });
    if (found.length > 0) yield found;
    if (!last || rows.length < BATCH) return;
    after = { at: last.at, id: last.id };
  }
}

async function batch(tx: Tx, after: { at: string; id: string } | undefined): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select s.id, s.received_at::text as at, s.title, s.words, nullif(btrim(s.category), '') as category, d.category_id as decided
      from signal s left join signal_category d on d.signal_id = s.id and d.closed_at is null
     where s.erased_at is null and (s.divided_from is null or d.category_id is not null)
       and ${after ? sql`(s.received_at, s.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql`true`}
     order by s.received_at desc, s.id desc limit ${BATCH}`.execute(tx);
  return rows;
}

async function count(tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from signal s where s.erased_at is null
       and (nullif(btrim(s.category), '') is not null
         or exists (select from signal_category d where d.signal_id = s.id and d.closed_at is null))`.execute(tx);
  return rows[0]!.n;
}

/** Too few of one category: learned as the one above it. */
async function labels(tx: Tx, counts: ReadonlyMap<string, number>): Promise<Map<string, string | null>> {
  const nodes = new Map((await allCategories(tx)).map((one) => [one.id, one]));
  const parents = new Map(
    [...counts.keys()].flatMap((id) => pathOf(nodes, id).map((one) => [one.id, one.parentId] as const)),
  );
  return labelsOf(counts, parents);
}

export const categoryLesson: Lesson = { examples, labels, count };
