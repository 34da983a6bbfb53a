/** Verbs of the provider: setting it, linking accounts, signing in. No account is ever made here. */
import { sql } from 'kysely';
import type { z } from 'zod';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { accountOf } from '#people/account.store.ts';
import { loadActor } from '#people/actor.store.ts';
import { type Actor, mustBeAbleTo, mustNotBeOneself, NOBODY, personOf, signing } from '#people/actor.ts';
import { mustBeCurrent } from '#people/meanwhile.ts';
import type { oidcApi } from '#people/oidc.api.ts';
import {
  holdProvider,
  identityOf,
  openProvider,
  personBySubject,
  providerRow,
  removeIdentity,
  sealProviderSecret,
  subjectKey,
  writeIdentity,
} from '#people/oidc.store.ts';
import { hasSecondFactor, type Known, returnPath } from '#people/oidc.ts';
import { presentPerson } from '#people/person.store.ts';
import type { Caller } from '#people/session.store.ts';
import { beginFor, type SignedIn } from '#people/sign-in.actions.ts';
import { Kept } from '#platform/city.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { fieldProblem, problem } from '#platform/problem.ts';

export async function viewProvider(tx: Tx) {
  const row = await providerRow(tx);
  if (!row) return { settings: null, version: 0, returnTo: null };
  const { issuer, client_id: clientId, desk, trust_factors: trustFactors, open, version } = row;
  const name = { zh: row.name_zh, en: row.name_en };
  return { settings: { name, issuer, clientId, desk, trustFactors, open }, version, returnTo: `${desk}${returnPath}` };
}

/** What the provider is called on the button, where there is one. */
export async function providerName(tx: Tx) {
  const row = await providerRow(tx);
  return row?.open ? { zh: row.name_zh, en: row.name_en } : null;
}

export async function setProvider(tx: Tx, actor: Actor, input: z.output<typeof oidcApi.set.body>) {
  const by = signing(actor, 'account.manage');
  await sql`lock table sign_in_provider in share row exclusive mode`.execute(tx);
  const before = await holdProvider(tx);
  if (!(await once(tx, by, input.id, 'provider.set', input))) return viewProvider(tx);
  const id = before?.id ?? newId();
  if (before || input.version !== 0) await mustBeCurrent(tx, id, input.version, before?.version ?? 0);
  const secret_sealed = input.secret ? sealProviderSecret(tx, id, input.secret) : before?.secret_sealed;
  if (!secret_sealed) throw problem('malformed', { count: 1 }, { fields: [fieldProblem('secret', 'field_required')] });
  const row = {
    ...{ name_zh: input.name.zh, name_en: input.name.en, issuer: input.issuer, client_id: input.clientId },
    ...{ secret_sealed, desk: input.desk, trust_factors: input.trustFactors, open: input.open, changed_at: tx.now },
  };
  if (before)
    await tx
      .updateTable('sign_in_provider')
      .set({ ...row, version: before.version + 1 })
      .execute();
  else
    await tx
      .insertInto('sign_in_provider')
      .values({ id, ...row })
      .execute();
  const { issuer, open, trustFactors } = input;
  const data = { issuer, open, trustFactors, secret: input.secret !== undefined };
  await record(tx, by, { verb: 'provider.set', kind: 'provider', thing: id, data, request: input.id });
  return viewProvider(tx);
}

export async function viewIdentity(tx: Tx, personId: string) {
  const row = await identityOf(tx, personId);
  return { provider: await providerName(tx), linkedAt: row?.linked_at.toISOString() ?? null };
}

/** Whoever came back from the provider is the person whose session asked for it. @throws oidc_taken */
export async function linkSelf(tx: Tx, actor: Actor, known: Known): Promise<void> {
  await link(tx, actor, personOf(actor), subjectKey(tx, known.issuer, known.subject));
}

async function link(tx: Tx, by: Actor, personId: string, key: Buffer, request?: string): Promise<void> {
  const holder = await personBySubject(tx, key);
  if (holder !== undefined && holder !== personId) throw problem('oidc_taken');
  await writeIdentity(tx, personId, key, personOf(by));
  await record(tx, by, {
    verb: 'account.linked',
    kind: 'account',
    thing: personId,
    ...(request !== undefined && { request }),
  });
}

export async function unlinkSelf(tx: Tx, actor: Actor, id: string): Promise<void> {
  const personId = personOf(actor);
  if (!(await once(tx, actor, id, 'account.unlink', { personId }))) return;
  if (await removeIdentity(tx, personId))
    await record(tx, actor, { verb: 'account.unlinked', kind: 'account', thing: personId, request: id });
}

/** By the administrator, from the provider's list. Nobody gives themselves another's door. */
export async function setIdentityOf(
  tx: Tx,
  actor: Actor,
  personId: string,
  { id, subject }: { id: string; subject: string | null },
): Promise<void> {
  mustBeAbleTo(actor, 'account.manage');
  mustNotBeOneself(actor, personId);
  await presentPerson(tx, personId);
  const row = await providerRow(tx);
  if (!row) throw problem('oidc_off');
  if (!(await once(tx, actor, id, 'account.link', { personId, subject }))) return;
  if (subject !== null) await link(tx, actor, personId, subjectKey(tx, row.issuer, subject), id);
  else if (await removeIdentity(tx, personId))
    await record(tx, actor, { verb: 'account.unlinked', kind: 'account', thing: personId, request: id });
}

/**
 * Whoever the provider knows and nobody here is linked to stays outside, and it is written down. A second factor at the
 * provider counts only where the city has said so; else the person's own is asked for as after a password.
 * @throws oidc_unlinked
 */
export async function signInByProvider(tx: Tx, known: Known, caller: Caller): Promise<SignedIn> {
  const provider = await openProvider(tx);
  if (!provider) throw problem('oidc_off');
  const personId = await personBySubject(tx, subjectKey(tx, known.issuer, known.subject));
  const account = personId === undefined ? undefined : await accountOf(tx, personId);
  const actor = account && !account.disabled_at ? await loadActor(tx, account.person_id) : undefined;
  if (!account || !actor) {
    const data = { source: caller.source, wrong: 'oidc_unlinked' };
    const row = { verb: 'account.sign_in_failed', kind: 'account', thing: personId ?? NOBODY, data };
    await record(tx, { kind: 'person', id: null }, row);
    throw new Kept(problem('oidc_unlinked'));
  }
  return beginFor(tx, actor, account, caller, provider.trustFactors && hasSecondFactor(known.factors), 'oidc');
}
