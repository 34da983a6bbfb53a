/** Writing lines of a draft. */
import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { searchWords } from '#text/words.ts';
import type { LineInput } from '#triage/duty/duty.api.ts';

/** Typing variants of the same words are one matter. */
export const keyOf = (matter: string): string => searchWords(matter);

type Key = Pick<LineInput, 'categoryId' | 'matter' | 'level' | 'areaId'>;

type Same = {
  id: string;
  line: number;
  lead_unit: string | null;
  basis: string;
  withdrawn: boolean;
  import_id: string | null;
  assists: string[];
};

/** The line that speaks of the same matter, level and area already. */
export async function sameLine(tx: Tx, listId: string, { categoryId, matter, level, areaId }: Key) {
  const { rows } = await sql<Same>`
    select id, line, lead_unit, basis, withdrawn, import_id,
           array(select s.unit_id from duty_assist s where s.entry_id = duty_entry.id order by s.position) as assists
      from duty_entry
     where list_id = ${listId} and category_id is not distinct from ${categoryId}::uuid and matter_key = ${keyOf(matter)}
       and level = ${level} and area_id is not distinct from ${areaId}::uuid`.execute(tx);
  return rows[0];
}

/** @param importId the file that said it */
export async function insertLine(
  tx: Tx,
  listId: string,
  id: string,
  input: LineInput,
  by: string | null,
  importId: string | null = null,
): Promise<number> {
  const { line } = await tx
    .insertInto('duty_entry')
    .values({
      ...columnsOf(input),
      ...{ id, list_id: listId, changed_by: by, changed_at: tx.now, import_id: importId },
      line: sql<number>`(select coalesce(max(line), 0) + 1 from duty_entry where list_id = ${listId})`,
    })
    .returning('line')
    .executeTakeFirstOrThrow();
  await writeAssists(tx, id, input.assists);
  return line;
}

export async function updateLine(
  tx: Tx,
  id: string,
  input: LineInput,
  by: string | null,
  importId: string | null = null,
): Promise<number> {
  const { version } = await tx
    .updateTable('duty_entry')
    .set({
      ...columnsOf(input),
      ...{ changed_by: by, changed_at: tx.now, import_id: importId },
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  await tx.deleteFrom('duty_assist').where('entry_id', '=', id).execute();
  await writeAssists(tx, id, input.assists);
  return version;
}

/** The file says it as it stands. */
export async function markSeen(tx: Tx, id: string, importId: string): Promise<void> {
  await tx.updateTable('duty_entry').set({ import_id: importId }).where('id', '=', id).execute();
}

export async function deleteLine(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('duty_entry').where('id', '=', id).execute();
}

const columnsOf = ({ categoryId, matter, level, areaId, leadUnit, basis, withdrawn }: LineInput) => ({
  ...{ category_id: categoryId, matter, matter_key: keyOf(matter), level, area_id: areaId },
  ...{ lead_unit: leadUnit, basis, withdrawn },
});

async function writeAssists(tx: Tx, entryId: string, units: readonly string[]): Promise<void> {
  const rows = [...new Set(units)].map((unit_id, position) => ({ entry_id: entryId, unit_id, position }));
  if (rows.length > 0) await tx.insertInto('duty_assist').values(rows).execute();
}

/** Every line of a version into another, each with a new id and its old number. */
export async function copyLines(tx: Tx, from: string, to: string): Promise<void> {
  const lines = await tx.selectFrom('duty_entry').selectAll().where('list_id', '=', from).orderBy('line').execute();
  const ids = new Map(lines.map(({ id }) => [id, newId()]));
  const pairs = JSON.stringify([...ids].map(([old, id]) => ({ old, id })));
  const given = sql`jsonb_to_recordset(${pairs}::jsonb) as n(old uuid, id uuid)`;
  await sql`insert into duty_entry (id, list_id, line, category_id, matter, matter_key, level, area_id, lead_unit, basis, withdrawn, changed_by, changed_at)
    select n.id, ${to}, e.line, e.category_id, e.matter, e.matter_key, e.level, e.area_id, e.lead_unit, e.basis, e.withdrawn, e.changed_by, e.changed_at
      from duty_entry e join ${given} on n.old = e.id`.execute(tx);
  await sql`insert into duty_assist (entry_id, unit_id, position)
    select n.id, s.unit_id, s.position from duty_assist s join ${given} on n.old = s.entry_id`.execute(tx);
}
