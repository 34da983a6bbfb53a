/** 撤回: the last step of a problem, as long as nobody has acted on it since, and undoing what it wrote. */
import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import { type ProblemState, type ProblemStep, states } from '#triage/problem.ts';

/** These leave a problem where it is: whoever did the step before may still take it back. */
const beside = [
  ...['problem.share', 'problem.unshare', 'problem.read', 'problem.urge', 'problem.object'],
  ...['problem.moveDeadline', 'rung.fire'],
];

export type Last = {
  step: ProblemStep;
  actor: string | null;
  from: ProblemState;
  to: ProblemState;
  data: Record<string, string | undefined>;
  /** Id of the decision. */
  request: string | null;
  at: Date;
};

/** What was done last, where it moved the problem on. */
export async function lastStep(tx: Tx, problemId: string): Promise<Last | null> {
  const { rows } = await sql<{
    verb: string;
    actor: string | null;
    data: Last['data'];
    request: string | null;
    at: Date;
  }>`
    select verb, actor, data, request, at from ledger where thing = ${problemId} and verb <> all(${beside})
     order by seq desc limit 1`.execute(tx);
  const row = rows[0];
  if (!row || !isState(row.data.from) || !isState(row.data.to)) return null;
  const { actor, data, request, at } = row;
  return {
    step: row.verb.split('.')[1] as ProblemStep,
    actor,
    from: data.from as ProblemState,
    to: data.to as ProblemState,
    data,
    request,
    at,
  };
}

const isState = (word: string | undefined): boolean => word !== undefined && word in states;

/** An assignment that nobody signed for is no assignment any more; it is kept apart from those that were. */
export async function retractAssignment(tx: Tx, id: string): Promise<void> {
  await sql`with gone as (delete from assignment where id = ${id} and signed_at is null returning *)
    insert into retracted_assignment (id, problem_id, to_unit, role, opened_by, opened_at, reason, binding_basis, retracted_at)
    select id, problem_id, to_unit, role, opened_by, opened_at, reason, binding_basis, ${tx.now} from gone`.execute(tx);
}

/** A decision that is taken back is kept apart: whoever reads decisions reads those that hold. */
export async function retractDecision(tx: Tx, id: string): Promise<void> {
  await sql`with gone as (delete from problem_decision where id = ${id} returning *)
    insert into retracted_decision (id, problem_id, step, by_person, for_unit, at, words, retracted_at)
    select id, problem_id, step, by_person, for_unit, at, words, ${tx.now} from gone`.execute(tx);
}

/**
 * The lead assignment that the step closed is open again as it was, and with it the unit that it had entrusted.
 * @param unitId whose it was
 */
export async function reopenLead(
  tx: Tx,
  problemId: string,
  { unitId, closed }: { unitId: string | undefined; closed: 'transferred' | 'returned' },
): Promise<void> {
  const { rows } = await sql<{ id: string; closed_at: Date }>`
    select id, closed_at from assignment where problem_id = ${problemId} and role = 'lead' and close_reason = ${closed}
       and (${unitId ?? null}::uuid is null or to_unit = ${unitId ?? null})
     order by closed_at desc, opened_at desc, id desc limit 1`.execute(tx);
  if (!rows[0]) return;
  const { id, closed_at } = rows[0];
  await openAgain(tx, [id]);
  const entrusted = await sql<{ id: string }>`
    select id from assignment where problem_id = ${problemId} and role = 'entrusted' and closed_at = ${closed_at}
       and close_reason = 'withdrawn' and close_words is null order by opened_at desc, id desc limit 1`.execute(tx);
  await openAgain(
    tx,
    entrusted.rows.map((row) => row.id),
  );
}

export async function openAgain(tx: Tx, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('assignment')
    .set({ closed_by: null, closed_at: null, close_reason: null, close_words: null })
    .where('id', 'in', ids)
    .execute();
}
