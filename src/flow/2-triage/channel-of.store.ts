/** By which channel a problem came in: as most of its signals did, of those that came in equally often the first. */
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#platform/db.ts';

/** @param problems a query for ids of problems */
export async function channelsOfProblems(tx: Tx, problems: RawBuilder<unknown>): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; channel: string }>`
    select distinct on (e.problem_id) e.problem_id as id, s.channel_id as channel
      from signal_problem e join signal s on s.id = e.signal_id
     where e.problem_id in (${problems}) and e.closed_at is null
     group by e.problem_id, s.channel_id order by e.problem_id, count(*) desc, min(s.received_at), s.channel_id`.execute(
    tx,
  );
  return new Map(rows.map(({ id, channel }) => [id, channel]));
}

export const channelOfProblem = async (tx: Tx, problemId: string): Promise<string | null> =>
  (await channelsOfProblems(tx, sql`${problemId}::uuid`)).get(problemId) ?? null;
