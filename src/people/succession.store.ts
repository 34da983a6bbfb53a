/** Successor edges as rows, and posts that move with a unit. */
import { sql } from 'kysely';
import type { OpenPost } from '#people/post.store.ts';
import type { SuccessionInput } from '#people/unit.api.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';

export async function insertSuccessors(tx: Tx, { kind, predecessors, successors, on }: SuccessionInput): Promise<void> {
  const rows = predecessors.flatMap((before) =>
    successors.map((after) => ({ predecessor_id: before, successor_id: after.id, kind, at: on })),
  );
  await tx.insertInto('unit_successor').values(rows).execute();
}

export type Carried = { old: OpenPost; unitId: string; made: string | null };

/** Ends each post and begins the same one in its new unit; a post the person holds there already is not made twice. */
export async function carryPosts(
  tx: Tx,
  posts: OpenPost[],
  to: (post: OpenPost) => string,
  on: string,
): Promise<Carried[]> {
  if (posts.length === 0) return [];
  await tx
    .updateTable('post')
    .set({ valid_to: sql<string>`greatest(valid_from, ${on}::date)` })
    .where(
      'id',
      'in',
      posts.map((post) => post.id),
    )
    .execute();
  const carried = posts.map((old) => ({ old, unitId: to(old), made: newId() }));
  const made = await tx
    .insertInto('post')
    .values(
      carried.map(({ old, unitId, made }) => ({
        id: made,
        person_id: old.personId,
        role_code: old.role,
        role_sort: old.sort,
        unit_id: unitId,
        title: old.title,
        valid_from: old.from > on ? old.from : on,
        valid_to: old.to,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  const there = new Set(made.map((row) => row.id));
  return carried.map((one) => ({ ...one, made: there.has(one.made) ? one.made : null }));
}
