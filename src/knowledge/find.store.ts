/** Looking for an answer while the caller speaks: rare pairs of what was said collect phrases, and these are judged as a whole. */
import { sql } from 'kysely';
import type { Day } from '#clock/day.ts';
import { type Phrases, rank } from '#knowledge/alike.ts';
import type { FoundEntry } from '#knowledge/knowledge.api.ts';
import { isDue } from '#knowledge/knowledge.ts';
import type { Tx } from '#platform/db.ts';
import { indexGrams } from '#text/bigrams.ts';

/** As many as stand beside an entry without scrolling, each with a key of its own. */
const SHOWN = 4;
/** Callers come to what they ask within as many characters. */
const WORDS_READ = 1_000;
/** So many phrases are collected by the rarest pairs, and so many entries of these are judged: 5 ms each. */
const COLLECTED = 5_000;
const JUDGED = 60;

/** What is published under this entry is found from now on by these phrases alone; without phrases it is not found. */
export async function indexPhrases(tx: Tx, entryId: string, phrases: readonly string[]): Promise<void> {
  const rows = phrases.flatMap((words, phrase) => [...indexGrams(words)].map((gram) => ({ gram, phrase })));
  // Counts are taken in the order of the pairs, so that two who publish at once wait and do not block one another.
  await sql`
    with gone as (delete from knowledge_gram where entry_id = ${entryId} returning gram)
    update knowledge_gram_count c set phrases = c.phrases - g.n from (
      select x.gram, count(*)::int as n from gone x group by x.gram) g where c.gram = g.gram`.execute(tx);
  await sql`
    with said as (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g(gram int, phrase int)),
         written as (insert into knowledge_gram (gram, entry_id, phrase) select gram, ${entryId}, phrase from said)
    insert into knowledge_gram_count as c (gram, phrases) select gram, count(*)::int from said group by gram order by gram
    on conflict (gram) do update set phrases = c.phrases + excluded.phrases`.execute(tx);
}

type Row = Omit<FoundEntry, 'due' | 'alike'> & Phrases & { reviewOn: Day; validTo: Day | null };

/** Published entries that are valid on the day, the most alike first: at most four. */
export async function findEntries(tx: Tx, words: string, today: Day): Promise<FoundEntry[]> {
  const said = [...indexGrams(words.slice(0, WORDS_READ))];
  const { rows: counts } = await sql<{ gram: number; phrases: number }>`
    select gram, phrases from knowledge_gram_count where gram = any(${said}::int[]) and phrases > 0 order by phrases, gram`.execute(
    tx,
  );
  let sum = 0;
  const rare = counts.filter(({ phrases }, i) => {
    sum += phrases;
    return i < 2 || sum <= COLLECTED;
  });
  if (rare.length === 0) return [];
  const { rows } = await sql<Row>`
    with met as (
      select g.entry_id, sum(1 / sqrt(r.phrases)) as weight
        from unnest(${rare.map(({ gram }) => gram)}::int[], ${rare.map(({ phrases }) => phrases)}::int[]) as r(gram, phrases)
        join knowledge_gram g on g.gram = r.gram group by g.entry_id, g.phrase), best as (
      select entry_id, max(weight) as weight from met group by entry_id order by weight desc, entry_id limit ${JUDGED})
    select e.id, e.number, v.question, v.wordings, v.answer, v.basis, a.name as area, u.short_name as unit,
           to_char(e.review_on, 'YYYY-MM-DD') as "reviewOn", to_char(v.valid_to, 'YYYY-MM-DD') as "validTo"
      from best b join knowledge_entry e on e.id = b.entry_id join knowledge_version v on v.id = e.current_id
      join unit u on u.id = e.owner_unit left join area a on a.id = v.area_id
     where e.state = 'published' and v.valid_from <= ${today}::date and coalesce(v.valid_to >= ${today}::date, true)`.execute(
    tx,
  );
  const phrasesWith = new Map(counts.map(({ gram, phrases }) => [gram, phrases]));
  return rank(said.length, phrasesWith, rows)
    .slice(0, SHOWN)
    .map(({ alike, of: { reviewOn, validTo, wordings: _, ...row } }) => ({
      ...row,
      alike,
      due: isDue({ state: 'published', reviewOn, validTo }, today),
    }));
}
