/** The common way of every decision on a cause or measure: lock, once, open?, write, ledger. */

import { causeRoles, unitsTracing } from '#cause/cause.scope.ts';
import { type CauseChange, type CauseRow, lockCause, writeCause } from '#cause/cause.store.ts';
import { type CauseStep, lifeCycle as causeCycle, steps as causeSteps } from '#cause/cause.ts';
import { lockMeasure, type MeasureChange, type MeasureRow, writeMeasure } from '#cause/measure.store.ts';
import { type MeasureStep, lifeCycle as measureCycle, steps as measureSteps } from '#cause/measure.ts';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, personOf, signing } from '#people/actor.ts';
import type { Permission } from '#people/permissions.ts';
import type { Tx } from '#platform/db.ts';
import { mustBeOpen } from '#rules/decide.ts';
import type { Step } from '#rules/steps.ts';

export type Decision = { id: string; version: number };
export type Done = { id: string; version: number };
type Said<Change> = { reason?: string; data?: Record<string, unknown>; change?: Change };

const permissionOf = (step: Step<string, string>): Permission =>
  step.by === 'confirmer' ? 'cause.confirm' : 'cause.trace';

/** @param write does what is particular to the step, and returns what the ledger's row says besides. */
export async function decideOnCause<D extends Decision>(
  tx: Tx,
  actor: Actor,
  causeId: string,
  step: CauseStep,
  input: D,
  write: (context: { cause: CauseRow; problems: string[]; person: string }) => Promise<Said<CauseChange>>,
): Promise<Done> {
  const { cause, problems } = await lockCause(tx, actor, causeId);
  const row: Step<string, string> & { to?: CauseRow['state'] } = causeSteps[step];
  const units = await unitsTracing(tx, problems);
  const by = signing(actor, permissionOf(row), units);
  if (!(await once(tx, by, input.id, `cause.${step}`, { causeId, ...input })))
    return { id: cause.id, version: cause.version };
  await mustBeOpen(tx, causeCycle, step, cause, causeRoles(actor, units), input.version);
  const { change, data, ...said } = await write({ cause, problems, person: personOf(actor) });
  const version = await writeCause(tx, cause.id, { ...change, ...(row.to && { state: row.to }) });
  const moved = row.to && { from: cause.state, to: row.to };
  await record(tx, by, {
    ...said,
    verb: `cause.${step}`,
    kind: 'cause',
    thing: cause.id,
    data: { ...moved, ...data },
    request: input.id,
  });
  return { id: cause.id, version };
}

/** The same for a measure: whoever may trace one of its causes' problems may propose, whoever may confirm them adopts. */
export async function decideOnMeasure<D extends Decision>(
  tx: Tx,
  actor: Actor,
  measureId: string,
  step: MeasureStep,
  input: D,
  write: (context: { measure: MeasureRow; person: string }) => Promise<Said<MeasureChange>>,
): Promise<Done> {
  const { measure, problems } = await lockMeasure(tx, actor, measureId);
  const row: Step<string, string> & { to?: MeasureRow['state'] } = measureSteps[step];
  const units = await unitsTracing(tx, problems);
  const by = signing(actor, permissionOf(row), units);
  if (!(await once(tx, by, input.id, `measure.${step}`, { measureId, ...input })))
    return { id: measure.id, version: measure.version };
  await mustBeOpen(tx, measureCycle, step, measure, causeRoles(actor, units), input.version);
  const { change, data, ...said } = await write({ measure, person: personOf(actor) });
  const version = await writeMeasure(tx, measure.id, { ...change, ...(row.to && { state: row.to }) });
  const moved = row.to && { from: measure.state, to: row.to };
  await record(tx, by, {
    ...said,
    verb: `measure.${step}`,
    kind: 'measure',
    thing: measure.id,
    data: { ...moved, ...data },
    request: input.id,
  });
  return { id: measure.id, version };
}
