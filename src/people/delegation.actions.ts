/** Arranging that somebody acts in another's posts for a time. */

import { dayOf } from '#clock/day.ts';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, may, mustBeAbleTo, personOf, signing } from '#people/actor.ts';
import type { DelegateInput } from '#people/delegation.api.ts';
import {
  closesRound,
  type DelegationRow,
  delegationsOf,
  endDelegation,
  holdDelegation,
  holdDelegations,
  isAdministratorDuring,
} from '#people/delegation.store.ts';
import { presentPerson } from '#people/person.store.ts';
import { openPostsOf } from '#people/post.store.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';

/** Longer absences are a matter of posts, not of delegation. */
const LONGEST_DAYS = 366;

async function isAllowed(tx: Tx, actor: Actor, personId: string): Promise<boolean> {
  if (actor.kind === 'person' && actor.id === personId) return true;
  const posts = await openPostsOf(tx, { person: personId }, dayOf(tx.now));
  return may(
    actor,
    'handover.manage',
    posts.map((post) => post.unitId),
  );
}

async function mustBeAllowed(tx: Tx, actor: Actor, personId: string): Promise<void> {
  if (!(await isAllowed(tx, actor, personId))) mustBeAbleTo(actor, 'handover.manage', []);
}

const signed = (actor: Actor, personId: string) =>
  actor.id === personId ? { kind: actor.kind, id: actor.id } : signing(actor, 'handover.manage');

export async function delegate(tx: Tx, actor: Actor, input: DelegateInput): Promise<{ id: string }> {
  const by = personOf(actor);
  const from = input.fromPersonId ?? by;
  const to = input.toPersonId;
  const period = { begins: new Date(input.begins), ends: new Date(input.ends) };
  if (from === to) throw problem('delegation_to_oneself');
  const days = (period.ends.getTime() - period.begins.getTime()) / 86_400_000;
  if (days <= 0 || days > LONGEST_DAYS || period.ends <= tx.now)
    throw problem('delegation_dates', { days: LONGEST_DAYS });
  for (const person of [from, to].sort()) await presentPerson(tx, person);
  await mustBeAllowed(tx, actor, from);
  if (!(await once(tx, actor, input.id, 'delegation.make', input))) return { id: input.id };
  if (await isAdministratorDuring(tx, [from, to], period)) throw problem('administrator_delegates');
  await holdDelegations(tx);
  if (await closesRound(tx, from, to, period)) throw problem('delegation_circle');
  await tx
    .insertInto('delegation')
    .values({
      id: input.id,
      from_person_id: from,
      to_person_id: to,
      valid_from: period.begins,
      valid_to: period.ends,
      reason: input.reason,
      made_by: by,
      made_at: tx.now,
    })
    .execute();
  await record(tx, signed(actor, from), {
    verb: 'delegation.made',
    kind: 'person',
    thing: from,
    reason: input.reason,
    data: { to, begins: input.begins, ends: input.ends },
    request: input.id,
  });
  return { id: input.id };
}

/** By either person, or by who arranges handover for the one that is away. */
export async function endEarly(tx: Tx, actor: Actor, delegationId: string, decision: string): Promise<{ id: string }> {
  const row = await holdDelegation(tx, delegationId);
  if (!row) throw problem('not_found');
  const by = personOf(actor);
  if (by !== row.to_person_id) await mustBeAllowed(tx, actor, row.from_person_id);
  if (!(await once(tx, actor, decision, 'delegation.end', { delegationId }))) return { id: delegationId };
  if (row.ended_at || row.valid_to <= tx.now) throw problem('delegation_over');
  await endDelegation(tx, delegationId, by);
  await record(tx, signed(actor, by === row.to_person_id ? by : row.from_person_id), {
    verb: 'delegation.ended',
    kind: 'person',
    thing: row.from_person_id,
    data: { delegation: delegationId, to: row.to_person_id },
    request: decision,
  });
  return { id: delegationId };
}

/** One's own, and those one may arrange; each of them one may end. */
export async function listDelegations(tx: Tx, actor: Actor): Promise<DelegationRow[]> {
  const me = personOf(actor);
  if (!may(actor, 'handover.manage')) return delegationsOf(tx, [me]);
  const rows = await delegationsOf(tx, 'all');
  const posts = await openPostsOf(tx, { person: rows.map((row) => row.from_person_id) }, dayOf(tx.now));
  const unitsOf = (person: string) => posts.filter((post) => post.personId === person).map((post) => post.unitId);
  const mine = (row: DelegationRow) => row.from_person_id === me || row.to_person_id === me;
  return rows.filter((row) => mine(row) || may(actor, 'handover.manage', unitsOf(row.from_person_id)));
}
