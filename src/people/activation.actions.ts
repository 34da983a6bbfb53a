/** Making an activation code, and using it: the only way to a first password, and to a new one when it was forgotten. */
import { randomBytes } from 'node:crypto';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import {
  type Account,
  accountByLogin,
  accountOf,
  holdAccount,
  insertAccount,
  updateAccount,
} from '#people/account.store.ts';
import {
  findActivation,
  insertActivation,
  markUsed,
  openActivation,
  voidActivations,
} from '#people/activation.store.ts';
import { CODE_DAYS, CODE_LENGTH, codeFrom, groupCode } from '#people/activation.ts';
import { loadActor } from '#people/actor.store.ts';
import { type Actor, mustBeAbleTo, mustNotBeOneself, signing } from '#people/actor.ts';
import { forgetTries } from '#people/attempt.actions.ts';
import { login as loginShape, normaliseLogin } from '#people/login.ts';
import { isAdministrator, setPassword } from '#people/password.actions.ts';
import { leastLength } from '#people/password.ts';
import { presentPerson } from '#people/person.store.ts';
import { type Caller, endSessions } from '#people/session.store.ts';
import { beginFor, type SignedIn } from '#people/sign-in.actions.ts';
import type { Tx } from '#platform/db.ts';
import { fieldProblem, problem } from '#platform/problem.ts';

/** `code` is shown this once; null where the same decision was made before: then a new one has to be made. */
export type MadeActivation = { code: string | null; login: string | null; expiresAt: Date };

/**
 * Makes a code and voids those before it. The login stays once it is in use; before, it is the given one, else the staff
 * number; else the person chooses.
 */
export async function makeActivation(
  tx: Tx,
  actor: Actor,
  input: { id: string; personId: string; login?: string | undefined },
): Promise<MadeActivation> {
  mustBeAbleTo(actor, 'account.manage');
  mustNotBeOneself(actor, input.personId);
  const person = await presentPerson(tx, input.personId);
  const account = await holdAccount(tx, person.id);
  if (!(await once(tx, actor, input.id, 'account.make_activation', input))) {
    const made = await openActivation(tx, person.id);
    return { code: null, login: account?.login ?? null, expiresAt: made?.expires_at ?? tx.now };
  }
  if (account?.disabled_at) throw problem('account_disabled', { name: person.name });
  const settled = account?.password_hash ? account.login : null;
  const login = settled ?? input.login ?? account?.login ?? (await freeLogin(tx, person.staff_number));
  if (!account) await insertAccount(tx, { person_id: person.id, login });
  else if (login !== account.login) await updateAccount(tx, person.id, { login });
  await voidActivations(tx, person.id);
  const code = codeFrom(randomBytes(CODE_LENGTH));
  const expiresAt = new Date(tx.now.getTime() + CODE_DAYS * 86_400_000);
  await insertActivation(tx, person.id, code, expiresAt);
  await record(tx, signing(actor, 'account.manage'), {
    verb: 'account.activation_made',
    kind: 'account',
    thing: person.id,
    request: input.id,
  });
  return { code: groupCode(code), login, expiresAt };
}

async function freeLogin(tx: Tx, staffNumber: string | null): Promise<string | null> {
  const wanted = loginShape.safeParse(staffNumber ?? '');
  return wanted.success && !(await accountByLogin(tx, wanted.data)) ? wanted.data : null;
}

type Open = { actor: Actor; account: Account };

/** @throws activation_invalid: wrong, used, voided, expired, of somebody who left or is disabled; nothing tells which */
async function openCode(tx: Tx, code: string): Promise<Open> {
  const found = await findActivation(tx, code);
  const actor = found && (await loadActor(tx, found.personId));
  const account = found && (await accountOf(tx, found.personId));
  if (!actor || !account || account.disabled_at) throw problem('activation_invalid');
  return { actor, account };
}

export async function lookAtActivation(tx: Tx, code: string) {
  const { actor, account } = await openCode(tx, code);
  return {
    name: actor.name,
    login: account.login,
    leastLength: leastLength(isAdministrator(actor)),
    totpDemanded: actor.posts.some((post) => post.totpDemanded),
  };
}

/** Sets login and password and signs in. Sessions of before end; an enrolled second factor stays. */
export async function activate(
  tx: Tx,
  input: { code: string; login?: string | undefined; password: string },
  caller: Caller,
): Promise<SignedIn> {
  const { actor, account } = await openCode(tx, input.code);
  const login = account.login ?? input.login;
  if (!login) throw problem('malformed', { count: 1 }, { fields: [fieldProblem('login', 'field_required')] });
  const holder = await accountByLogin(tx, normaliseLogin(login));
  if (holder && holder.person_id !== account.person_id) throw problem('login_taken');
  await setPassword(tx, account, login, input.password, actor);
  await markUsed(tx, input.code);
  await endSessions(tx, account.person_id);
  await forgetTries(tx, { login, account, caller });
  await record(tx, actor, {
    verb: 'account.activated',
    kind: 'account',
    thing: account.person_id,
    data: { source: caller.source },
  });
  return beginFor(tx, actor, (await accountOf(tx, account.person_id))!, caller, false);
}
