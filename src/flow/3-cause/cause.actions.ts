/** Verbs of one cause: added under a problem, described, confirmed by a named person, withdrawn and restored. */

import { causeRoles, unitsTracing } from '#cause/cause.scope.ts';
import { hangingOn, insertCause, insertCauseDecision, linkProblem, lockCause } from '#cause/cause.store.ts';
import { type CauseKind, kindBelongs, type Layer } from '#cause/cause.ts';
import { type Decision, type Done, decideOnCause } from '#cause/decide.ts';
import type { Signature } from '#ledger/ledger.ts';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, personOf, signing } from '#people/actor.ts';
import { permissions } from '#people/permissions.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { lockProblem } from '#triage/problem.store.ts';

type Described = { layer: Layer; kind: CauseKind; words: string };

function mustBelong({ layer, kind }: Described): void {
  if (!kindBelongs(layer, kind)) throw problem('kind_not_of_layer');
}

/**
 * A problem that the actor sees and may trace, and that was not merged away.
 * @returns the actor as the ledger writes them for it
 * @throws not_found, forbidden, problem_merged
 */
export async function lockTraced(tx: Tx, actor: Actor, problemId: string): Promise<Signature> {
  const traced = await lockProblem(tx, actor, problemId);
  const units = await unitsTracing(tx, [problemId]);
  if (!causeRoles(actor, units).has('tracer')) throw problem('forbidden', { verb: permissions['cause.trace'] });
  if (traced.state === 'merged') throw problem('problem_merged');
  return signing(actor, 'cause.trace', units);
}

/** A new cause under a problem, or under a cause that stands there. It is unverified until a named person confirms it. */
export async function addCause(
  tx: Tx,
  actor: Actor,
  problemId: string,
  input: Described & { id: string; parentId: string | null },
): Promise<Done> {
  mustBelong(input);
  const by = await lockTraced(tx, actor, problemId);
  if (await once(tx, by, input.id, 'cause.add', { problemId, ...input })) {
    const person = personOf(actor);
    const { id, layer, kind, words, parentId } = input;
    if (parentId) await mustHangUnder(tx, actor, parentId, problemId);
    await insertCause(tx, { id, layer, kind, words, parent_id: parentId, by: person });
    if (!parentId) await linkProblem(tx, problemId, id, person, 'added');
    const data = { problem: problemId, layer, kind, ...(parentId && { parent: parentId }) };
    await record(tx, by, { verb: 'cause.add', kind: 'cause', thing: id, data, request: id });
  }
  const { cause } = await lockCause(tx, actor, input.id);
  return { id: cause.id, version: cause.version };
}

/** @throws cause_not_here where the parent does not stand, alive, in the tree of this problem. */
async function mustHangUnder(tx: Tx, actor: Actor, parentId: string, problemId: string): Promise<void> {
  const { cause, problems } = await lockCause(tx, actor, parentId);
  if (!problems.includes(problemId) || ['withdrawn', 'merged'].includes(cause.state)) throw problem('cause_not_here');
}

export function describeCause(tx: Tx, actor: Actor, id: string, input: Decision & Described): Promise<Done> {
  mustBelong(input);
  return decideOnCause(tx, actor, id, 'describe', input, async ({ cause }) => {
    const { layer, kind, words } = input;
    const old = { layer: cause.layer, kind: cause.kind, wordsChanged: cause.words !== words };
    return { change: { layer, kind, words }, data: { old, new: { layer, kind } } };
  });
}

const stepOf = { confirmed: 'confirm', refuted: 'refute', unverified: 'doubt' } as const;

/** Confirmed or refuted by a person who stands for it with name and reason; or opened to doubt again. */
export function judgeCause(
  tx: Tx,
  actor: Actor,
  id: string,
  input: Decision & { finding: keyof typeof stepOf; words: string },
): Promise<Done> {
  const step = stepOf[input.finding];
  return decideOnCause(tx, actor, id, step, input, async ({ person }) => {
    await insertCauseDecision(tx, { id: input.id, causeId: id, step, by: person, words: input.words });
    return { reason: input.words };
  });
}

/** Taken off the canvas; what hangs on it must go or be hung elsewhere first. Restoring is its undo. */
export function withdrawCause(tx: Tx, actor: Actor, id: string, input: Decision): Promise<Done> {
  return decideOnCause(tx, actor, id, 'withdraw', input, async () => {
    const { children, measures } = await hangingOn(tx, id);
    if (children + measures > 0) throw problem('cause_bears', { children, measures });
    return {};
  });
}

/** It stands again where it stood, unless that place is gone. */
export function restoreCause(tx: Tx, actor: Actor, id: string, input: Decision): Promise<Done> {
  return decideOnCause(tx, actor, id, 'restore', input, async ({ cause, problems }) => {
    if (cause.parent_id) await mustHangUnder(tx, actor, cause.parent_id, problems[0]!);
    return {};
  });
}
