/** Open tasks stand still with their problem, and go on with it. */
import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';

/** Those of a problem but the ones that stand still by a request of their own. */
export async function openPieces(tx: Tx, problemId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select t.id from task t
     where t.problem_id = ${problemId} and t.state in ('given', 'working', 'submitted') and not exists (
       select from time_request r where r.thing = t.id and r.kind = 'suspension' and r.state = 'granted') order by t.id`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}

export async function problemOfPiece(tx: Tx, taskId: string): Promise<string | null> {
  const row = await tx.selectFrom('task').select('problem_id').where('id', '=', taskId).executeTakeFirst();
  return row?.problem_id ?? null;
}
