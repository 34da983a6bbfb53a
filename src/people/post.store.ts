/** Posts as rows: person × role × unit, dated. */
import { sql } from 'kysely';
import { today } from '#people/actor.store.ts';
import type { RoleSort } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';

const columns = [
  'post.id',
  'post.person_id as personId',
  'person.name as personName',
  'post.role_code as role',
  'post.role_sort as sort',
  'post.unit_id as unitId',
  'post.title',
  'post.valid_from as from',
  'post.valid_to as to',
] as const;

export type OpenPost = {
  id: string;
  personId: string;
  personName: string;
  role: string;
  sort: RoleSort;
  unitId: string;
  title: string | null;
  from: string;
  to: string | null;
};

const posts = (tx: Tx) => tx.selectFrom('post').innerJoin('person', 'person.id', 'post.person_id').select(columns);

export const loadPost = (tx: Tx, postId: string) =>
  posts(tx).where('post.id', '=', postId).forUpdate('post').executeTakeFirst() as Promise<OpenPost | undefined>;

/** Posts of a unit or of persons that are held on that day or later. */
export const openPostsOf = (tx: Tx, whose: { unit: string } | { person: string | string[] }, day: string) =>
  posts(tx)
    .where(
      'unit' in whose ? 'post.unit_id' : 'post.person_id',
      '=',
      sql<string>`any(${'unit' in whose ? [whose.unit] : [whose.person].flat()}::uuid[])`,
    )
    .where((eb) => eb.or([eb('post.valid_to', 'is', null), eb('post.valid_to', '>', day)]))
    .where((eb) => eb.or([eb('post.valid_to', 'is', null), eb('post.valid_to', '>', eb.ref('post.valid_from'))]))
    .orderBy('post.id')
    .execute() as Promise<OpenPost[]>;

export async function insertPosts(tx: Tx, made: Omit<OpenPost, 'personName'>[]): Promise<void> {
  if (made.length === 0) return;
  const rows = made.map((post) => ({
    id: post.id,
    person_id: post.personId,
    role_code: post.role,
    role_sort: post.sort,
    unit_id: post.unitId,
    title: post.title,
    valid_from: post.from,
    valid_to: post.to,
  }));
  await tx.insertInto('post').values(rows).execute();
}

/** Ends posts on that day; one that would have begun later never begins. */
export async function endPosts(tx: Tx, postIds: string[], day: string): Promise<void> {
  if (postIds.length === 0) return;
  await tx
    .updateTable('post')
    .set({ valid_to: sql<string>`greatest(valid_from, least(coalesce(valid_to, 'infinity'), ${day}::date))` })
    .where('id', 'in', postIds)
    .execute();
}

/** One at a time: two administrators who go at once must not each count on the other. */
export async function holdAdministrators(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${tx.city.schema}.administrators`}, 0))`.execute(tx);
}

/** How many other persons hold this sort of post today and can sign in. */
export async function othersOfSort(tx: Tx, sort: RoleSort, personId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(distinct p.person_id) as n
      from post p join account a on a.person_id = p.person_id
     where p.role_sort = ${sort} and p.valid_from <= ${today(tx)} and coalesce(p.valid_to, 'infinity') > ${today(tx)}
       and a.password_hash is not null and a.disabled_at is null and p.person_id <> ${personId}`.execute(tx);
  return rows[0]!.n;
}
