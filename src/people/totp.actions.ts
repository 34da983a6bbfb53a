/** Enrolling the second factor, and taking it off. */
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Account, holdAccount, updateAccount } from '#people/account.store.ts';
import { type Actor, personOf } from '#people/actor.ts';
import { mustKnowPassword } from '#people/password.actions.ts';
import type { Caller, Session } from '#people/session.store.ts';
import { newTotpSecret, totpStep, totpUrl } from '#people/totp.ts';
import type { Tx } from '#platform/db.ts';
import { open, seal } from '#platform/keys.ts';
import { fieldProblem, problem } from '#platform/problem.ts';

/** To which row a secret is sealed. */
export const totpPlace = (personId: string) => `account.totp:${personId}`;

/** The account's secret, whether confirmed or not. */
export const openTotp = (tx: Tx, account: Account): string | undefined =>
  account.totp_sealed ? open(tx.city.keys, account.totp_sealed, totpPlace(account.person_id)) : undefined;

async function hold(tx: Tx, actor: Actor): Promise<Account & { login: string }> {
  const account = await holdAccount(tx, personOf(actor));
  if (!account?.login) throw problem('signed_out');
  return { ...account, login: account.login };
}

/** A new secret, which counts only after `confirmTotp`. Asked again it is the same one, until it is confirmed. */
export async function beginTotp(tx: Tx, actor: Actor): Promise<{ secret: string; url: string }> {
  const account = await hold(tx, actor);
  if (account.totp_confirmed_at) throw problem('totp_enrolled');
  const secret = openTotp(tx, account) ?? newTotpSecret();
  const sealed = seal(tx.city.keys, secret, totpPlace(account.person_id));
  await updateAccount(tx, account.person_id, { totp_sealed: sealed, totp_last_step: null });
  return { secret, url: totpUrl(secret, `溯源 ${tx.city.name.zh}`, account.login) };
}

/**
 * The first right code: from now on sign-in asks for one.
 * @returns the account as it is now; nothing where the same was decided before, for then no code was looked at.
 * @throws malformed where the code is not right
 */
export async function confirmTotp(
  tx: Tx,
  actor: Actor,
  { id, code }: { id: string; code: string },
): Promise<Account | undefined> {
  const account = await hold(tx, actor);
  if (!(await once(tx, actor, id, 'account.confirm_totp', {}))) return undefined;
  if (account.totp_confirmed_at) throw problem('totp_enrolled');
  const secret = openTotp(tx, account);
  const step = secret && totpStep(secret, code, tx.now, null);
  if (!step) throw problem('malformed', { count: 1 }, { fields: [fieldProblem('code', 'totp_code_wrong')] });
  const change = { totp_confirmed_at: tx.now, totp_last_step: step };
  await updateAccount(tx, account.person_id, change);
  await record(tx, actor, { verb: 'account.totp_enrolled', kind: 'account', thing: account.person_id, request: id });
  return { ...account, ...change };
}

/** @throws totp_demanded where a post of the person asks for it; password_wrong */
export async function removeTotp(
  tx: Tx,
  actor: Actor,
  session: Session,
  { id, password }: { id: string; password: string },
  caller: Caller,
): Promise<void> {
  const account = await hold(tx, actor);
  if (actor.posts.some((post) => post.totpDemanded)) throw problem('totp_demanded');
  if (session.totpEnrolled && !session.totpPassed) throw problem('totp_needed');
  await mustKnowPassword(tx, account, { id, password }, caller);
  if (!(await once(tx, actor, id, 'account.remove_totp', {}))) return;
  await takeOffTotp(tx, account.person_id);
  await record(tx, actor, { verb: 'account.totp_removed', kind: 'account', thing: account.person_id, request: id });
}

export const takeOffTotp = (tx: Tx, personId: string): Promise<void> =>
  updateAccount(tx, personId, { totp_sealed: null, totp_confirmed_at: null, totp_last_step: null });
