/** Causes as rows: the tree under a problem, one locked for a decision, and its records. */
import { sql } from 'kysely';
import { problemsOf } from '#cause/cause.scope.ts';
import type { CauseKind, CauseState, Layer, Side } from '#cause/cause.ts';
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { problem } from '#platform/problem.ts';

export type CauseRow = {
  id: string;
  layer: Layer;
  kind: CauseKind;
  words: string;
  parent_id: string | null;
  state: CauseState;
  version: number;
};

/** A cause under a problem that the actor sees, locked for a decision. @throws not_found */
export async function lockCause(tx: Tx, actor: Actor, id: string): Promise<{ cause: CauseRow; problems: string[] }> {
  const cause = await tx
    .selectFrom('cause')
    .select(['id', 'layer', 'kind', 'words', 'parent_id', 'state', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  const { all, seen } = await problemsOf(tx, actor, id);
  if (!cause || !seen) throw problem('not_found');
  return { cause: cause as CauseRow, problems: all };
}

type New = Pick<CauseRow, 'id' | 'layer' | 'kind' | 'words' | 'parent_id'> & { by: string };

export async function insertCause(tx: Tx, { by, ...row }: New): Promise<void> {
  await tx
    .insertInto('cause')
    .values({ ...row, state: 'unverified', made_by: by, made_at: tx.now, changed_at: tx.now })
    .execute();
}

export type CauseChange = Partial<Pick<CauseRow, 'layer' | 'kind' | 'words' | 'parent_id' | 'state'>> & {
  merged_into?: string;
};

/** Writes a change and counts the version up. */
export async function writeCause(tx: Tx, id: string, change: CauseChange): Promise<number> {
  const { version } = await tx
    .updateTable('cause')
    .set((eb) => ({ ...change, changed_at: tx.now, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

export async function insertCauseDecision(
  tx: Tx,
  row: { id: string; causeId: string; step: 'confirm' | 'refute' | 'doubt'; by: string; words: string },
): Promise<void> {
  const { id, causeId: cause_id, step, by: by_person, words } = row;
  await tx.insertInto('cause_decision').values({ id, cause_id, step, by_person, words, at: tx.now }).execute();
}

/** Opens the edge, where it is not open already. @returns whether it is new */
export async function linkProblem(tx: Tx, problemId: string, causeId: string, by: string, reason: string) {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('problem_cause')
    .values({ id: newId(), problem_id: problemId, cause_id: causeId, opened_by: by, opened_at: tx.now, reason })
    .onConflict((conflict) => conflict.columns(['problem_id', 'cause_id']).where('closed_at', 'is', null).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Closes open edges of a cause: to one problem, or to all. @returns the problems it stood under */
export async function unlinkProblems(tx: Tx, causeId: string, by: string, reason: string, problemId?: string) {
  let query = tx
    .updateTable('problem_cause')
    .set({ closed_by: by, closed_at: tx.now, close_reason: reason })
    .where('cause_id', '=', causeId)
    .where('closed_at', 'is', null);
  if (problemId) query = query.where('problem_id', '=', problemId);
  const rows = await query.returning('problem_id').execute();
  return rows.map((row) => row.problem_id);
}

/** The problems directly above a cause. */
export async function rootsOf(tx: Tx, causeId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('problem_cause')
    .select('problem_id')
    .where('cause_id', '=', causeId)
    .where('closed_at', 'is', null)
    .execute();
  return rows.map((row) => row.problem_id);
}

/**
 * One change of trees at a time in a city: whether a circle would close cannot be told by locking the nodes alone, and
 * people hang nodes by hand.
 */
export async function lockTrees(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('cause-trees:' || ${tx.city.slug}, 0))`.execute(tx);
}

/** Whether `below` hangs, however deep, under `top`, or is it. */
export async function hangsUnder(tx: Tx, below: string, top: string): Promise<boolean> {
  const { rows } = await sql<{ under: boolean }>`
    with recursive above as (select id, parent_id from cause where id = ${below}
      union select c.id, c.parent_id from cause c join above a on c.id = a.parent_id)
    select exists (select from above where id = ${top}) as under`.execute(tx);
  return rows[0]!.under;
}

/** Children and measures that would be left hanging without it. */
export async function hangingOn(tx: Tx, causeId: string): Promise<{ children: number; measures: number }> {
  const { rows } = await sql<{ children: number; measures: number }>`
    select (select count(*)::int from cause where parent_id = ${causeId} and state not in ('withdrawn', 'merged')) as children,
           (select count(*)::int from measure_cause e join measure m on m.id = e.measure_id
             where e.cause_id = ${causeId} and e.closed_at is null and m.state <> 'dropped') as measures`.execute(tx);
  return rows[0]!;
}

/** What hangs on one cause hangs on the other from now on. @returns the children that moved */
export async function moveChildren(tx: Tx, from: string, to: string): Promise<string[]> {
  const rows = await tx
    .updateTable('cause')
    .set((eb) => ({ parent_id: to, changed_at: tx.now, version: eb('version', '+', 1) }))
    .where('parent_id', '=', from)
    .returning('id')
    .execute();
  await tx.updateTable('cause').set({ merged_into: to }).where('merged_into', '=', from).execute();
  return rows.map((row) => row.id);
}

export type EvidenceRow = {
  id: string;
  causeId: string;
  side: Side;
  words: string;
  file: { hash: string; name: string; type: string; size: number } | null;
  by: string;
};

export async function insertCauseEvidence(tx: Tx, { id, causeId, side, words, file, by }: EvidenceRow): Promise<void> {
  const stored = { file_hash: file?.hash ?? null, file_name: file?.name ?? null, type: file?.type ?? null };
  await tx
    .insertInto('cause_evidence')
    .values({ id, cause_id: causeId, side, words, ...stored, size: file?.size ?? null, by_person: by, at: tx.now })
    .execute();
}

/** @throws not_found */
export async function findCauseEvidence(tx: Tx, id: string) {
  const row = await tx.selectFrom('cause_evidence').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw problem('not_found');
  return row;
}

/** Whether a file is evidence of a cause: then it is not one citizen's alone, and stays when that citizen's content is erased. */
export async function isCauseEvidence(tx: Tx, hash: string): Promise<boolean> {
  const row = await tx.selectFrom('cause_evidence').select('id').where('file_hash', '=', hash).executeTakeFirst();
  return row !== undefined;
}

export async function withdrawEvidence(tx: Tx, id: string, by: string): Promise<void> {
  await tx
    .updateTable('cause_evidence')
    .set({ withdrawn_by: by, withdrawn_at: tx.now })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .execute();
}
