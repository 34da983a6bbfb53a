/** Which signals stand on which problem: dated edges, at most one open edge a signal. */
import { sql } from 'kysely';
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { problem } from '#platform/problem.ts';
import { signalSeen } from '#signal/signal.scope.ts';
import type { SignalState } from '#signal/signal.ts';

type Seen = {
  id: string;
  number: string;
  state: SignalState;
  urgency: string;
  channel_id: string;
  problem_id: string | null;
};

/** Locks the signals in the order of their ids (two dispatchers never wait for each other in a ring). @throws not_found */
export async function lockSignals(tx: Tx, actor: Actor, ids: string[]): Promise<Seen[]> {
  const unique = [...new Set(ids)];
  const { rows } = await sql<Seen>`
    select s.id, s.number, s.state, s.urgency, s.channel_id,
           (select e.problem_id from signal_problem e where e.signal_id = s.id and e.closed_at is null) as problem_id
      from signal s where s.id = any(${unique}::uuid[]) and ${signalSeen(actor)} order by s.id for update`.execute(tx);
  if (rows.length !== unique.length) throw problem('not_found');
  return rows;
}

/** @throws signal_elsewhere, naming those that are no longer where the decision supposes them. */
export function mustStandAt(signals: Seen[], problemId: string | null): void {
  const wrong = signals.filter(
    (signal) => signal.problem_id !== problemId || (problemId === null && signal.state !== 'untriaged'),
  );
  if (wrong.length === 0) return;
  const numbers = wrong
    .slice(0, 5)
    .map((signal) => signal.number)
    .join('、');
  throw problem(
    'signal_elsewhere',
    { count: wrong.length, numbers },
    { detail: { signals: wrong.map((signal) => signal.id) } },
  );
}

/** Opens an edge for each signal; they are on the problem from now. */
export async function openEdges(
  tx: Tx,
  problemId: string,
  signalIds: string[],
  by: string,
  reason: string,
): Promise<void> {
  if (signalIds.length === 0) return;
  await sql`insert into signal_problem (id, signal_id, problem_id, opened_by, opened_at, reason)
    select e.id, e.signal, ${problemId}, ${by}, ${tx.now}, ${reason}
      from unnest(${signalIds.map(newId)}::uuid[], ${signalIds}::uuid[]) as e(id, signal)`.execute(tx);
  await moveSignals(tx, signalIds, 'gathered');
}

export async function closeEdges(tx: Tx, signalIds: string[], by: string, reason: string): Promise<void> {
  if (signalIds.length === 0) return;
  await tx
    .updateTable('signal_problem')
    .set({ closed_at: tx.now, closed_by: by, close_reason: reason })
    .where('signal_id', 'in', signalIds)
    .where('closed_at', 'is', null)
    .execute();
}

export async function moveSignals(tx: Tx, signalIds: string[], state: SignalState): Promise<void> {
  await tx
    .updateTable('signal')
    .set((eb) => ({ state, version: eb('version', '+', 1) }))
    .where('id', 'in', signalIds)
    .execute();
}

export async function signalsOn(tx: Tx, problemId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('signal_problem')
    .select('signal_id')
    .where('problem_id', '=', problemId)
    .where('closed_at', 'is', null)
    .orderBy('signal_id')
    .execute();
  return rows.map((row) => row.signal_id);
}

/**
 * Counts the problem's signals and reporters anew. A reporter is one person: the same keyed phone or ID number, else the
 * reporter's row (which the two halves of a divided ticket share).
 */
export async function recount(tx: Tx, problemId: string): Promise<number> {
  const { rows } = await sql<{ signals: number }>`
    with mine as (
      select e.signal_id, coalesce(
               (select encode(min(k.key), 'hex') from signal_key k
                 where k.signal_id = e.signal_id and k.kind in ('caller_phone', 'caller_id_number')), s.reporter_id::text) as who
        from signal_problem e join signal s on s.id = e.signal_id where e.problem_id = ${problemId} and e.closed_at is null)
    update problem set signal_count = (select count(*) from mine), reporter_count = (select count(distinct who) from mine)
     where id = ${problemId} returning signal_count as signals`.execute(tx);
  return rows[0]!.signals;
}
