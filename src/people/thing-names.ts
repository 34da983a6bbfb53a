/** The ledger's things in words; each room names its own kinds when the server is put together. Numbers, never words of citizens. */
import { personNames } from '#people/person.store.ts';
import { roleThing } from '#people/role.store.ts';
import { unitBriefs } from '#people/unit.store.ts';
import type { Tx } from '#platform/db.ts';

export type ThingNames = (tx: Tx, ids: string[]) => Promise<Map<string, string>>;

const unitNames: ThingNames = async (tx, ids) =>
  new Map([...(await unitBriefs(tx, ids))].map(([id, unit]) => [id, unit.name]));

const postNames: ThingNames = async (tx, ids) => {
  const rows = await tx
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person_id')
    .innerJoin('unit', 'unit.id', 'post.unit_id')
    .innerJoin('role', 'role.code', 'post.role_code')
    .select(['post.id', 'person.name', 'unit.short_name', 'role.name_zh'])
    .where('post.id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, `${row.name} · ${row.short_name} · ${row.name_zh}`]));
};

const skillNames: ThingNames = async (tx, ids) => {
  const rows = await tx.selectFrom('skill').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row.name]));
};

const roleNames: ThingNames = async (tx) => {
  const rows = await tx.selectFrom('role').select(['code', 'name_zh']).execute();
  return new Map(rows.map((row) => [roleThing(row.code), row.name_zh]));
};

const rooms = new Map<string, ThingNames>([
  ['person', personNames],
  ['account', personNames],
  ['unit', unitNames],
  ['post', postNames],
  ['role', roleNames],
  ['skill', skillNames],
]);

/** A room above registers how things of a kind are called. */
export function nameThings(kind: string, names: ThingNames): void {
  rooms.set(kind, names);
}

/** What these things are called; what no room names is left out. */
export async function namesOf(tx: Tx, things: { kind: string; thing: string }[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const [kind, names] of rooms) {
    const ids = [...new Set(things.filter((one) => one.kind === kind).map((one) => one.thing))];
    if (ids.length === 0) continue;
    for (const [id, name] of await names(tx, ids)) found.set(id, name);
  }
  return found;
}

/** What ids are called whose kind is not known: those that recorded values hold. Each is one room's alone. */
export async function namesOfAny(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const names of new Set(rooms.values())) {
    const left = ids.filter((id) => !found.has(id));
    if (left.length === 0) break;
    for (const [id, name] of await names(tx, left)) found.set(id, name);
  }
  return found;
}
