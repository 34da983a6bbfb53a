/** Units and their dated edges as rows: what the verbs need. */
import { type Insertable, sql, type Updateable } from 'kysely';
import type { UnitBrief } from '#people/unit.api.ts';
import type { Relation } from '#people/unit.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import type { Unit as Row } from '#platform/tables.gen.ts';

export const loadUnit = (tx: Tx, unitId: string) =>
  tx.selectFrom('unit').selectAll().where('id', '=', unitId).executeTakeFirst();
export type Unit = NonNullable<Awaited<ReturnType<typeof loadUnit>>>;

/** The same, held until the verb ends. */
export const holdUnits = (tx: Tx, unitIds: string[]): Promise<Unit[]> =>
  unitIds.length === 0
    ? Promise.resolve([])
    : tx.selectFrom('unit').selectAll().where('id', 'in', unitIds).orderBy('id').forUpdate().execute();

/** Names of units, by id. */
export async function unitBriefs(tx: Tx, unitIds: readonly string[]): Promise<Map<string, UnitBrief>> {
  if (unitIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('unit')
    .select(['id', 'name', 'short_name as shortName'])
    .where('id', 'in', [...new Set(unitIds)])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

export async function insertUnit(tx: Tx, unit: Insertable<Row>): Promise<void> {
  await tx.insertInto('unit').values(unit).execute();
}

export async function updateUnit(tx: Tx, unitId: string, change: Updateable<Row>): Promise<void> {
  await tx
    .updateTable('unit')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', unitId)
    .execute();
}

/** One change of the trees at a time, so that two together cannot close a circle that neither sees. */
export async function holdTrees(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${tx.city.schema}.unit_edge`}, 0))`.execute(tx);
}

/** Would the child stand above itself at any time from that day on? */
export async function closesCircle(
  tx: Tx,
  parentId: string,
  childId: string,
  relation: Relation,
  from: string,
): Promise<boolean> {
  const { rows } = await sql<{ circle: boolean }>`
    with recursive up (unit, span) as (
      select ${parentId}::uuid, daterange(${from}::date, null)
      union
      select e.parent_id, up.span * daterange(e.valid_from, e.valid_to)
        from up join unit_edge e on e.child_id = up.unit and e.relation = ${relation}
                                and daterange(e.valid_from, e.valid_to) && up.span
    ) select exists (select from up where unit = ${childId}) as circle`.execute(tx);
  return rows[0]!.circle;
}

export async function insertEdge(
  tx: Tx,
  edge: { parentId: string; childId: string; relation: Relation; from: string; to?: string | null },
): Promise<void> {
  const { parentId, childId, relation, from, to } = edge;
  await tx
    .insertInto('unit_edge')
    .values({ id: newId(), parent_id: parentId, child_id: childId, relation, valid_from: from, valid_to: to ?? null })
    .execute();
}

/** Edges that are still open on that day or begin later. */
export const edgesFrom = (tx: Tx, end: 'parent_id' | 'child_id', unitId: string, day: string) =>
  tx
    .selectFrom('unit_edge')
    .selectAll()
    .where(end, '=', unitId)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', day)]))
    .execute();

/** Ends edges on that day; one that would have begun later never begins. */
export async function endEdges(tx: Tx, edgeIds: string[], day: string): Promise<void> {
  if (edgeIds.length === 0) return;
  await tx
    .updateTable('unit_edge')
    .set({ valid_to: sql<string>`greatest(valid_from, ${day}::date)` })
    .where('id', 'in', edgeIds)
    .execute();
}

/** Party organisations that belong to this administrative unit and are open. */
export const hostedUnits = (tx: Tx, unitId: string) =>
  tx
    .selectFrom('unit')
    .select(['id', 'name', 'short_name as shortName'])
    .where('host_unit_id', '=', unitId)
    .where('valid_to', 'is', null)
    .execute();
