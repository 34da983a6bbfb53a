/** Verbs of an indicator: defined, defined anew from a day on, retired. */
import { type Decision, type Done, decideOnIndicator } from '#indicator/decide.ts';
import type { Definition, NewIndicator } from '#indicator/indicator.api.ts';
import {
  definitionsOf,
  insertDefinition,
  insertIndicator,
  lockIndicator,
  type NewRow,
} from '#indicator/indicator.store.ts';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, mustBeAbleTo, personOf, signing } from '#people/actor.ts';
import { loadUnit } from '#people/unit.store.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';

/**
 * A new indicator with its first definition.
 * @param counts what the program is to count, where the readings do not come from people.
 * @throws forbidden, not_found, unit_closed, id_taken
 */
export async function defineIndicator(
  tx: Tx,
  actor: Actor,
  input: NewIndicator,
  counts?: NewRow['counts'],
): Promise<Done & { number: string }> {
  const { id, name, unitWords, direction, digits, ownerUnit, ...definition } = input;
  mustBeAbleTo(actor, 'indicator.manage', [ownerUnit]);
  const by = signing(actor, 'indicator.manage', [ownerUnit]);
  if (await once(tx, by, id, 'indicator.define', { ...input, ...counts })) {
    const unit = await loadUnit(tx, ownerUnit);
    if (!unit) throw problem('not_found');
    if (unit.valid_to) throw problem('unit_closed', { name: unit.name });
    const person = personOf(actor);
    await insertIndicator(tx, {
      id,
      name,
      unitWords,
      direction,
      digits,
      ownerUnit,
      by: person,
      ...(counts && { counts }),
    });
    await insertDefinition(tx, id, definition, person);
    const data = { unitWords, direction, from: definition.validFrom, ...(counts && { problem: counts.about }) };
    await record(tx, by, {
      verb: 'indicator.define',
      kind: 'indicator',
      thing: id,
      unit: ownerUnit,
      data,
      request: id,
    });
  }
  const { version, number } = await lockIndicator(tx, actor, id);
  return { id, version, number };
}

/** From a day on the figure means something else. What was read before keeps the definition it was read under. @throws definition_not_later, indicator_counted */
export function redefineIndicator(
  tx: Tx,
  actor: Actor,
  indicatorId: string,
  input: Decision & Definition,
): Promise<Done> {
  return decideOnIndicator(tx, actor, indicatorId, 'redefine', input, async ({ indicator, person }) => {
    if (indicator.counted) throw problem('indicator_counted');
    const newest = (await definitionsOf(tx, indicatorId)).at(-1)!;
    const { validFrom, numerator, denominator, source, method } = input;
    if (validFrom <= newest.validFrom) throw problem('definition_not_later', { day: newest.validFrom });
    const definition = { validFrom, numerator, denominator, source, method };
    const added = await insertDefinition(tx, indicatorId, definition, person);
    return { data: { definition: added, from: validFrom } };
  });
}

/** It takes no readings any more; those it has stay. */
export function retireIndicator(
  tx: Tx,
  actor: Actor,
  indicatorId: string,
  input: Decision & { reason: string },
): Promise<Done> {
  return decideOnIndicator(tx, actor, indicatorId, 'retire', input, async () => ({ reason: input.reason }));
}
