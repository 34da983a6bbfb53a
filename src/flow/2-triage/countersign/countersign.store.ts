/** Countersigning units of a problem with all that they said, and the rule that waits for them. */
import { sql } from 'kysely';
import { type Actor, may } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { type Problem, problem } from '#platform/problem.ts';
import {
  type CountersignRule,
  isMet,
  type Standing,
  standingOf,
  type Verdict,
  type Word,
} from '#triage/countersign/countersign.ts';

export type Signer = { assignment: string; unit: string; standing: Standing; last: string | null };

/** Those that are asked now, each with where it stands and the id of what it said last. */
export async function signersOf(tx: Tx, problemId: string): Promise<Signer[]> {
  type Row = Omit<Signer, 'standing'> & { verdict: Verdict | null; settled: Word['settled'] };
  const { rows } = await sql<Row>`
    select a.id as assignment, a.to_unit as unit, s.id as last, s.verdict, s.settled from assignment a
      left join lateral (select * from countersignature s where s.assignment_id = a.id order by s.at desc, s.id desc limit 1) s on true
     where a.problem_id = ${problemId} and a.role = 'countersign' and a.closed_at is null order by a.opened_at, a.id`.execute(
    tx,
  );
  return rows.map(({ assignment, unit, last, verdict, settled }) => ({
    ...{ assignment, unit, last },
    standing: standingOf(verdict ? { verdict, settled } : null),
  }));
}

/** Those of the actor's units that have not yet said what counts. */
export async function askedOf(tx: Tx, actor: Actor, problemId: string): Promise<Signer[]> {
  const open = (await signersOf(tx, problemId)).filter(({ standing }) => ['waiting', 'objecting'].includes(standing));
  return open.filter(({ unit }) => may(actor, 'problem.handle', [unit]));
}

/** Nothing can be said of signers that nobody asked, or of an objection that nobody made. */
export async function noneWhere(tx: Tx, problemId: string, standing?: Standing): Promise<Problem | null> {
  const signers = await signersOf(tx, problemId);
  if (standing) return signers.some((one) => one.standing === standing) ? null : problem('objection_none');
  return signers.length > 0 ? null : problem('countersign_none');
}

export async function ruleOf(tx: Tx, problemId: string): Promise<CountersignRule> {
  const row = await tx.selectFrom('problem').select('countersign_rule').where('id', '=', problemId).executeTakeFirst();
  return row?.countersign_rule ?? 'all';
}

/** The lead cannot report before the rule is met. */
export async function unmet(tx: Tx, problemId: string): Promise<Problem | null> {
  const signers = await signersOf(tx, problemId);
  if (
    isMet(
      await ruleOf(tx, problemId),
      signers.map(({ standing }) => standing),
    )
  )
    return null;
  const waiting = signers.filter(({ standing }) => standing === 'waiting' || standing === 'objecting');
  const { rows } = await sql<{
    names: string;
  }>`select string_agg(short_name, '、' order by short_name) as names from unit
    where id = any(${waiting.map(({ unit }) => unit)}::uuid[])`.execute(tx);
  return problem('countersign_unmet', { units: rows[0]!.names });
}

type New = { id: string; assignment: string; verdict: Verdict; words: string; by: string };

export async function insertWord(tx: Tx, { id, assignment, verdict, words, by }: New): Promise<void> {
  const row = { id, assignment_id: assignment, verdict, words, by_person: by, at: tx.now };
  await tx.insertInto('countersignature').values(row).execute();
}

type Settle = { settled: 'answered' | 'set_aside'; settled_words: string; settled_by: string };

export async function settleWord(tx: Tx, id: string, row: Settle): Promise<void> {
  await tx
    .updateTable('countersignature')
    .set({ ...row, settled_at: tx.now })
    .where('id', '=', id)
    .execute();
}

export type SaidOfSigner = {
  id: string;
  verdict: Verdict;
  words: string;
  by: string;
  at: string;
  settled: { how: 'answered' | 'set_aside'; words: string; by: string; at: string } | null;
};

/** Everything that was said, by assignment, the oldest first; of those that were taken off as well. */
export async function wordsOf(tx: Tx, problemId: string): Promise<Map<string, SaidOfSigner[]>> {
  type Row = Omit<SaidOfSigner, 'at' | 'settled'> & {
    assignment_id: string;
    at: Date;
    settled: Word['settled'];
    settled_words: string;
    settled_by: string;
    settled_at: Date;
  };
  const { rows } = await sql<Row>`
    select s.id, s.assignment_id, s.verdict, s.words, p.name as by, s.at, s.settled, s.settled_words, q.name as settled_by, s.settled_at
      from assignment a join countersignature s on s.assignment_id = a.id join person p on p.id = s.by_person
      left join person q on q.id = s.settled_by where a.problem_id = ${problemId} order by s.at, s.id`.execute(tx);
  const said = new Map<string, SaidOfSigner[]>();
  for (const { assignment_id, at, settled, settled_words, settled_by, settled_at, ...row } of rows) {
    const one = settled && { how: settled, words: settled_words, by: settled_by, at: settled_at.toISOString() };
    said.set(assignment_id, [...(said.get(assignment_id) ?? []), { ...row, at: at.toISOString(), settled: one }]);
  }
  return said;
}

/** A condition on `assignment a`: its unit is asked and has not said what counts. */
export const isAsked = sql<boolean>`a.role = 'countersign' and a.closed_at is null and coalesce((
  select s.settled = 'answered' from countersignature s where s.assignment_id = a.id order by s.at desc, s.id desc limit 1), true)`;
