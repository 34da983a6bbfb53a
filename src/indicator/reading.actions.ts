/** Verbs of readings: recorded by a named person, withdrawn with a reason. Nothing is written over. */
import { dayOf } from '#clock/day.ts';
import { type Decision, type Done, decideOnIndicator } from '#indicator/decide.ts';
import type { DefinitionShown, NewReading } from '#indicator/indicator.api.ts';
import { definitionsOf, type IndicatorRow } from '#indicator/indicator.store.ts';
import { findReading, insertReadings, readingsOf, withdrawReadings } from '#indicator/reading.store.ts';
import {
  besideOthers,
  definedFor,
  type Figure,
  figureOf,
  type Given,
  isRefused,
  type Period,
  periodRefusal,
  type Refused,
} from '#indicator/reading.ts';
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';

type Taken = { figure: Figure; definition: DefinitionShown };

/** All that must hold of a reading, asked in the order in which somebody would put it right. */
export function takeReading(
  given: Given,
  indicator: IndicatorRow,
  definitions: readonly DefinitionShown[],
  standing: readonly Period[],
  now: Date,
): Taken | Refused {
  const figure = figureOf(given, indicator);
  if (isRefused(figure)) return figure;
  const refused = periodRefusal(given, dayOf(now)) ?? besideOthers(given, standing);
  if (refused) return refused;
  const definition = definedFor(definitions, given);
  return isRefused(definition) ? definition : { figure, definition };
}

/** @throws indicator_counted, reading_… */
export async function recordReading(
  tx: Tx,
  actor: Actor,
  indicatorId: string,
  input: NewReading,
): Promise<Done & { value: number }> {
  const done = await decideOnIndicator(tx, actor, indicatorId, 'record', input, async ({ indicator, person }) => {
    if (indicator.counted) throw problem('indicator_counted');
    const standing = await readingsOf(tx, [indicatorId]);
    const taken = takeReading(input, indicator, await definitionsOf(tx, indicatorId), standing, tx.now);
    if (isRefused(taken)) throw problem(taken.code, taken.params, { detail: { field: taken.field } });
    const { figure, definition } = taken;
    const { id, from, to, source } = input;
    const definitionId = definition.id;
    await insertReadings(tx, [
      { ...figure, id, indicatorId, definitionId, from, to, source, way: 'typed', by: person },
    ]);
    return { data: { reading: id, from, to, value: figure.value } };
  });
  return { ...done, value: (await findReading(tx, input.id))!.value };
}

/** It stands in the list as withdrawn, by whom and why. @throws not_found, reading_withdrawn, indicator_counted */
export async function withdrawReading(
  tx: Tx,
  actor: Actor,
  readingId: string,
  input: Decision & { reason: string },
): Promise<Done> {
  const before = await findReading(tx, readingId);
  if (!before) throw problem('not_found');
  return decideOnIndicator(tx, actor, before.indicator_id, 'withdraw', input, async ({ indicator, person }) => {
    if (indicator.counted) throw problem('indicator_counted');
    const held = await findReading(tx, readingId);
    if (held?.withdrawn_at) throw problem('reading_withdrawn');
    await withdrawReadings(tx, [readingId], person, input.reason);
    return {
      reason: input.reason,
      data: { reading: readingId, from: before.from_on, to: before.to_on, value: before.value },
    };
  });
}
