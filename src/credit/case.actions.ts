/** What persons decide about a level: confirmed or not, repair asked for, granted or refused. */
import { sql } from 'kysely';
import { addDays, dayOf } from '#clock/day.ts';
import { type CaseRole, type CaseState, type CaseStep, type Level, lifeCycle, steps } from '#credit/credit.ts';
import { tellWaiting } from '#credit/tell.actions.ts';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, may, personOf, signing } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { mustBeOpen } from '#rules/decide.ts';

type Row = {
  id: string;
  organisation: string;
  name: string;
  rule: string;
  level: Level;
  state: CaseState;
  keep: number;
  version: number;
};

export function caseRoles(actor: Actor): Set<CaseRole> {
  const held = new Set<CaseRole>();
  if (may(actor, 'credit.decide')) held.add('decider');
  if (may(actor, 'organisation.record')) held.add('recorder');
  return held;
}

/**
 * A confirmed level holds from today for as many days as its rule says; `credit.raise` in the ledger is what others follow.
 * @throws not_found, forbidden, not_now, changed_meanwhile
 */
export async function decideOnCase(
  tx: Tx,
  actor: Actor,
  caseId: string,
  step: CaseStep,
  input: { id: string; version: number; words: string },
): Promise<{ id: string; version: number }> {
  const by = signing(actor, step === 'askRepair' ? 'organisation.record' : 'credit.decide');
  const { rows } = await sql<Row>`
    select c.id, c.organisation_id as organisation, o.name, c.rule_id as rule, c.level, c.state, r.keep_days as keep, c.version
      from credit_case c join credit_rule r on r.id = c.rule_id join organisation o on o.id = c.organisation_id where c.id = ${caseId} for update of c`.execute(
    tx,
  );
  const row = rows[0];
  if (!row) throw problem('not_found');
  const { id, words } = input;
  if (!(await once(tx, by, id, `credit.${step}`, { caseId, ...input }))) return { id: caseId, version: row.version };
  await mustBeOpen(tx, lifeCycle, step, { ...row, id: row.organisation }, caseRoles(actor), input.version);
  const { to } = steps[step];
  const until = step === 'raise' ? addDays(dayOf(tx.now), row.keep) : null;
  const ends = to === 'dismissed' || to === 'repaired';
  await sql`update credit_case set state = ${to}, version = version + 1, until_day = coalesce(${until}::date, until_day),
    ended_at = ${ends ? tx.now : null} where id = ${caseId}`.execute(tx);
  const decision = { id, case_id: caseId, step, by_person: personOf(actor), at: tx.now, words };
  await tx.insertInto('credit_decision').values(decision).execute();
  const data = { case: caseId, rule: row.rule, level: row.level, ...(until && { until }) };
  const entry = { verb: `credit.${step}`, kind: 'organisation', thing: row.organisation, data };
  await record(tx, by, { ...entry, reason: words, request: id });
  if (step === 'askRepair') await tellWaiting(tx, [{ ...row, decision: id, what: 'asked' }]);
  return { id: caseId, version: row.version + 1 };
}
