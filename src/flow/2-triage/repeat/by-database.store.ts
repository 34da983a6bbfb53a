/** Texts that share rare words, found by the search index of the database: while the index in memory is being built. */
import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import { asked, shareOf } from '#signal/search.store.ts';
import { searchTerms } from '#text/words.ts';
import type { Found } from '#triage/repeat/seen.store.ts';

/** Parts of three characters, of so many words at most: enough to hold a place and what is the matter. */
const PART = 3;
const PARTS = 40;
/** Of these the rarest are looked for, and of each no more hits than these are read. */
const RAREST = 6;
const HITS = 400;

/** The texts that hold most of the rarest parts, the latest first among equals. */
export async function nearByDatabase(tx: Tx, words: string, many: number): Promise<Found[]> {
  const parts = partsOf(words);
  const known = await Promise.all(parts.map(async (part) => ({ part, ...(await shareOf(tx, asked(part, []))) })));
  const rarest = known.filter(({ share, rows }) => share * rows <= HITS).sort((a, b) => a.share - b.share);
  const counts = new Map<string, number>();
  for (const { part } of rarest.slice(0, RAREST)) {
    const { rows } = await sql<{ id: string }>`select signal_id as id from signal_search
      where grams @> ${`{${asked(part, []).grams.join(',')}}`}::int4[] limit ${HITS}`.execute(tx);
    for (const { id } of rows) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const ids = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 4 * many);
  const { rows } = await sql<Found>`select e.problem_id as problem, e.signal_id as signal
      from unnest(${ids.map(([id]) => id)}::uuid[]) with ordinality as f(id, n)
      join signal_problem e on e.signal_id = f.id and e.closed_at is null order by f.n limit ${many}`.execute(tx);
  return rows;
}

/** Every three characters in a row of the first words, each once. */
function partsOf(words: string): string[] {
  const parts = new Set<string>();
  for (const term of searchTerms(words.slice(0, 4 * PARTS)))
    for (let at = 0; at + PART <= term.length && parts.size < PARTS; at++) parts.add(term.slice(at, at + PART));
  return [...parts];
}
