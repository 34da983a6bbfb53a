/** Making and changing roles. */
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, mustBeAbleTo, signing } from '#people/actor.ts';
import { mustBeCurrent } from '#people/meanwhile.ts';
import { permissions } from '#people/permissions.ts';
import type { RoleInput } from '#people/role.api.ts';
import { insertRole, loadRole, roleThing, updateRole, upsertBuiltIn } from '#people/role.store.ts';
import { sortWords, verbsRefused } from '#people/role.ts';
import { builtInRoles } from '#people/roles.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';

/** Puts the built-in roles into a new city, and this version's words into an old one. */
export function seedRoles(tx: Tx): Promise<void> {
  return upsertBuiltIn(
    tx,
    Object.entries(builtInRoles).map(([code, role]) => ({ code, ...role })),
  );
}

export async function makeRole(tx: Tx, actor: Actor, { code, ...input }: RoleInput & { code: string }): Promise<void> {
  mustBeAbleTo(actor, 'post.grant');
  mustKeepApart(input);
  if (!(await once(tx, actor, input.id, 'role.make', { code, ...input }))) return;
  await insertRole(tx, code, input);
  await write(tx, actor, 'role.made', code, input);
}

export async function changeRole(
  tx: Tx,
  actor: Actor,
  { code, version, ...input }: Omit<RoleInput, 'sort'> & { code: string; version: number },
): Promise<void> {
  mustBeAbleTo(actor, 'post.grant');
  const role = await loadRole(tx, code);
  if (!role) throw problem('not_found');
  if (role.built_in) throw problem('role_built_in');
  const change = { ...input, sort: role.sort };
  mustKeepApart(change);
  if (!(await once(tx, actor, input.id, 'role.change', { code, version, ...input }))) return;
  await mustBeCurrent(tx, roleThing(code), version, role.version);
  await updateRole(tx, code, change);
  await write(tx, actor, 'role.changed', code, { ...change, verbsBefore: role.verbs });
}

function mustKeepApart({ sort, verbs }: Pick<RoleInput, 'sort' | 'verbs'>): void {
  const refused = verbsRefused(sort, verbs);
  if (refused.length === 0) return;
  const inWords = (language: 'zh' | 'en') => refused.map((verb) => permissions[verb][language]);
  throw problem('role_verbs_apart', {
    sort: sortWords[sort],
    verbs: { zh: inWords('zh').join('、'), en: inWords('en').join(', ') },
  });
}

type Written = Pick<RoleInput, 'id' | 'verbs' | 'reach'> & { verbsBefore?: string[] };

async function write(tx: Tx, actor: Actor, verb: string, code: string, { id, verbs, reach, verbsBefore }: Written) {
  const data = { code, verbs, reach, ...(verbsBefore && { verbsBefore }) };
  await record(tx, signing(actor, 'post.grant'), { verb, kind: 'role', thing: roleThing(code), data, request: id });
}
