/** Routes of roles. */
import { z } from 'zod';
import { permission } from '#people/permissions.ts';
import { reaches, sorts, trees } from '#people/role.ts';
import { id, said, text } from '#people/shapes.ts';
import { routes } from '#platform/api.ts';

const code = z.string().regex(/^[a-z][a-z0-9_]{1,39}$/, '小写英文字母、数字、下划线 · small letters, digits, _');

export const roleInput = z.object({
  id,
  name: z.object({ zh: text(40), en: text(80) }),
  sort: z.enum(sorts),
  tree: z.enum(trees),
  reach: z.enum(reaches),
  verbs: z.array(permission).max(100),
  totpDemanded: z.boolean(),
});

export const role = z.object({
  code: z.string(),
  name: said,
  sort: z.enum(sorts),
  tree: z.enum(trees),
  reach: z.enum(reaches),
  verbs: z.array(permission),
  totpDemanded: z.boolean(),
  builtIn: z.boolean(),
  held: z.int(),
  version: z.int(),
});

const codeParam = z.object({ code });

export const roleApi = routes({
  list: {
    method: 'GET',
    path: '/roles',
    summary: { zh: '角色', en: 'Roles' },
    verb: 'people.read',
    reply: z.object({ items: z.array(role) }),
  },
  make: {
    method: 'POST',
    path: '/roles',
    summary: { zh: '增加角色', en: 'Add a role' },
    verb: 'post.grant',
    body: roleInput.extend({ code }),
    reply: codeParam,
    problems: ['role_code_taken', 'role_verbs_apart'],
  },
  change: {
    method: 'PUT',
    path: '/roles/:code',
    summary: { zh: '修改角色', en: 'Change a role' },
    verb: 'post.grant',
    params: codeParam,
    body: roleInput.omit({ sort: true }).extend({ version: z.int().positive() }),
    reply: codeParam,
    problems: ['role_built_in', 'role_verbs_apart', 'changed_meanwhile'],
  },
});

export type RoleInput = z.output<typeof roleInput>;
export type Role = z.infer<typeof role>;
