/** Verbs on a signal that stands: disposed, restored, divided; and who reported it, seen for a reason. */

import type { z } from 'zod';
import type { Signature } from '#ledger/ledger.ts';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, may, personOf, reporter, signing } from '#people/actor.ts';
import type { Permission } from '#people/permissions.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { mustBeOpen } from '#rules/decide.ts';
import { moveClocks } from '#rules/limits.store.ts';
import type { Step } from '#rules/steps.ts';
import { aboutSignal } from '#signal/about.ts';
import { copySignal, indexSignals } from '#signal/divide.store.ts';
import { lockFollowed } from '#signal/follow.store.ts';
import { loadReporter, openReporter } from '#signal/reporter.store.ts';
import type { signalApi } from '#signal/signal.api.ts';
import { lockSignal, writeSignal } from '#signal/signal.store.ts';
import { codeBelongs, lifeCycle, type SignalRole, type SignalState, type SignalStep, steps } from '#signal/signal.ts';
import { settleWishes } from '#signal/wish.store.ts';

type Input<K extends keyof typeof signalApi> = (typeof signalApi)[K] extends { body: infer B extends z.ZodType }
  ? z.output<B>
  : never;

/** What the actor is to a signal. */
export function signalRoles(actor: Actor): Set<SignalRole> {
  const roles = new Set<SignalRole>();
  if (may(actor, 'signal.triage')) roles.add('triager');
  if (may(actor, 'signal.answer')) roles.add('answerer');
  return roles;
}

type Locked = Awaited<ReturnType<typeof lockSignal>>;
type Decision = { id: string; version: number };
/** Does what is particular to the step; returns what the ledger's row says besides. */
type Write = (
  signal: Locked,
) => Promise<{ reason?: string; data?: Record<string, unknown>; commitment?: Buffer | null }>;

/** The common way of every decision on a signal: lock, once, open?, write, clocks, ledger. */
export async function decideOnSignal<D extends Decision>(
  tx: Tx,
  actor: Actor,
  signalId: string,
  step: SignalStep,
  permission: Permission,
  input: D,
  write: Write,
) {
  const signal = await lockSignal(tx, actor, signalId);
  const maker = { by: signing(actor, permission), roles: signalRoles(actor), seen: input.version };
  return decide(tx, maker, signal, step, input, write);
}

/** The same by the reporter, on the signal that they follow: what they see of it has no version. @throws signal_erased */
export async function decideAsReporter<D extends { id: string }>(
  tx: Tx,
  signalId: string,
  step: SignalStep,
  input: D,
  write: Write,
) {
  const signal = await lockFollowed(tx, signalId);
  const maker = { by: reporter, roles: new Set<SignalRole>(['reporter']), seen: signal.version };
  return decide(tx, maker, signal, step, input, write);
}

type Maker = { by: Signature; roles: ReadonlySet<SignalRole>; seen: number };

async function decide<D extends { id: string }>(
  tx: Tx,
  { by, roles, seen }: Maker,
  signal: Locked,
  step: SignalStep,
  input: D,
  write: Write,
): Promise<{ id: string; version: number; isNew: boolean }> {
  if (!(await once(tx, by, input.id, `signal.${step}`, { signalId: signal.id, ...input }))) {
    return { id: signal.id, version: signal.version, isNew: false };
  }
  await mustBeOpen(tx, lifeCycle, step, signal, roles, seen);
  const said = await write(signal);
  const row: Step<SignalState, SignalRole> = steps[step];
  const version = await writeSignal(tx, signal.id, { state: row.to ?? signal.state });
  await moveClocks(tx, aboutSignal(signal), row);
  await record(tx, by, { verb: `signal.${step}`, kind: 'signal', thing: signal.id, request: input.id, ...said });
  return { id: signal.id, version, isNew: true };
}

export function disposeSignal(tx: Tx, actor: Actor, signalId: string, input: Input<'dispose'>) {
  if (!codeBelongs(input.kind, input.code)) throw problem('code_not_of_disposition');
  return decideOnSignal(tx, actor, signalId, 'dispose', 'signal.triage', input, async () => {
    await writeSignal(tx, signalId, { state: 'disposed', disposition: input.kind, disposition_code: input.code }, 0);
    return { reason: input.words, data: { kind: input.kind, code: input.code } };
  });
}

export function restoreSignal(tx: Tx, actor: Actor, signalId: string, input: Input<'restore'>) {
  return decideOnSignal(tx, actor, signalId, 'restore', 'signal.triage', input, async () => {
    await writeSignal(tx, signalId, { state: 'untriaged', disposition: null, disposition_code: null }, 0);
    await settleWishes(tx, [signalId], { by: personOf(actor), outcome: 'granted', words: input.reason });
    return { reason: input.reason };
  });
}

/** Two matters in one ticket: two signals that share the words and the reporter, who is counted once. */
export async function divideSignal(tx: Tx, actor: Actor, signalId: string, input: Input<'divide'>) {
  const done = await decideOnSignal(tx, actor, signalId, 'divide', 'signal.triage', input, async (signal) => {
    await copySignal(tx, actor, signalId, { id: input.newId, title: input.newTitle, matter: input.matter });
    await writeSignal(tx, signalId, { title: input.title }, 0);
    await indexSignals(tx, [signalId, input.newId]);
    await moveClocks(tx, aboutSignal({ ...signal, id: input.newId }), { starts: ['triage'] });
    return { reason: input.reason, data: { into: input.newId } };
  });
  if (done.isNew) {
    const by = signing(actor, 'signal.triage');
    await record(tx, by, {
      verb: 'signal.divided',
      kind: 'signal',
      thing: input.newId,
      data: { from: signalId },
      request: input.id,
    });
  }
  const { number: newNumber } = await lockSignal(tx, actor, input.newId);
  return { id: done.id, version: done.version, newId: input.newId, newNumber };
}

/**
 * Who reported, in full, for a purpose that is written down. A reporter of wrongdoing is hidden from everybody but those
 * whose post sees the whole city: the unit that handles it never learns the name.
 */
export async function revealReporter(tx: Tx, actor: Actor, signalId: string, input: Input<'reveal'>) {
  const signal = await lockSignal(tx, actor, signalId);
  const row = await loadReporter(tx, signal.id);
  if (!row) throw problem('not_found');
  if (!mayReveal(actor, row.hidden)) throw problem('reporter_hidden');
  const by = signing(actor, 'reporter.read');
  await record(tx, by, {
    verb: 'signal.reveal',
    kind: 'signal',
    thing: signal.id,
    reason: input.reason,
    data: { purpose: input.purpose },
    request: input.id,
  });
  return openReporter(tx, row);
}

export const mayReveal = (actor: Actor, hidden: boolean) =>
  actor.posts.some((post) => post.verbs.includes('reporter.read') && (!hidden || post.reach === 'city'));
