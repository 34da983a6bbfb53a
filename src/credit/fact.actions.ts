/** Verbs on organisations: registering one by its code, recording and withdrawing a fact, recording supervision that was done. */
import { dayOf } from '#clock/day.ts';
import { organisationCode } from '#credit/code.ts';
import { evaluate } from '#credit/evaluate.actions.ts';
import {
  idsOfCodes,
  insertCheck,
  insertFacts,
  insertOrganisations,
  lockFact,
  mustExist,
  withdraw,
} from '#credit/fact.store.ts';
import { allMetrics } from '#credit/rule.store.ts';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, personOf, signing } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { fieldProblem, problem } from '#platform/problem.ts';

/** @throws malformed where the code is none, or is a person's number; organisation_there */
export async function addOrganisation(
  tx: Tx,
  actor: Actor,
  input: { id: string; code: string; name: string },
): Promise<{ id: string }> {
  const by = signing(actor, 'organisation.record');
  const read = organisationCode(input.code);
  // Before anything is written down: what is refused here may be somebody's ID number.
  if ('problem' in read) throw problem('malformed', { count: 1 }, { fields: [fieldProblem('code', read.problem)] });
  const { id, name } = input;
  const { code } = read;
  if (await once(tx, by, id, 'organisation.add', input)) {
    if ((await idsOfCodes(tx, [code])).has(code)) throw problem('organisation_there', { code });
    await insertOrganisations(tx, [{ id, code, name }], personOf(actor));
    await record(tx, by, { verb: 'organisation.add', kind: 'organisation', thing: id, request: id });
  }
  return { id };
}

type Given = { id: string; metricId: string; day: string; value: number; source: string };

/** Levels that it calls for are proposed at once. @throws not_found, credit_fact_future, credit_fact_there */
export async function recordFact(
  tx: Tx,
  actor: Actor,
  organisation: string,
  input: Given,
): Promise<{ id: string; proposed: number }> {
  const by = signing(actor, 'organisation.record');
  await mustExist(tx, organisation);
  const { id, metricId: metric, day, value, source } = input;
  if (!(await once(tx, by, id, 'organisation.fact', { organisation, ...input }))) return { id, proposed: 0 };
  if (day > dayOf(tx.now)) throw problem('credit_fact_future');
  if (!(await allMetrics(tx)).some((one) => one.id === metric)) throw problem('not_found');
  const taken = await insertFacts(tx, [
    { id, organisation, metric, day, value, source, way: 'typed', by: personOf(actor) },
  ]);
  if (!taken.has(id)) throw problem('credit_fact_there');
  const data = { fact: id, metric, day, value };
  await record(tx, by, { verb: 'organisation.fact', kind: 'organisation', thing: organisation, data, request: id });
  return { id, proposed: await evaluate(tx, [organisation]) };
}

/** What was proposed on it stays for a person to decide, who sees that it was withdrawn. @throws not_found, credit_fact_withdrawn */
export async function withdrawFact(
  tx: Tx,
  actor: Actor,
  factId: string,
  input: { id: string; reason: string },
): Promise<{ id: string }> {
  const by = signing(actor, 'organisation.record');
  const row = await lockFact(tx, factId);
  if (!row) throw problem('not_found');
  const { id, reason } = input;
  if (!(await once(tx, by, id, 'organisation.withdrawFact', { factId, ...input }))) return { id: factId };
  if (row.withdrawn) throw problem('credit_fact_withdrawn');
  await withdraw(tx, factId, personOf(actor), reason);
  const entry = {
    verb: 'organisation.withdrawFact',
    kind: 'organisation',
    thing: row.organisation,
    data: { fact: factId },
  };
  await record(tx, by, { ...entry, reason, request: id });
  return { id: factId };
}

type Checked = { id: string; offSite: boolean; day: string; found: string };

/** @throws not_found, credit_fact_future */
export async function recordCheck(tx: Tx, actor: Actor, organisation: string, input: Checked): Promise<{ id: string }> {
  const by = signing(actor, 'organisation.record');
  await mustExist(tx, organisation);
  const { id, offSite, day } = input;
  if (await once(tx, by, id, 'organisation.check', { organisation, ...input })) {
    if (day > dayOf(tx.now)) throw problem('credit_fact_future');
    await insertCheck(tx, { ...input, organisation, by: personOf(actor) });
    const data = { offSite, day };
    await record(tx, by, { verb: 'organisation.check', kind: 'organisation', thing: organisation, data, request: id });
  }
  return { id };
}
