/** Somebody leaves: their open work goes to others by name, then posts, sessions, codes and delegations end, all at once. */

import { dayOf } from '#clock/day.ts';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { voidActivations } from '#people/activation.store.ts';
import { type Actor, mustBeAbleTo, mustNotBeOneself, signing } from '#people/actor.ts';
import { endDelegationsOf } from '#people/delegation.store.ts';
import { handOverFrom } from '#people/handover.actions.ts';
import { mustBeCurrent } from '#people/meanwhile.ts';
import type { LeaveInput } from '#people/person.api.ts';
import { holdPerson, updatePerson } from '#people/person.store.ts';
import { mustNotBeLast, withdrawn } from '#people/post.actions.ts';
import { endPosts, openPostsOf } from '#people/post.store.ts';
import { endSessions } from '#people/session.store.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';

/** Back after having left: entered as before, without posts, which are granted anew. */
export async function comeBack(
  tx: Tx,
  actor: Actor,
  personId: string,
  input: { id: string; version: number; reason: string },
): Promise<{ id: string; version: number }> {
  mustBeAbleTo(actor, 'people.manage');
  const person = await holdPerson(tx, personId);
  const { id: request, reason } = input;
  if (!(await once(tx, actor, request, 'person.come_back', { personId, ...input }))) {
    return { id: personId, version: person.version };
  }
  await mustBeCurrent(tx, personId, input.version, person.version);
  if (!person.left_on) throw problem('person_is_here', { name: person.name });
  await updatePerson(tx, personId, { left_on: null });
  const row = { verb: 'person.came_back', kind: 'person', thing: personId, reason, request };
  await record(tx, signing(actor, 'people.manage'), row);
  return { id: personId, version: person.version + 1 };
}

/** @throws work_open with the list, while open things remain and have no place in `handing` */
export async function leave(
  tx: Tx,
  actor: Actor,
  personId: string,
  input: LeaveInput,
): Promise<{ id: string; version: number }> {
  mustBeAbleTo(actor, 'people.manage');
  mustNotBeOneself(actor, personId);
  const person = await holdPerson(tx, personId);
  if (!(await once(tx, actor, input.id, 'person.leave', { personId, ...input })))
    return { id: personId, version: person.version };
  const on = input.on ?? dayOf(tx.now);
  if (person.left_on) throw problem('person_left', { name: person.name });
  await mustBeCurrent(tx, personId, input.version, person.version);
  if (on > dayOf(tx.now)) throw problem('date_ahead');
  const posts = await openPostsOf(tx, { person: personId }, on);
  for (const post of posts) await mustNotBeLast(tx, post);
  const handed = await handOverFrom(tx, actor, personId, input.handing, input);
  await endPosts(
    tx,
    posts.map((post) => post.id),
    on,
  );
  await updatePerson(tx, personId, { left_on: on });
  await endSessions(tx, personId);
  await voidActivations(tx, personId);
  await endDelegationsOf(tx, personId);
  await record(tx, signing(actor, 'people.manage'), [
    ...posts.map((post) => withdrawn(post, on, input)),
    {
      verb: 'person.left',
      kind: 'person',
      thing: personId,
      reason: input.reason,
      data: { on, things: handed.things, to: handed.to },
      request: input.id,
    },
  ]);
  return { id: personId, version: person.version + 1 };
}
