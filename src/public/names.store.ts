/** Names of people that stand in words meant for the public: of staff, and of whoever else reported the same problem. */
import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import { namesOnProblem } from '#triage/publication.store.ts';

/** Full names of two characters or more that occur in the text; all staff are looked through. */
export async function namesIn(tx: Tx, text: string, problemId: string | null): Promise<string[]> {
  if (text.trim() === '') return [];
  const { rows } = await sql<{ name: string }>`
    select distinct name from person where length(name) > 1 and position(name in ${text}::text) > 0`.execute(tx);
  const others = problemId ? await namesOnProblem(tx, problemId) : [];
  return [...new Set([...rows.map(({ name }) => name), ...others.filter((name) => text.includes(name))])];
}
