/** Areas as rows. */
import { sql } from 'kysely';
import { today } from '#people/actor.store.ts';
import type { Area, AreaQuery } from '#people/area.api.ts';
import { keysOf, pageOf } from '#people/cursor.ts';
import type { Tx } from '#platform/db.ts';
import { likePattern } from '#text/words.ts';

/** Areas of today in the order of their codes, which is that of the map: a code begins with its parent's. */
export async function listAreas(
  tx: Tx,
  { parentId, level, q, cursor, limit }: AreaQuery,
): Promise<{ items: Area[]; next: string | null }> {
  const after = cursor ? keysOf(cursor, 1)[0]! : undefined;
  const rows = await tx
    .selectFrom('area')
    .select(['id', 'code', 'name', 'level', 'parent_id as parentId'])
    .where(sql<boolean>`valid_from <= ${today(tx)} and coalesce(valid_to, 'infinity') > ${today(tx)}`)
    .$if(parentId !== undefined, (query) => query.where('parent_id', '=', parentId!))
    .$if(level !== undefined, (query) => query.where('level', '=', level!))
    .$if(q !== undefined && q !== '', (query) =>
      query.where((eb) => eb.or([eb('name', 'like', likePattern(q!)), eb('code', '=', q!)])),
    )
    .$if(after !== undefined, (query) => query.where('code', '>', after!))
    .orderBy('code')
    .limit(limit + 1)
    .execute();
  return pageOf(rows, limit, (row) => [row.code]);
}
