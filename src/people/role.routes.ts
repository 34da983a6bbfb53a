/** Serves roles. */
import { changeRole, makeRole } from '#people/role.actions.ts';
import { roleApi as api, type Role } from '#people/role.api.ts';
import { listRoles } from '#people/role.store.ts';
import type { Serve } from '#people/serve.ts';

export function roleRoutes(serve: Serve): void {
  serve(api.list, async ({ tx }) => ({ items: (await listRoles(tx)).map(shown) }));

  serve(api.make, async ({ tx, actor, body }) => {
    await makeRole(tx, actor, body);
    return { code: body.code };
  });

  serve(api.change, async ({ tx, actor, params, body }) => {
    await changeRole(tx, actor, { ...body, code: params.code });
    return { code: params.code };
  });
}

const shown = (row: Awaited<ReturnType<typeof listRoles>>[number]): Role => ({
  code: row.code,
  name: { zh: row.name_zh, en: row.name_en },
  sort: row.sort,
  tree: row.tree,
  reach: row.reach,
  verbs: row.verbs as Role['verbs'],
  totpDemanded: row.totp === 'demanded',
  builtIn: row.built_in,
  held: row.held ?? 0,
  version: row.version,
});
