/** Programmes: the built-in 基本 programme and its dated versions. */
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { builtInLimits } from '#rules/limits.ts';

/** The id of the version of the built-in programme that is valid today. */
export async function currentBasic(tx: Tx): Promise<string> {
  const row = await tx
    .selectFrom('programme_version')
    .innerJoin('programme', 'programme.id', 'programme_version.programme_id')
    .select('programme_version.id')
    .where('programme.code', '=', 'basic')
    .where('valid_from', '<=', tx.now.toISOString().slice(0, 10))
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Seeds the built-in programme: it narrows nothing, so its document is empty but for its own stages. */
export async function seedBasic(tx: Tx): Promise<void> {
  const programmeId = newId();
  const versionId = newId();
  await tx
    .insertInto('programme')
    .values({ id: programmeId, code: 'basic', name_zh: '基本方案', name_en: 'Basic programme' })
    .execute();
  await tx
    .insertInto('programme_version')
    .values({ id: versionId, programme_id: programmeId, number: 1, document: {}, valid_from: '1900-01-01' })
    .execute();
  await tx
    .insertInto('limit_rule')
    .values(
      builtInLimits.map((limit) => ({
        ...limit,
        id: newId(),
        programme_version_id: versionId,
        urgency: limit.urgency ?? null,
        class: limit.class ?? null,
        valid_from: '1900-01-01',
      })),
    )
    .execute();
}
