/** Units as they are read: a tree of a day, lists, a unit's page. */
import { sql } from 'kysely';
import { dayOf } from '#clock/day.ts';
import { pageOf, rowOf } from '#people/cursor.ts';
import type { TreeName } from '#people/role.ts';
import type { UnitBrief, UnitItem, UnitNode, UnitPage, UnitQuery } from '#people/unit.api.ts';
import { loadUnit, unitBriefs } from '#people/unit.store.ts';
import { mainRelation, type Relation, type Succession, type UnitKind } from '#people/unit.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { likePattern } from '#text/words.ts';

const onDay = (table: string, day: string) =>
  sql<boolean>`${sql.ref(`${table}.valid_from`)} <= ${day}::date and coalesce(${sql.ref(`${table}.valid_to`)}, 'infinity') > ${day}::date`;

/** Every unit of the tree as it stood on that day, each with the unit above it. */
export async function treeOf(tx: Tx, tree: TreeName, on = dayOf(tx.now)): Promise<{ on: string; items: UnitNode[] }> {
  const units = await tx
    .selectFrom('unit as u')
    .select(['id', 'name', 'short_name', 'code', 'kind', 'host_unit_id'])
    .where('tree', '=', tree)
    .where(onDay('u', on))
    .orderBy(sql`code nulls last`)
    .orderBy('name')
    .orderBy('id')
    .execute();
  const edges = await tx
    .selectFrom('unit_edge as e')
    .select(['parent_id', 'child_id', 'relation'])
    .where(onDay('e', on))
    .execute();
  const counts = await tx
    .selectFrom('post as p')
    .select((eb) => ['unit_id', eb.fn.count<number>('person_id').distinct().as('people')])
    .where(onDay('p', on))
    .groupBy('unit_id')
    .execute();
  const above = (relation: Relation) =>
    new Map(edges.filter((edge) => edge.relation === relation).map((edge) => [edge.child_id, edge.parent_id]));
  const [parents, guides] = [above(mainRelation(tree)), above('guides')];
  const people = new Map(counts.map((row) => [row.unit_id, row.people]));
  return {
    on,
    items: units.map(({ id, name, short_name, code, kind, host_unit_id }) => ({
      id,
      name,
      shortName: short_name,
      code,
      kind: kind as UnitKind,
      parentId: parents.get(id) ?? null,
      guidedBy: guides.get(id) ?? null,
      hostUnitId: host_unit_id,
      people: people.get(id) ?? 0,
    })),
  };
}

export async function listUnits(tx: Tx, query: UnitQuery): Promise<{ items: UnitItem[]; next: string | null }> {
  const { q, tree, kind, closed, cursor, limit } = query;
  let rows = tx
    .selectFrom('unit')
    .select(['id', 'code', 'name', 'short_name', 'tree', 'kind', 'valid_to'])
    .where('valid_to', closed ? 'is not' : 'is', null)
    .orderBy('name')
    .orderBy('id')
    .limit(limit + 1);
  if (q) {
    const part = likePattern(q);
    rows = rows.where((eb) => eb.or([eb('name', 'like', part), eb('short_name', 'like', part), eb('code', '=', q)]));
  }
  if (tree) rows = rows.where('tree', '=', tree);
  if (kind) rows = rows.where('kind', '=', kind);
  if (cursor) {
    const last = sql`select name, id from unit where id = ${rowOf(cursor)}`;
    rows = rows.where(sql<boolean>`(name, id) > (${last})`);
  }
  const found = pageOf(await rows.execute(), limit, (row) => [row.id]);
  const edges = await edgesOn(
    tx,
    'child_id',
    found.items.map((row) => row.id),
    dayOf(tx.now),
  );
  const units = await unitBriefs(
    tx,
    edges.map((edge) => edge.parent_id),
  );
  const parentOf = (row: { id: string; tree: TreeName }) =>
    edges.find((edge) => edge.child_id === row.id && edge.relation === mainRelation(row.tree))?.parent_id;
  return {
    items: found.items.map((row) => ({
      id: row.id,
      name: row.name,
      shortName: row.short_name,
      code: row.code,
      tree: row.tree,
      kind: row.kind as UnitKind,
      parent: units.get(parentOf(row) ?? '') ?? null,
      validTo: row.valid_to,
    })),
    next: found.next,
  };
}

const edgesOn = (tx: Tx, end: 'parent_id' | 'child_id', unitIds: string[], day: string) =>
  unitIds.length === 0
    ? Promise.resolve([])
    : tx
        .selectFrom('unit_edge as e')
        .select(['e.parent_id', 'e.child_id', 'e.relation'])
        .where(`e.${end}`, 'in', unitIds)
        .where(onDay('e', day))
        .execute();

