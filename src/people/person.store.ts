/** Persons as rows: what the verbs need. */
import { sql, type Updateable } from 'kysely';
import { dayOf } from '#clock/day.ts';
import { type Identifiers, sealed } from '#people/identifiers.ts';
import type { Tx } from '#platform/db.ts';
import { newSalt } from '#platform/keys.ts';
import { problem } from '#platform/problem.ts';
import type { Person as Row } from '#platform/tables.gen.ts';

/** Held until the verb ends. @throws not_found */
export async function holdPerson(tx: Tx, personId: string) {
  const person = await tx.selectFrom('person').selectAll().where('id', '=', personId).forUpdate().executeTakeFirst();
  if (!person) throw problem('not_found');
  return person;
}
export type Person = Awaited<ReturnType<typeof holdPerson>>;

/** Somebody who can be given something. Held, so that they do not leave meanwhile. @throws not_found, person_left */
export async function presentPerson(tx: Tx, personId: string): Promise<Person> {
  const person = await holdPerson(tx, personId);
  if (person.left_on && person.left_on <= dayOf(tx.now)) throw problem('person_left', { name: person.name });
  return person;
}

/** Names by id. */
export async function personNames(tx: Tx, personIds: readonly string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(personIds)])
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

export type NewPerson = { id: string; name: string; staffNumber: string | null } & Identifiers;

/** Writes many at once. Returns the salt of each, in order. */
export async function insertPersons(tx: Tx, persons: NewPerson[]): Promise<Buffer[]> {
  const rows = persons.map((one) => ({
    id: one.id,
    name: one.name,
    staff_number: one.staffNumber,
    ...sealed(tx, one.id, one),
    salt: newSalt(),
    made_at: tx.now,
  }));
  if (rows.length > 0) await tx.insertInto('person').values(rows).execute();
  return rows.map((row) => row.salt);
}

export async function updatePerson(tx: Tx, personId: string, change: Updateable<Row>): Promise<void> {
  await tx
    .updateTable('person')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', personId)
    .execute();
}
