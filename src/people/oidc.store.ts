/** The provider by which people sign in, and who is who there. The subject itself is not kept: its keyed code finds the person. */
import type { Tx } from '#platform/db.ts';
import { blindIndex, open, seal } from '#platform/keys.ts';

const secretPlace = (id: string) => `sign_in_provider.secret:${id}`;

export const providerRow = (tx: Tx) => tx.selectFrom('sign_in_provider').selectAll().executeTakeFirst();

export const holdProvider = (tx: Tx) => tx.selectFrom('sign_in_provider').selectAll().forUpdate().executeTakeFirst();

export const sealProviderSecret = (tx: Tx, id: string, secret: string): Buffer =>
  seal(tx.city.keys, secret, secretPlace(id));

export type Provider = {
  issuer: string;
  clientId: string;
  secret: string;
  desk: string;
  trustFactors: boolean;
  version: number;
};

/** Nothing where none is set or it is switched off. */
export async function openProvider(tx: Tx): Promise<Provider | undefined> {
  const row = await providerRow(tx);
  if (!row?.open) return undefined;
  return {
    issuer: row.issuer,
    clientId: row.client_id,
    secret: open(tx.city.keys, row.secret_sealed, secretPlace(row.id)),
    desk: row.desk,
    trustFactors: row.trust_factors,
    version: row.version,
  };
}

/** Another issuer's subject of the same name is another code. */
export const subjectKey = (tx: Tx, issuer: string, subject: string): Buffer =>
  blindIndex(tx.city.keys, 'subject', JSON.stringify([issuer, subject]));

export const identityOf = (tx: Tx, personId: string) =>
  tx.selectFrom('person_identity').selectAll().where('person_id', '=', personId).executeTakeFirst();

export const personBySubject = async (tx: Tx, key: Buffer): Promise<string | undefined> =>
  (await tx.selectFrom('person_identity').select('person_id').where('subject_key', '=', key).executeTakeFirst())
    ?.person_id;

/** In the place of an earlier one of this person. */
export async function writeIdentity(tx: Tx, personId: string, key: Buffer, by: string): Promise<void> {
  const row = { subject_key: key, linked_at: tx.now, linked_by: by };
  await tx
    .insertInto('person_identity')
    .values({ person_id: personId, ...row })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(row))
    .execute();
}

/** @returns whether there was one. */
export async function removeIdentity(tx: Tx, personId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('person_identity')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
