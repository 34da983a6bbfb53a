/** Runs of procedures as rows: begun, locked for a decision, and the steps they have given. */
import { sql } from 'kysely';
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { numberOfYear } from '#platform/number.ts';
import { problem } from '#platform/problem.ts';
import { runSeen } from '#procedure/procedure.scope.ts';
import type { AboutKind, RunState } from '#procedure/procedure.ts';

export type RunRow = {
  id: string;
  number: string;
  state: RunState;
  procedure_id: string;
  version_id: string;
  about_kind: AboutKind | null;
  about_id: string | null;
  about_name: string | null;
  unit_id: string;
  responsible_id: string;
  second_id: string;
  started_by: string | null;
  notice: Notice | null;
  version: number;
};

/** What the step given to many says this time. */
export type Notice = { title: string; words: string; evidenceAsked: string; unitOfTime: string; budget: number };

const columns = sql`n.id, n.number, n.state, n.procedure_id, n.version_id, n.about_kind, n.about_id, n.about_name, n.unit_id,
  n.responsible_id, n.second_id, n.started_by, n.notice, n.version`;

/** Held against other verbs and against the program, which takes its next step. @throws not_found */
export async function lockRun(tx: Tx, actor: Actor, id: string): Promise<RunRow> {
  const { rows } =
    await sql<RunRow>`select ${columns} from procedure_run n where n.id = ${id} and ${runSeen(actor)} for update of n`.execute(
      tx,
    );
  if (!rows[0]) throw problem('not_found');
  return rows[0];
}

/** Those of them that still run, held one after the other in the order of their ids. */
export async function lockRunning(tx: Tx, ids: readonly string[]): Promise<RunRow[]> {
  const { rows } = await sql<RunRow>`select ${columns} from procedure_run n
    where n.id = any(${[...ids]}::uuid[]) and n.state = 'running' order by n.id for update`.execute(tx);
  return rows;
}

/** The run, if it runs: it does not end or move meanwhile, and others may give its list beside us. */
export async function shareRunning(tx: Tx, id: string): Promise<RunRow | undefined> {
  const { rows } =
    await sql<RunRow>`select ${columns} from procedure_run n where n.id = ${id} and n.state = 'running' for share`.execute(
      tx,
    );
  return rows[0];
}

type New = Omit<RunRow, 'number' | 'state' | 'version'> & { reason: string };

export async function insertRun(tx: Tx, run: New): Promise<RunRow> {
  const { rows } = await sql<RunRow>`
    insert into procedure_run as n (id, number, procedure_id, version_id, state, about_kind, about_id, about_name, unit_id, responsible_id,
        second_id, started_by, started_at, reason, notice, changed_at)
    values (${run.id}, ${numberOfYear('L', tx.now, 'procedure_run_number', 5)},
      ${run.procedure_id}, ${run.version_id}, 'running', ${run.about_kind}, ${run.about_id}, ${run.about_name}, ${run.unit_id},
      ${run.responsible_id}, ${run.second_id}, ${run.started_by}, ${tx.now}, ${run.reason},
      ${run.notice && JSON.stringify(run.notice)}::jsonb, ${tx.now})
    returning ${columns}`.execute(tx);
  return rows[0]!;
}

type Change = { state?: RunState; version_id?: string; ended_at?: Date; ended_by?: string | null; end_reason?: string };

export async function writeRun(tx: Tx, id: string, change: Change): Promise<number> {
  const { version } = await tx
    .updateTable('procedure_run')
    .set((eb) => ({ ...change, changed_at: tx.now, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

/** The steps given so far, and whether each is done. */
export async function givenSteps(tx: Tx, runId: string): Promise<Map<string, boolean>> {
  const rows = await tx
    .selectFrom('procedure_run_step')
    .select(['key', 'done_at'])
    .where('run_id', '=', runId)
    .execute();
  return new Map(rows.map(({ key, done_at }) => [key, done_at !== null]));
}

export async function insertGiven(
  tx: Tx,
  runId: string,
  { key, title }: { key: string; title: string },
): Promise<void> {
  await tx.insertInto('procedure_run_step').values({ run_id: runId, key, title, given_at: tx.now }).execute();
}

/** Steps given, not marked yet, of which no task is open and nobody listed still waits: done from now on. */
export async function markDone(tx: Tx, runId: string): Promise<{ key: string; title: string }[]> {
  const { rows } = await sql<{ key: string; title: string }>`
    update procedure_run_step g set done_at = ${tx.now}
     where g.run_id = ${runId} and g.done_at is null
       and not exists (select from task t join procedure_step s on s.id = t.step_id and s.key = g.key
            where t.run_id = ${runId} and t.state in ('given', 'working', 'submitted'))
       and not exists (select from procedure_audience a where a.run_id = ${runId} and a.task_id is null
            and exists (select from procedure_step s join procedure_run n on n.id = ${runId} and s.version_id = n.version_id
              where s.key = g.key and s.who = 'listed'))
    returning g.key, g.title`.execute(tx);
  return rows;
}

/** Running runs whose list is not given out to its end. */
export async function waitingLists(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct a.run_id as id from procedure_audience a join procedure_run n on n.id = a.run_id and n.state = 'running'
     where a.task_id is null`.execute(tx);
  return rows.map(({ id }) => id);
}
