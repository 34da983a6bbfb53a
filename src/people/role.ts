/** A role: what a post lets its holder do, and where. Vocabulary, and the rule that keeps the administrators apart. */
import type { Reach, RoleSort } from '#people/actor.ts';
import type { Permission } from '#people/permissions.ts';
import type { Said } from '#platform/problem.ts';

export const sorts = ['business', 'system', 'security', 'audit'] as const satisfies RoleSort[];
export const reaches = ['city', 'closure', 'unit', 'self'] as const satisfies Reach[];
export const trees = ['admin', 'party'] as const;
export type TreeName = (typeof trees)[number];

export const sortWords = {
  business: { zh: '业务', en: 'Business' },
  system: { zh: '系统管理员', en: 'System administrator' },
  security: { zh: '安全管理员', en: 'Security administrator' },
  audit: { zh: '审计管理员', en: 'Auditor' },
} as const satisfies Record<RoleSort, Said>;

export const reachWords = {
  city: { zh: '全市', en: 'The whole city' },
  closure: { zh: '本单位及下级', en: 'The unit and all below it' },
  unit: { zh: '本单位', en: 'The unit itself' },
  self: { zh: '本人', en: 'Only what is their own' },
} as const satisfies Record<Reach, Said>;

export const treeWords = {
  admin: { zh: '行政', en: 'Administration' },
  party: { zh: '党组织', en: 'Party' },
} as const satisfies Record<TreeName, Said>;

/** What each sort of administrator may hold; these verbs (but for the directory) are nobody else's (三员分立). */
const administrators: Record<Exclude<RoleSort, 'business'>, readonly Permission[]> = {
  system: ['people.manage', 'account.manage', 'channel.manage', 'people.read'],
  security: ['post.grant', 'person.reveal', 'personal.erase', 'people.read'],
  audit: ['ledger.read', 'people.read'],
};

/** Held by administrators and, where a role gives them, in the business too. */
const SHARED: readonly Permission[] = ['people.read', 'person.reveal'];

/** The verbs that a role of this sort may not hold. */
export function verbsRefused(sort: RoleSort, verbs: readonly Permission[]): Permission[] {
  if (sort !== 'business') return verbs.filter((verb) => !administrators[sort].includes(verb));
  const theirs = Object.values(administrators).flat();
  return verbs.filter((verb) => theirs.includes(verb) && !SHARED.includes(verb));
}
