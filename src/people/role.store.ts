/** Roles as rows. */
import { sql } from 'kysely';
import { v5 } from 'uuid';
import { today } from '#people/actor.store.ts';
import type { RoleInput } from '#people/role.api.ts';
import type { RoleRow } from '#people/roles.ts';
import type { Tx } from '#platform/db.ts';

const ROLES = '6f5f1d0e-2f1a-5b53-9d0c-5a1f0f5e7a11';

/** The ledger names things by uuid, roles are known by their code. */
export const roleThing = (code: string): string => v5(code, ROLES);

export const loadRole = (tx: Tx, code: string) =>
  tx.selectFrom('role').selectAll().where('code', '=', code).executeTakeFirst();

/** All roles, the built-in ones in the order of the office's day, each with how many hold it today. */
export async function listRoles(tx: Tx) {
  return tx
    .selectFrom('role')
    .selectAll()
    .select((eb) =>
      eb
        .selectFrom('post')
        .select((post) => post.fn.countAll<number>().as('n'))
        .whereRef('post.role_code', '=', 'role.code')
        .where(sql<boolean>`valid_from <= ${today(tx)} and coalesce(valid_to, 'infinity') > ${today(tx)}`)
        .as('held'),
    )
    .orderBy('built_in', 'desc')
    .orderBy('sort')
    .orderBy('code')
    .execute();
}

/** Built-in roles take this version's words and verbs each time the program starts. */
export async function upsertBuiltIn(tx: Tx, roles: RoleRow[]): Promise<void> {
  await tx
    .insertInto('role')
    .values(roles.map((role) => ({ ...columns(role), code: role.code, sort: role.sort, built_in: true })))
    .onConflict((conflict) =>
      conflict.column('code').doUpdateSet((eb) => ({
        name_zh: eb.ref('excluded.name_zh'),
        name_en: eb.ref('excluded.name_en'),
        tree: eb.ref('excluded.tree'),
        reach: eb.ref('excluded.reach'),
        verbs: eb.ref('excluded.verbs'),
        totp: eb.ref('excluded.totp'),
      })),
    )
    .execute();
}

const columns = (role: RoleRow) => ({
  name_zh: role.zh,
  name_en: role.en,
  tree: role.tree,
  reach: role.reach,
  verbs: [...role.verbs],
  totp: role.sort === 'business' ? ('optional' as const) : ('demanded' as const),
});

const inputColumns = ({ name, tree, reach, verbs, sort, totpDemanded }: RoleInput) => ({
  ...columns({ code: '', zh: name.zh, en: name.en, sort, tree, reach, verbs }),
  totp: totpDemanded || sort !== 'business' ? ('demanded' as const) : ('optional' as const),
});

export async function insertRole(tx: Tx, code: string, input: RoleInput): Promise<void> {
  await tx
    .insertInto('role')
    .values({ code, sort: input.sort, ...inputColumns(input) })
    .execute();
}

export async function updateRole(tx: Tx, code: string, input: RoleInput): Promise<void> {
  const change = { ...inputColumns(input), version: sql<number>`version + 1` };
  await tx.updateTable('role').set(change).where('code', '=', code).execute();
}
