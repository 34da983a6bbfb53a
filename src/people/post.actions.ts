/** Granting and withdrawing posts. */

import { dayOf } from '#clock/day.ts';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, mustBeAbleTo, mustNotBeOneself, signing } from '#people/actor.ts';
import { delegatesBetween } from '#people/delegation.store.ts';
import { handOverFrom } from '#people/handover.actions.ts';
import { presentPerson } from '#people/person.store.ts';
import type { GrantInput, WithdrawInput } from '#people/post.api.ts';
import {
  endPosts,
  holdAdministrators,
  insertPosts,
  loadPost,
  type OpenPost,
  openPostsOf,
  othersOfSort,
} from '#people/post.store.ts';
import { loadRole } from '#people/role.store.ts';
import { sortWords } from '#people/role.ts';
import { OFFICIAL } from '#people/roles.ts';
import { loadUnit } from '#people/unit.store.ts';
import type { OpenWork } from '#people/work.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';

/** An ordinary official's post goes with the person's entry; every other post is the security administrator's to give. */
const verbFor = (role: string) => (role === OFFICIAL ? 'people.manage' : 'post.grant');

function mustBeAbleToGrant(actor: Actor, role: string, personId: string): void {
  mustBeAbleTo(actor, verbFor(role));
  if (role !== OFFICIAL) mustNotBeOneself(actor, personId);
}

/** @throws posts_apart where the three administrators, or an administrator and the business, would meet in one person */
export async function grantPost(tx: Tx, actor: Actor, input: GrantInput): Promise<{ id: string }> {
  mustBeAbleToGrant(actor, input.role, input.personId);
  if (!(await once(tx, actor, input.id, 'post.grant', input))) return { id: input.id };
  const from = input.from ?? dayOf(tx.now);
  const role = await loadRole(tx, input.role);
  const unit = await loadUnit(tx, input.unitId);
  await presentPerson(tx, input.personId);
  if (!role || !unit) throw problem('not_found');
  if (unit.valid_to) throw problem('unit_not_open', { name: unit.name });
  if (role.tree !== unit.tree && (role.reach === 'closure' || role.reach === 'unit')) {
    throw problem('role_of_other_tree', { role: { zh: role.name_zh, en: role.name_en }, unit: unit.name });
  }
  if (input.to && input.to <= from) throw problem('dates_crossed');
  if (role.sort !== 'business' && (await delegatesBetween(tx, input.personId, from, input.to))) {
    throw problem('administrator_delegates');
  }
  const { id, personId, unitId, title, to } = input;
  await insertPosts(tx, [{ id, personId, role: role.code, sort: role.sort, unitId, title, from, to }]);
  await record(tx, signing(actor, verbFor(role.code)), {
    verb: 'post.granted',
    kind: 'post',
    thing: id,
    unit: unitId,
    reason: input.reason || null,
    data: { person: personId, role: role.code, from, to },
    request: id,
  });
  return { id };
}

/** @throws work_open with the list where open work of this post's unit has nowhere to go */
export async function withdrawPost(
  tx: Tx,
  actor: Actor,
  postId: string,
  input: WithdrawInput,
): Promise<{ id: string }> {
  const post = await loadPost(tx, postId);
  if (!post) throw problem('not_found');
  mustBeAbleToGrant(actor, post.role, post.personId);
  if (!(await once(tx, actor, input.id, 'post.withdraw', { postId, ...input }))) return { id: postId };
  const today = dayOf(tx.now);
  const on = input.on ?? today;
  if (post.to && post.to <= on) throw problem('post_over');
  if (on > today) throw problem('date_ahead');
  await mustNotBeLast(tx, post);
  await endPosts(tx, [postId], on);
  const left = await openPostsOf(tx, { person: post.personId }, today);
  if (!left.some((other) => other.unitId === post.unitId)) {
    const why = { id: input.id, reason: input.reason };
    // Without any post they can do nothing that a unit above theirs gave them either.
    const which = (work: OpenWork) => left.length === 0 || work.unit === post.unitId;
    await handOverFrom(tx, actor, post.personId, input.handing, why, which);
  }
  await record(tx, signing(actor, verbFor(post.role)), withdrawn(post, on, input));
  return { id: postId };
}

/** The ledger's row of a post that ended. */
export const withdrawn = (post: OpenPost, on: string, why: { id: string; reason: string }) => ({
  verb: 'post.withdrawn',
  kind: 'post',
  thing: post.id,
  unit: post.unitId,
  reason: why.reason,
  data: { person: post.personId, role: post.role, on },
  request: why.id,
});

/** A city without one of its three administrators could not be helped from inside. */
export async function mustNotBeLast(tx: Tx, post: OpenPost): Promise<void> {
  if (post.sort === 'business') return;
  await holdAdministrators(tx);
  if ((await othersOfSort(tx, post.sort, post.personId)) > 0) return;
  throw problem('last_administrator', { sort: sortWords[post.sort] });
}
