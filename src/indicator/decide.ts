/** The common way of every decision on an indicator: lock, once, open?, write, ledger. */
import { indicatorRoles } from '#indicator/indicator.scope.ts';
import { type IndicatorRow, lockIndicator, writeIndicator } from '#indicator/indicator.store.ts';
import { type IndicatorStep, lifeCycle, steps } from '#indicator/indicator.ts';
import type { Signature } from '#ledger/ledger.ts';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, personOf, signing } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { mustBeOpen } from '#rules/decide.ts';

export type Decision = { id: string; version: number };
export type Done = { id: string; version: number };

/** Verbs by which readings come and go leave the indicator as it is: two clerks may record two months at once. */
const verbOf = {
  record: 'reading.record',
  withdraw: 'reading.withdraw',
  count: 'indicator.count',
  redefine: 'indicator.redefine',
  retire: 'indicator.retire',
} as const satisfies Record<IndicatorStep, string>;

const permissionOf = (step: IndicatorStep) => (steps[step].by === 'manager' ? 'indicator.manage' : 'reading.record');

type Context = { indicator: IndicatorRow; person: string; by: Signature };
type Said = { reason?: string; data?: Record<string, unknown> };

/** @param write does what is particular to the step, and returns what the ledger's row says besides. */
export async function decideOnIndicator<D extends Decision>(
  tx: Tx,
  actor: Actor,
  indicatorId: string,
  step: IndicatorStep,
  input: D,
  write: (context: Context) => Promise<Said>,
): Promise<Done> {
  const indicator = await lockIndicator(tx, actor, indicatorId);
  const by = signing(actor, permissionOf(step), [indicator.ownerUnit]);
  const verb = verbOf[step];
  if (!(await once(tx, by, input.id, verb, { indicatorId, ...input })))
    return { id: indicator.id, version: indicator.version };
  await mustBeOpen(tx, lifeCycle, step, indicator, indicatorRoles(actor, indicator.ownerUnit), input.version);
  const said = await write({ indicator, person: personOf(actor), by });
  const changes = step === 'redefine' || step === 'retire';
  const version = changes
    ? await writeIndicator(tx, indicator.id, step === 'retire' ? { state: 'retired' } : {})
    : indicator.version;
  await record(tx, by, {
    ...said,
    verb,
    kind: 'indicator',
    thing: indicator.id,
    unit: indicator.ownerUnit,
    request: input.id,
  });
  return { id: indicator.id, version };
}
