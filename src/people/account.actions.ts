/**
 * What administrators do with somebody's account. It takes two of them to get into one that has a second factor: the system
 * administrator makes codes, the security administrator takes authenticators off.
 */

import { dayOf } from '#clock/day.ts';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import type { AccountView } from '#people/account.api.ts';
import { type Account, accountOf, holdAccount, stateOf, updateAccount } from '#people/account.store.ts';
import { openActivation, voidActivations } from '#people/activation.store.ts';
import { type Actor, may, mustBeAbleTo, mustNotBeOneself, signing } from '#people/actor.ts';
import { forgetFailures, locksOf, loginKey } from '#people/attempt.store.ts';
import type { Permission } from '#people/permissions.ts';
import { mustNotBeLast } from '#people/post.actions.ts';
import { openPostsOf } from '#people/post.store.ts';
import { endSessions, sessionsOf } from '#people/session.store.ts';
import { takeOffTotp } from '#people/totp.actions.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';

type Decision = { id: string; reason: string };

/** An administrator who holds one of the verbs. */
function mustLookAfter(actor: Actor): Permission {
  const verb = may(actor, 'account.manage') ? 'account.manage' : 'post.grant';
  mustBeAbleTo(actor, verb);
  return verb;
}

export async function viewAccount(tx: Tx, actor: Actor, personId: string): Promise<AccountView> {
  mustLookAfter(actor);
  const account = await accountOf(tx, personId);
  const code = await openActivation(tx, personId);
  const locks = account?.login ? await locksOf(tx, loginKey(tx, account.login)) : [];
  return {
    state: stateOf(account, code !== undefined),
    login: account?.login ?? null,
    passwordSetAt: account?.password_set_at?.toISOString() ?? null,
    totpEnrolled: account?.totp_confirmed_at != null,
    codeExpiresAt: code?.expires_at.toISOString() ?? null,
    sessions: (await sessionsOf(tx, personId)).length,
    locks: locks.map((lock) => ({ source: lock.source, until: lock.locked_until!.toISOString() })),
  };
}

async function hold(tx: Tx, personId: string): Promise<Account> {
  const account = await holdAccount(tx, personId);
  if (!account) throw problem('not_found');
  return account;
}

const write = (tx: Tx, actor: Actor, held: Permission, verb: string, personId: string, { id, reason }: Decision) =>
  record(tx, signing(actor, held), { verb: `account.${verb}`, kind: 'account', thing: personId, reason, request: id });

/** Sessions end, unused codes are void. */
export async function disable(tx: Tx, actor: Actor, personId: string, decision: Decision): Promise<void> {
  mustBeAbleTo(actor, 'account.manage');
  mustNotBeOneself(actor, personId);
  const account = await hold(tx, personId);
  if (!(await once(tx, actor, decision.id, 'account.disable', { personId, ...decision })) || account.disabled_at)
    return;
  for (const post of await openPostsOf(tx, { person: personId }, dayOf(tx.now))) await mustNotBeLast(tx, post);
  await updateAccount(tx, personId, { disabled_at: tx.now });
  await endSessions(tx, personId);
  await voidActivations(tx, personId);
  await write(tx, actor, 'account.manage', 'disabled', personId, decision);
}

export async function enable(tx: Tx, actor: Actor, personId: string, decision: Decision): Promise<void> {
  mustBeAbleTo(actor, 'account.manage');
  mustNotBeOneself(actor, personId);
  const account = await hold(tx, personId);
  if (!(await once(tx, actor, decision.id, 'account.enable', { personId, ...decision })) || !account.disabled_at)
    return;
  await updateAccount(tx, personId, { disabled_at: null });
  await write(tx, actor, 'account.manage', 'enabled', personId, decision);
}

export async function endSessionsOf(tx: Tx, actor: Actor, personId: string, decision: Decision): Promise<number> {
  const held = mustLookAfter(actor);
  if (!(await once(tx, actor, decision.id, 'account.end_sessions', { personId, ...decision }))) return 0;
  const ended = await endSessions(tx, personId);
  await write(tx, actor, held, 'sessions_ended', personId, decision);
  return ended;
}

/** Failures of this login are forgotten at every source. */
export async function releaseLock(tx: Tx, actor: Actor, personId: string, decision: Decision): Promise<void> {
  mustBeAbleTo(actor, 'post.grant');
  const account = await hold(tx, personId);
  if (!(await once(tx, actor, decision.id, 'account.release_lock', { personId, ...decision }))) return;
  if (account.login) await forgetFailures(tx, loginKey(tx, account.login));
  await write(tx, actor, 'post.grant', 'lock_released', personId, decision);
}

/** The person signs in with the password alone and, where a post demands it, enrols anew. Sessions end. */
export async function resetTotp(tx: Tx, actor: Actor, personId: string, decision: Decision): Promise<void> {
  mustBeAbleTo(actor, 'post.grant');
  mustNotBeOneself(actor, personId);
  await hold(tx, personId);
  if (!(await once(tx, actor, decision.id, 'account.reset_totp', { personId, ...decision }))) return;
  await takeOffTotp(tx, personId);
  await endSessions(tx, personId);
  await write(tx, actor, 'post.grant', 'totp_removed', personId, decision);
}
