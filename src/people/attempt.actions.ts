/** Guarding what can be guessed: who is held back before a try, and what a wrong try leaves behind. */
import type { Signature } from '#ledger/ledger.ts';
import { record } from '#ledger/record.ts';
import { type Account, isKnownSource } from '#people/account.store.ts';
import { NOBODY } from '#people/actor.ts';
import {
  ANYWHERE,
  forgetFailures,
  holdPair,
  loadTally,
  loginKey,
  sweepFailures,
  writeTally,
} from '#people/attempt.store.ts';
import { countFailure, LOCK_AFTER, lockedSeconds, slowedSeconds } from '#people/attempts.ts';
import type { Caller } from '#people/session.store.ts';
import { Kept } from '#platform/city.ts';
import type { Tx } from '#platform/db.ts';
import { type Problem, problem } from '#platform/problem.ts';

/** One try by somebody who says they are `login`; the account is absent where there is none, and nothing tells it. */
export type Attempt = { login: string; account: Account | undefined; caller: Caller };

const locked = (seconds: number) =>
  problem('sign_in_locked', { minutes: Math.ceil(seconds / 60) }, { retry_after: seconds });
const slowed = (seconds: number) => problem('too_many', { seconds }, { retry_after: seconds });

/**
 * A source from which the person has signed in before is not slowed by failures elsewhere: else a stranger who keeps
 * failing could keep the mayor out all the same.
 * @throws sign_in_locked, too_many
 */
export async function mustBeAllowedToTry(tx: Tx, { login, account, caller }: Attempt): Promise<void> {
  const key = loginKey(tx, login);
  const known = await isKnownSource(tx, account, caller.source);
  for (const source of known ? [caller.source] : [caller.source, ANYWHERE]) {
    if (!(await holdPair(tx, key, source))) throw slowed(1);
  }
  const lock = lockedSeconds(await loadTally(tx, key, caller.source), tx.now);
  if (lock > 0) throw locked(lock);
  const pause = known ? 0 : slowedSeconds(await loadTally(tx, key, ANYWHERE), tx.now);
  if (pause > 0) throw slowed(pause);
}

/** Counts a wrong try and writes it down. The result is to be thrown: its traces stay although it is a refusal. */
export async function wrongTry(
  tx: Tx,
  attempt: Attempt,
  wrong: 'sign_in_wrong' | 'totp_wrong' | 'password_wrong',
): Promise<Kept> {
  const { account, caller } = attempt;
  const key = loginKey(tx, attempt.login);
  const pair = countFailure(await loadTally(tx, key, caller.source), tx.now, true);
  await writeTally(tx, key, caller.source, pair);
  await writeTally(tx, key, ANYWHERE, countFailure(await loadTally(tx, key, ANYWHERE), tx.now, false));
  await sweepFailures(tx);
  const stranger: Signature = { kind: 'person', id: null };
  const row = { kind: 'account', thing: account?.person_id ?? NOBODY, data: { source: caller.source, wrong } };
  const left = LOCK_AFTER - pair.failures;
  await record(tx, stranger, [
    { verb: 'account.sign_in_failed', ...row },
    ...(left <= 0 ? [{ verb: 'account.locked', ...row }] : []),
  ]);
  return new Kept(refusal(wrong, left, lockedSeconds(pair, tx.now)));
}

const refusal = (wrong: 'sign_in_wrong' | 'totp_wrong' | 'password_wrong', left: number, seconds: number): Problem =>
  left <= 0 ? locked(seconds) : problem(wrong, { left });

/** After every factor was passed. */
export async function forgetTries(tx: Tx, { login, caller }: Attempt): Promise<void> {
  await forgetFailures(tx, loginKey(tx, login), caller.source);
}
