/** Writing the rows of a list of facts: taken once, met again, or said why not; levels they call for are proposed. */
import { dayOf } from '#clock/day.ts';
import { evaluate } from '#credit/evaluate.actions.ts';
import {
  idsOfCodes,
  insertFacts,
  insertOrganisations,
  type NewFact,
  type NewOrganisation,
} from '#credit/fact.store.ts';
import type { FactRow } from '#credit/fact-intake.ts';
import { allMetrics } from '#credit/rule.store.ts';
import { record } from '#ledger/record.ts';
import { type Actor, mustBeAbleTo, personOf, signing } from '#people/actor.ts';
import { type CellNote, noted, type Outcome } from '#people/import-cells.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import type { FactField } from '#sheet/fact-fields.ts';

type Result = Exclude<Outcome<FactField>, 'revised'>;

/** Up to 1,000 rows in one transaction. An organisation that is not known comes in with its first row that names it. */
export async function writeFacts(tx: Tx, actor: Actor, rows: readonly FactRow[], importId: string): Promise<Result[]> {
  mustBeAbleTo(actor, 'organisation.record');
  const by = personOf(actor);
  const metrics = new Map((await allMetrics(tx)).map(({ id, name }) => [name, id]));
  const known = await idsOfCodes(tx, [...new Set(rows.map(({ code }) => code))]);
  const fresh: NewOrganisation[] = [];
  const facts: (NewFact | undefined)[] = [];
  const wrong = rows.map((row): CellNote<FactField> | undefined => {
    const metric = metrics.get(row.metric);
    const refused =
      (!metric && noted<FactField>('metric', 'credit_metric_unknown', { name: row.metric })) ||
      (row.day > dayOf(tx.now) && noted<FactField>('day', 'credit_fact_future')) ||
      (!known.has(row.code) && row.name === '' && noted<FactField>('name', 'field_required'));
    if (refused) {
      facts.push(undefined);
      return refused;
    }
    if (!known.has(row.code)) {
      const made = { id: newId(), code: row.code, name: row.name };
      known.set(row.code, made.id);
      fresh.push(made);
    }
    const { day, value, source } = row;
    facts.push({
      id: newId(),
      organisation: known.get(row.code)!,
      metric: metric!,
      day,
      value,
      source,
      way: 'imported',
      by,
    });
    return undefined;
  });
  await insertOrganisations(tx, fresh, by);
  const taken = await insertFacts(
    tx,
    facts.filter((one) => one !== undefined),
  );
  const written = facts.filter((one) => one !== undefined && taken.has(one.id)) as NewFact[];
  const signed = signing(actor, 'organisation.record');
  const entry = { kind: 'organisation', request: importId };
  await record(tx, signed, [
    ...fresh.map(({ id }) => ({ ...entry, verb: 'organisation.add', thing: id })),
    ...written.map(({ id, organisation, metric, day, value }) => ({
      ...{ ...entry, verb: 'organisation.fact', thing: organisation, data: { fact: id, metric, day, value } },
    })),
  ]);
  await evaluate(tx, [...new Set(written.map(({ organisation }) => organisation))]);
  return rows.map((_, i): Result => {
    const note = wrong[i];
    if (note) return { rejected: [note] };
    return taken.has(facts[i]!.id) ? 'accepted' : 'repeated';
  });
}