/** From the root down to the unit above, by the main relation of its tree. */
async function pathTo(tx: Tx, unitId: string, tree: TreeName, day: string): Promise<UnitBrief[]> {
  const { rows } = await sql<UnitBrief>`
    with recursive up (id, depth) as (
      select ${unitId}::uuid, 0
      union
      select e.parent_id, up.depth + 1 from up join unit_edge e on e.child_id = up.id
         and e.relation = ${mainRelation(tree)} and ${onDay('e', day)}
    ) select u.id, u.name, u.short_name as "shortName" from up join unit u on u.id = up.id
       where up.depth > 0 order by up.depth desc`.execute(tx);
  return rows;
}

const POSTS_SHOWN = 200;

async function postsOn(tx: Tx, unitId: string, day: string) {
  const rows = await tx
    .selectFrom('post as p')
    .innerJoin('person', 'person.id', 'p.person_id')
    .innerJoin('role', 'role.code', 'p.role_code')
    .select([
      'p.id',
      'p.person_id',
      'person.name',
      'p.role_code',
      'role.name_zh',
      'role.name_en',
      'p.title',
      'p.valid_from',
      'p.valid_to',
    ])
    .where('p.unit_id', '=', unitId)
    .where(onDay('p', day))
    // Who leads the unit stands first, those who hold no more than an official's post last.
    .orderBy(sql`case role.reach when 'closure' then 0 when 'self' then 2 else 1 end`)
    .orderBy('person.name')
    .orderBy('p.id')
    .limit(POSTS_SHOWN + 1)
    .execute();
  const posts = rows.slice(0, POSTS_SHOWN).map((row) => ({
    id: row.id,
    person: { id: row.person_id, name: row.name },
    role: row.role_code,
    roleName: { zh: row.name_zh, en: row.name_en },
    title: row.title,
    from: row.valid_from,
    to: row.valid_to,
  }));
  return { posts, postsMore: rows.length > POSTS_SHOWN };
}

/** As the unit stood on that day. @throws not_found */
export async function unitPage(tx: Tx, unitId: string, on = dayOf(tx.now)): Promise<UnitPage> {
  const unit = await loadUnit(tx, unitId);
  if (!unit) throw problem('not_found');
  const above = await edgesOn(tx, 'child_id', [unitId], on);
  const below = await edgesOn(tx, 'parent_id', [unitId], on);
  const hosted = await tx
    .selectFrom('unit as u')
    .select('id')
    .where('host_unit_id', '=', unitId)
    .where(onDay('u', on))
    .execute();
  const lines = await tx
    .selectFrom('unit_successor')
    .selectAll()
    .where((eb) => eb.or([eb('predecessor_id', '=', unitId), eb('successor_id', '=', unitId)]))
    .orderBy('at')
    .execute();
  const names = await unitBriefs(tx, [
    ...above.map((edge) => edge.parent_id),
    ...below.map((edge) => edge.child_id),
    ...hosted.map((one) => one.id),
    ...lines.flatMap((line) => [line.predecessor_id, line.successor_id]),
    ...(unit.host_unit_id ? [unit.host_unit_id] : []),
  ]);
  const named = (id: string) => names.get(id)!;
  const line = (id: string, row: (typeof lines)[number]) => ({
    unit: named(id),
    kind: row.kind as Succession,
    at: row.at,
  });
  const area = unit.area_id
    ? await tx.selectFrom('area').select(['id', 'name']).where('id', '=', unit.area_id).executeTakeFirst()
    : undefined;
  return {
    id: unit.id,
    name: unit.name,
    shortName: unit.short_name,
    code: unit.code,
    tree: unit.tree,
    kind: unit.kind as UnitKind,
    area: area ?? null,
    host: unit.host_unit_id ? named(unit.host_unit_id) : null,
    hosted: hosted.map((one) => named(one.id)),
    validFrom: unit.valid_from,
    validTo: unit.valid_to,
    version: unit.version,
    path: await pathTo(tx, unitId, unit.tree, on),
    parents: above.map((edge) => ({ unit: named(edge.parent_id), relation: edge.relation as Relation })),
    children: below.map((edge) => ({ unit: named(edge.child_id), relation: edge.relation as Relation })),
    predecessors: lines.filter((row) => row.successor_id === unitId).map((row) => line(row.predecessor_id, row)),
    successors: lines.filter((row) => row.predecessor_id === unitId).map((row) => line(row.successor_id, row)),
    ...(await postsOn(tx, unitId, on)),
  };
}
