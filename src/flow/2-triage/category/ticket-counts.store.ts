/** How many past tickets each category has: by what people decided, else by what the file said. */
import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import { allAliases, allCategories } from '#triage/category/category.store.ts';
import { categoryFinder } from '#triage/category/category.ts';

export type TicketCounts = {
  /** Tickets of each category itself, without those below it. */
  tickets: Map<string, number>;
  /** What files said and no category is called, or more than one; the most frequent first. */
  unmatched: { words: string; tickets: number; several: boolean }[];
  /** Tickets of which neither a file nor a person has said a category. */
  untold: number;
};

export async function countTickets(tx: Tx): Promise<TicketCounts> {
  const find = categoryFinder(await allCategories(tx), await allAliases(tx));
  const { rows: told } = await sql<{ words: string | null; n: number }>`
    select nullif(btrim(s.category), '') as words, count(*) as n from signal s
     where not exists (select from signal_category d where d.signal_id = s.id and d.closed_at is null)
     group by 1`.execute(tx);
  const { rows: decided } = await sql<{ id: string; n: number }>`
    select category_id as id, count(*) as n from signal_category where closed_at is null group by 1`.execute(tx);
  const tickets = new Map(decided.map(({ id, n }) => [id, n]));
  const unmatched: TicketCounts['unmatched'] = [];
  let untold = 0;
  for (const { words, n } of told) {
    if (words === null) {
      untold += n;
      continue;
    }
    const found = find(words);
    if (found === undefined || found === 'several') unmatched.push({ words, tickets: n, several: found === 'several' });
    else tickets.set(found, (tickets.get(found) ?? 0) + n);
  }
  unmatched.sort((a, b) => b.tickets - a.tickets || (a.words < b.words ? -1 : 1));
  return { tickets, unmatched, untold };
}
