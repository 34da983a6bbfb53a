/** What the index has found, as the database has it now and as far as the actor may see it. */
import { sql } from 'kysely';
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { signalSeen } from '#signal/signal.scope.ts';
import { problemSeen } from '#triage/problem.scope.ts';
import type { ProblemState } from '#triage/problem.ts';
import { recent } from '#triage/repeat/texts.store.ts';

export type Found = { problem: string; signal: string | null };
export type SeenText = Found & { words: string; place: string | null; at: Date };

/** Longer texts are compared by their beginning. */
const READ = 1_200;

/**
 * Of the texts found, in their order, the first `limit` that may be shown: nothing erased, taken out or closed long ago,
 * no problem and no signal that the actor does not see; no secret one where `open` asks for what all may read.
 */
export async function seenTexts(
  tx: Tx,
  actor: Actor,
  found: readonly Found[],
  { limit, open }: { limit: number; open: boolean },
): Promise<SeenText[]> {
  const { rows } = await sql<SeenText>`
    select p.id as problem, s.id as signal, coalesce(s.received_at, p.made_at) as at, s.place,
           left(case when s.id is null then concat_ws(E'\n', p.title, p.statement) else concat_ws(E'\n', s.title, s.words) end, ${READ}) as words
      from unnest(${found.map(({ problem }) => problem)}::uuid[], ${found.map(({ signal }) => signal)}::uuid[]) with ordinality as f(problem, signal, n)
      join problem p on p.id = f.problem and ${recent(tx)} and ${problemSeen(tx, actor)}
      left join signal s on s.id = f.signal and s.erased_at is null and ${open ? sql`not s.secret` : signalSeen(actor)}
       and exists (select from signal_problem e where e.signal_id = s.id and e.problem_id = p.id and e.closed_at is null)
     where f.signal is null or s.id is not null
     order by f.n limit ${limit}`.execute(tx);
  return rows;
}

export type Facts = {
  id: string;
  number: string;
  title: string;
  state: ProblemState;
  signals: number;
  last_at: Date | null;
};

/** What a line says of these problems; the last signal is the one that was gathered last. */
export async function factsOf(tx: Tx, problems: readonly string[]): Promise<Map<string, Facts>> {
  const { rows } = await sql<Facts>`
    select p.id, p.number, p.title, p.state, p.signal_count as signals,
           (select s.received_at from signal_problem e join signal s on s.id = e.signal_id
             where e.problem_id = p.id and e.closed_at is null order by e.id desc limit 1) as last_at
      from problem p where p.id = any(${problems}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}
