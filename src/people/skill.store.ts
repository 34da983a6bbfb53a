/** Skills as rows. */
import { sql } from 'kysely';
import { today } from '#people/actor.store.ts';
import type { SkillShown } from '#people/skill.api.ts';
import type { Tx } from '#platform/db.ts';

export async function listSkills(tx: Tx): Promise<(SkillShown & { persons: number })[]> {
  const { rows } = await sql<SkillShown & { persons: number }>`
    select s.id, s.name, (select count(*)::int from person_skill k join person h on h.id = k.person_id
        where k.skill_id = s.id and coalesce(h.left_on, 'infinity') > ${today(tx)}) as persons
      from skill s where s.retired_at is null order by s.name`.execute(tx);
  return rows;
}

/** Retired ones are kept with whoever had them, and shown no more. */
export const skillsOf = (tx: Tx, personId: string): Promise<SkillShown[]> =>
  tx
    .selectFrom('person_skill')
    .innerJoin('skill', 'skill.id', 'person_skill.skill_id')
    .select(['skill.id', 'skill.name'])
    .where('person_id', '=', personId)
    .where('retired_at', 'is', null)
    .orderBy('skill.name')
    .execute();

/** One that is in use, held until the transaction ends. */
export const holdSkill = (tx: Tx, id: string) =>
  tx
    .selectFrom('skill')
    .select(['id', 'name'])
    .where('id', '=', id)
    .where('retired_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();

export async function insertSkill(tx: Tx, { id, name }: SkillShown): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('skill')
    .values({ id, name })
    .onConflict((conflict) => conflict.column('name').where('retired_at', 'is', null).doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows) > 0;
}

export async function retireRow(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('skill').set({ retired_at: tx.now }).where('id', '=', id).execute();
}

export async function writeSkills(tx: Tx, personId: string, add: string[], take: string[]): Promise<void> {
  if (take.length > 0)
    await tx.deleteFrom('person_skill').where('person_id', '=', personId).where('skill_id', 'in', take).execute();
  if (add.length > 0)
    await tx
      .insertInto('person_skill')
      .values(add.map((skill) => ({ person_id: personId, skill_id: skill, at: tx.now })))
      .execute();
}
