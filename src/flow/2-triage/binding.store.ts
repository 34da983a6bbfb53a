/** 退单 and what follows of it: how often a problem came back, and the assignment that binds (终局派单). */
import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import { type Problem, problem } from '#platform/problem.ts';
import { RETURNS_UNTIL_BINDING } from '#triage/problem.ts';

export async function returnsOf(tx: Tx, problemId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from assignment
    where problem_id = ${problemId} and role = 'lead' and close_reason = 'returned'`.execute(tx);
  return rows[0]!.n;
}

/**
 * On what basis the next assignment binds; null: it does not.
 * @throws binding_basis where it binds and no basis was given, binding_early where it does not bind yet
 */
export async function bindingOf(tx: Tx, problemId: string, basis: string): Promise<string | null> {
  const count = await returnsOf(tx, problemId);
  const binds = count >= RETURNS_UNTIL_BINDING;
  if (binds && basis === '') throw problem('binding_basis', { count }, { detail: { returns: count } });
  if (!binds && basis !== '') throw problem('binding_early', { count: RETURNS_UNTIL_BINDING });
  return binds ? basis : null;
}

/** The basis of the open lead assignment, where it binds. */
export async function bindingNow(tx: Tx, problemId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('assignment')
    .select('binding_basis')
    .where('problem_id', '=', problemId)
    .where('role', '=', 'lead')
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return row?.binding_basis ?? null;
}

/** It stays bound where it bound this unit before: reopening is no way round it. */
export async function lastBinding(tx: Tx, problemId: string, unitId: string): Promise<string | null> {
  const { rows } = await sql<{ unit: string; basis: string | null }>`
    select to_unit as unit, binding_basis as basis from assignment where problem_id = ${problemId} and role = 'lead'
     order by opened_at desc, id desc limit 1`.execute(tx);
  return rows[0]?.unit === unitId ? rows[0].basis : null;
}

/** A bound unit says what it has to say, and has it. */
export async function bound(tx: Tx, problemId: string): Promise<Problem | null> {
  const basis = await bindingNow(tx, problemId);
  return basis === null ? null : problem('binding_stands', { basis });
}

/** There is nothing to object to but a decision that binds: what does not is sent back. */
export async function unbound(tx: Tx, problemId: string): Promise<Problem | null> {
  return (await bindingNow(tx, problemId)) === null ? problem('binding_none') : null;
}
