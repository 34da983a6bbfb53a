/** 挂账 as rows: the open one of a problem, and how it ends when the work moves on. */
import { type RawBuilder, sql } from 'kysely';
import { dayOf } from '#clock/day.ts';
import type { Tx } from '#platform/db.ts';
import { type Problem, problem } from '#platform/problem.ts';
import { runningClock } from '#rules/time/terms.store.ts';
import type { Deferral } from '#triage/deferral/deferral.api.ts';
import type { DeferralReason } from '#triage/deferral/deferral.ts';

export type OpenDeferral = {
  id: string;
  state: 'asked' | 'standing';
  reason: DeferralReason;
  words: string;
  conditions: string;
  review_on: string;
  by_person: string;
  at: Date;
};

/** Asked for or standing: there is one at most. */
export async function openDeferral(tx: Tx, problemId: string): Promise<OpenDeferral | null> {
  const { rows } = await sql<OpenDeferral>`
    select id, state, reason, words, conditions, review_on::text, by_person, at from deferral
     where problem_id = ${problemId} and state in ('asked', 'standing')`.execute(tx);
  return rows[0] ?? null;
}

/** The step needs one that is asked for, that stands, or none; with none, time must not stand still already. */
export async function deferralCloses(
  tx: Tx,
  problemId: string,
  needs: 'none' | 'asked' | 'standing',
): Promise<Problem | null> {
  const open = await openDeferral(tx, problemId);
  if (needs !== 'none') return open?.state === needs ? null : problem('deferral_none');
  if (open) return problem('deferral_open');
  const clock = await runningClock(tx, { kind: 'problem', thing: problemId, limit: 'handle' }, false);
  return clock?.paused_at ? problem('time_stands_still') : null;
}

type New = Pick<OpenDeferral, 'id' | 'reason' | 'words' | 'conditions' | 'review_on' | 'by_person'> & {
  problem_id: string;
};
type Decided = { decided_by: string; decision: string };

/** Asked for; or, with who decided, standing at once: what is kept after its review. */
export async function insertDeferral(tx: Tx, row: New, decided?: Decided & { at: Date }): Promise<void> {
  const state = decided ? 'standing' : 'asked';
  const of = decided ? { ...decided, decided_at: tx.now } : { at: tx.now };
  await tx
    .insertInto('deferral')
    .values({ ...row, state, ...of })
    .execute();
}

export async function decideDeferralRow(
  tx: Tx,
  id: string,
  row: Decided & { state: 'standing' | 'refused'; review_on: string },
): Promise<void> {
  await tx
    .updateTable('deferral')
    .set({ ...row, decided_at: tx.now })
    .where('id', '=', id)
    .execute();
}

export async function endDeferralRow(
  tx: Tx,
  id: string,
  row: { state: 'withdrawn' | 'ended'; ended_by: string; ended_words: string | null },
): Promise<void> {
  await tx
    .updateTable('deferral')
    .set({ ...row, ended_at: tx.now })
    .where('id', '=', id)
    .execute();
}

/** The work moves on, or goes to another: what was asked lapses, what stands has ended, by nobody's own decision. */
export async function lapseDeferral(tx: Tx, problemId: string): Promise<void> {
  await sql`update deferral set ended_at = ${tx.now}, state = case state when 'asked' then 'withdrawn' else 'ended' end
    where problem_id = ${problemId} and state in ('asked', 'standing')`.execute(tx);
}

/** The step that made it lapse is taken back. */
export async function restoreDeferral(tx: Tx, problemId: string, lapsedAt: Date): Promise<void> {
  await sql`update deferral set ended_at = null, state = case state when 'withdrawn' then 'asked' else 'standing' end
    where id = (select id from deferral where problem_id = ${problemId} and ended_at = ${lapsedAt} and ended_by is null
      order by at desc, id desc limit 1)`.execute(tx);
}

/** Every time it was asked for, the newest first. */
export async function deferralsOf(tx: Tx, problemId: string): Promise<Deferral[]> {
  type Row = Omit<Deferral, 'at' | 'decidedAt' | 'endedAt'> & {
    at: Date;
    decided_at: Date | null;
    ended_at: Date | null;
  };
  const { rows } = await sql<Row>`
    select d.id, d.state, d.reason, d.words, d.conditions, d.review_on::text as "reviewOn", b.name as by, d.at, c.name as "decidedBy",
           d.decided_at, d.decision, e.name as "endedBy", d.ended_at, d.ended_words as "endedWords"
      from deferral d join person b on b.id = d.by_person left join person c on c.id = d.decided_by
      left join person e on e.id = d.ended_by where d.problem_id = ${problemId} order by d.decided_at desc nulls first, d.id desc`.execute(
    tx,
  );
  return rows.map(({ at, decided_at, ended_at, ...row }) => ({
    ...row,
    at: at.toISOString(),
    decidedAt: decided_at?.toISOString() ?? null,
    endedAt: ended_at?.toISOString() ?? null,
  }));
}

/** What stands of `problem p`: since when, and when it is looked at again. */
export const standingOn = (problemId: RawBuilder<unknown>) => sql`(
  select json_build_object('since', to_char(d.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD'), 'reviewOn', d.review_on)
    from deferral d where d.problem_id = ${problemId} and d.state = 'standing')`;

/** The day on which somebody looks again at what is on the books; null: it is not. */
export const reviewOn = (problemId: RawBuilder<unknown>) => sql<string | null>`(
  select d.review_on::text from deferral d where d.problem_id = ${problemId} and d.state = 'standing')`;

export const isDeferred = sql<boolean>`exists (select from deferral d where d.problem_id = p.id and d.state = 'standing')`;

/** A condition on `deferral d`: it waits for a dispatcher that is none of these persons. */
export const asksDispatcher = (tx: Tx, persons: readonly string[]) => sql<boolean>`(
  (d.state = 'asked' and d.by_person <> all(${persons}::uuid[])) or (d.state = 'standing' and d.review_on <= ${dayOf(tx.now)}::date))`;
