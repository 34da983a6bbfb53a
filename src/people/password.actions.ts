/** Setting a password: at activation, by choice, or because it is older than 90 days. */
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Account, holdAccount, updateAccount } from '#people/account.store.ts';
import { type Actor, personOf } from '#people/actor.ts';
import { mustBeAllowedToTry, wrongTry } from '#people/attempt.actions.ts';
import { PASSWORDS_KEPT, passwordFaults } from '#people/password.ts';
import { hashPassword, verifyPassword } from '#people/password-hash.ts';
import { type Caller, endSessions, type Session } from '#people/session.store.ts';
import type { Tx } from '#platform/db.ts';
import { fieldProblem, problem } from '#platform/problem.ts';

export const isAdministrator = (actor: Actor) => actor.posts.some((post) => post.sort !== 'business');

/** Checks and stores it. @throws malformed with every rule it breaks. */
export async function setPassword(
  tx: Tx,
  account: Account,
  login: string,
  password: string,
  actor: Actor,
): Promise<void> {
  const faults = passwordFaults(password, login, isAdministrator(actor));
  if (faults.length === 0 && (await isUsedBefore(account, password))) faults.push({ code: 'password_used_before' });
  if (faults.length > 0) {
    const fields = faults.map(({ code, params }) => fieldProblem('password', code, params));
    throw problem('malformed', { count: fields.length }, { fields });
  }
  const hash = await hashPassword(password);
  await updateAccount(tx, account.person_id, {
    login,
    password_hash: hash,
    password_set_at: tx.now,
    past_hashes: [hash, ...account.past_hashes].slice(0, PASSWORDS_KEPT),
  });
}

async function isUsedBefore(account: Account, password: string): Promise<boolean> {
  for (const hash of account.past_hashes) if (await verifyPassword(hash, password)) return true;
  return false;
}

/**
 * The present password once more, before something that a found-open desk must not do. A decision that was made before is
 * not asked about again; it is checked before the decision's id is taken, so that a wrong one leaves the id free.
 * @throws password_wrong, kept and counted like a failed sign-in
 */
export async function mustKnowPassword(
  tx: Tx,
  account: Account,
  { id, password }: { id: string; password: string },
  caller: Caller,
): Promise<void> {
  if (await tx.selectFrom('decision').select('id').where('id', '=', id).executeTakeFirst()) return;
  const attempt = { login: account.login ?? '', account, caller };
  await mustBeAllowedToTry(tx, attempt);
  if (!(await verifyPassword(account.password_hash, password))) throw await wrongTry(tx, attempt, 'password_wrong');
}

export type PasswordChange = { id: string; current: string; password: string };

/** All other sessions of the person end. */
export async function changePassword(
  tx: Tx,
  actor: Actor,
  session: Session,
  { id, current, password }: PasswordChange,
  caller: Caller,
): Promise<void> {
  if (session.totpEnrolled && !session.totpPassed) throw problem('totp_needed');
  const person = personOf(actor);
  const account = await holdAccount(tx, person);
  if (!account?.login) throw problem('signed_out');
  await mustKnowPassword(tx, account, { id, password: current }, caller);
  // The words are left out of the decision's digest: nothing fast is ever computed of a password.
  if (!(await once(tx, actor, id, 'account.change_password', {}))) return;
  await setPassword(tx, account, account.login, password, actor);
  await endSessions(tx, person, { except: session.id });
  await record(tx, actor, { verb: 'account.password_changed', kind: 'account', thing: person, request: id });
}
