/** What is published of problems, as rows; and the names that must not slip into it. */
import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import { openReporter } from '#signal/reporter.store.ts';

type New = { id: string; problemId: string; title: string; words: string; by: string };

export async function insertPublication(tx: Tx, { id, problemId, title, words, by }: New): Promise<void> {
  const row = { id, problem_id: problemId, title, words, by_person: by, at: tx.now };
  await tx.insertInto('problem_publication').values(row).execute();
}

/** @returns false where none was open. */
export async function endPublication(tx: Tx, problemId: string, by: string, reason: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('problem_publication')
    .set({ ended_by: by, ended_at: tx.now, end_reason: reason })
    .where('problem_id', '=', problemId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** A problem of more reporters is read for these alone: each name is opened with the city's key. */
const REPORTERS_MOST = 2_000;

/** Full names of two characters or more: reporters of its signals, and whoever did something with it or with them. */
export async function namesOnProblem(tx: Tx, problemId: string): Promise<string[]> {
  const { rows: sealed } = await sql<{ id: string; name_sealed: Buffer }>`
    select distinct r.id, r.name_sealed from signal_problem e join signal s on s.id = e.signal_id join reporter r on r.id = s.reporter_id
     where e.problem_id = ${problemId} and e.closed_at is null and r.name_sealed is not null limit ${REPORTERS_MOST}`.execute(
    tx,
  );
  const none = { phone_sealed: null, id_number_sealed: null, address_sealed: null };
  const { rows: staff } = await sql<{ name: string }>`
    select distinct p.name from ledger l join person p on p.id = l.actor where l.thing = ${problemId}
       or l.thing in (select signal_id from signal_problem where problem_id = ${problemId} limit ${REPORTERS_MOST})`.execute(
    tx,
  );
  const names = [...sealed.map((row) => openReporter(tx, { ...row, ...none }).name), ...staff.map(({ name }) => name)];
  return [...new Set(names.map((name) => name.trim()).filter((name) => [...name].length > 1))];
}
