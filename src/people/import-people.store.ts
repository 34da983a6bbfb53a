/** Everybody whom the rows of a staff list can mean, found by number, by phone and by name; and writing what changed. */
import { sql } from 'kysely';
import { dayOf } from '#clock/day.ts';
import type { RoleSort } from '#people/actor.ts';
import { idNumberKey, opened, phoneKey, sealed } from '#people/identifiers.ts';
import type { PersonRow } from '#people/import-people.ts';
import { insertPersons, updatePerson } from '#people/person.store.ts';
import { insertPosts, openPostsOf } from '#people/post.store.ts';
import type { Tx } from '#platform/db.ts';

export type KnownPost = {
  id: string;
  unitId: string;
  role: string;
  sort: RoleSort;
  title: string | null;
  isNew: boolean;
  titleChanged?: boolean;
};

/** A person as they are, with what the list changes; a new one has no row yet. */
export type Known = {
  id: string;
  isNew: boolean;
  name: string;
  staffNumber: string | null;
  phone: string | null;
  idNumber: string | null;
  leftOn: string | null;
  login: string | null;
  posts: KnownPost[];
  /** The fields this list has changed. */
  changed: Set<string>;
  salt: Buffer | null;
};

export type Book = {
  people: Known[];
  /** Logins of this list that somebody holds. */
  logins: Map<string, string>;
};

const keys = <T>(values: (T | '')[]): T[] => [...new Set(values.filter((value): value is T => value !== ''))];

export async function loadBook(tx: Tx, rows: readonly PersonRow[]): Promise<Book> {
  const names = keys(rows.map((row) => row.name));
  const staff = keys(rows.map((row) => row.staffNumber));
  const phones = keys(rows.map((row) => row.phone)).map((phone) => phoneKey(tx, phone));
  const ids = keys(rows.map((row) => row.idNumber)).map((value) => idNumberKey(tx, value));
  const logins = keys(rows.map((row) => row.login));
  const found = await tx
    .selectFrom('person')
    .leftJoin('account', 'account.person_id', 'person.id')
    .select(['person.id', 'name', 'staff_number', 'phone_sealed', 'id_number_sealed', 'left_on', 'salt', 'login'])
    .where(
      sql<boolean>`name = any(${names}::text[]) or staff_number = any(${staff}::text[])
        or phone_key = any(${phones}::bytea[]) or id_number_key = any(${ids}::bytea[])`,
    )
    .execute();
  const posts = await openPostsOf(tx, { person: found.map((row) => row.id) }, dayOf(tx.now));
  const holders = await tx
    .selectFrom('account')
    .select(['login', 'person_id'])
    .where(sql<boolean>`login = any(${logins}::text[])`)
    .execute();
  return {
    people: found.map((row) => ({
      id: row.id,
      isNew: false,
      name: row.name,
      staffNumber: row.staff_number,
      ...opened(tx, row),
      leftOn: row.left_on,
      login: row.login,
      posts: posts.filter((post) => post.personId === row.id).map((post) => ({ ...post, isNew: false })),
      changed: new Set<string>(),
      salt: row.salt,
    })),
    logins: new Map(holders.map((row) => [row.login!, row.person_id])),
  };
}

/** Writes what the list made and changed: new persons, their posts and logins, changed fields. */
export async function writeBook(tx: Tx, { people }: Book): Promise<void> {
  const made = people.filter((one) => one.isNew);
  const salts = await insertPersons(tx, made);
  for (const [i, one] of made.entries()) one.salt = salts[i]!;
  for (const one of people.filter((one) => !one.isNew && one.changed.size > 0)) {
    await updatePerson(tx, one.id, { name: one.name, staff_number: one.staffNumber, ...sealed(tx, one.id, one) });
  }
  const from = dayOf(tx.now);
  const posts = people.flatMap((one) => one.posts.map((post) => ({ ...post, personId: one.id })));
  await insertPosts(
    tx,
    posts.filter((post) => post.isNew).map((post) => ({ ...post, from, to: null })),
  );
  for (const post of posts.filter((post) => post.titleChanged && !post.isNew)) {
    await tx.updateTable('post').set({ title: post.title }).where('id', '=', post.id).execute();
  }
  const logins = people.filter((one) => one.changed.has('login'));
  for (const { id, login } of logins) {
    await tx
      .insertInto('account')
      .values({ person_id: id, login })
      .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ login }))
      .execute();
  }
}
