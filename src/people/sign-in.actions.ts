/** Signing in and out. Unknown login, wrong password, disabled account and a person who left: one answer, the same work. */
import { record } from '#ledger/record.ts';
import { type Account, accountByLogin, holdAccount, updateAccount } from '#people/account.store.ts';
import { loadActor } from '#people/actor.store.ts';
import { type Actor, personOf } from '#people/actor.ts';
import { forgetTries, mustBeAllowedToTry, wrongTry } from '#people/attempt.actions.ts';
import { type Demand, demandsOf } from '#people/demands.ts';
import { verifyPassword } from '#people/password-hash.ts';
import { beginSession, type Caller, endSessions, type Session } from '#people/session.store.ts';
import { openTotp } from '#people/totp.actions.ts';
import { totpStep } from '#people/totp.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';

/** `secret` is the cookie's value. While something is demanded, the session opens only the pages that fulfil it. */
export type SignedIn = { secret: string; demands: Demand[] };

/** @throws sign_in_wrong, sign_in_locked, too_many */
export async function signIn(
  tx: Tx,
  { login, password }: { login: string; password: string },
  caller: Caller,
): Promise<SignedIn> {
  const account = await accountByLogin(tx, login);
  const attempt = { login, account, caller };
  await mustBeAllowedToTry(tx, attempt);
  const right = await verifyPassword(account?.password_hash, password);
  const actor = right && account && !account.disabled_at ? await loadActor(tx, account.person_id) : undefined;
  if (!account || !actor) throw await wrongTry(tx, attempt, 'sign_in_wrong');
  const signedIn = await beginFor(tx, actor, account, caller, false);
  // A right password alone does not end the counting where a code must follow: codes are guessed faster.
  if (!signedIn.demands.includes('totp')) await forgetTries(tx, attempt);
  return signedIn;
}

/** A new session, written down. */
export async function beginFor(
  tx: Tx,
  actor: Actor,
  account: Account,
  caller: Caller,
  totpPassed: boolean,
  by?: 'oidc',
): Promise<SignedIn> {
  const person = personOf(actor);
  const secret = await beginSession(tx, person, caller, totpPassed);
  const demands = demandsOf(
    {
      totpPassed,
      totpEnrolled: account.totp_confirmed_at !== null,
      totpDemanded: actor.posts.some((post) => post.totpDemanded),
      passwordSetAt: account.password_set_at,
    },
    tx.now,
  );
  const data = { source: caller.source, ...(by && { by }), ...(demands.length > 0 && { demands }) };
  await record(tx, actor, { verb: 'account.signed_in', kind: 'account', thing: person, data });
  return { secret, demands };
}

/** The second factor; the half session ends and a whole one begins. @throws totp_wrong, sign_in_locked, too_many */
export async function passTotp(
  tx: Tx,
  actor: Actor,
  session: Session,
  code: string,
  caller: Caller,
): Promise<SignedIn> {
  const account = await holdAccount(tx, personOf(actor));
  if (!account?.login || !account.totp_confirmed_at) throw problem('signed_out');
  const attempt = { login: account.login, account, caller };
  await mustBeAllowedToTry(tx, attempt);
  const step = totpStep(openTotp(tx, account)!, code, tx.now, account.totp_last_step);
  if (step === undefined) throw await wrongTry(tx, attempt, 'totp_wrong');
  await updateAccount(tx, account.person_id, { totp_last_step: step });
  await endSessions(tx, account.person_id, { only: session.id });
  await forgetTries(tx, attempt);
  return beginFor(tx, actor, account, caller, true);
}

export async function signOut(tx: Tx, actor: Actor, session: Session): Promise<void> {
  await endSessions(tx, session.personId, { only: session.id });
  await record(tx, actor, { verb: 'account.signed_out', kind: 'account', thing: session.personId });
}
