/** Who acts, and what they may: posts (person × role × unit, dated) with the units each one reaches. */
import type { Signature } from '#ledger/ledger.ts';
import { type Permission, permissions } from '#people/permissions.ts';
import { problem } from '#platform/problem.ts';

export type RoleSort = 'business' | 'system' | 'security' | 'audit';
export type Reach = 'city' | 'closure' | 'unit' | 'self';

export type Post = {
  id: string;
  role: string;
  roleName: { zh: string; en: string };
  sort: RoleSort;
  unit: string;
  unitName: string;
  reach: Reach;
  verbs: string[];
  totpDemanded: boolean;
  /** The units this post reaches today: its own, those below it (`closure`), and the predecessors of all of these. */
  units: string[];
  /** The person whose post it is, under a delegation. */
  onBehalfOf: string | null;
};

export type Actor = Signature & {
  name: string;
  posts: Post[];
  /** Channel to which an integration token is bound. */
  channel?: string;
};

/** Stands in the ledger where there is no such person. */
export const NOBODY = '00000000-0000-0000-0000-000000000000';

/** The program itself: reactions, sweeps, the demo, the command line. */
export const program: Actor = { kind: 'program', id: null, name: '溯源', posts: [] };

/** A citizen on the public pages: has no post, and moves only what is their own. */
export const reporter: Actor = { kind: 'reporter', id: null, name: '诉求人', posts: [] };

const holding = (actor: Actor, verb: Permission) => actor.posts.filter((post) => post.verbs.includes(verb));

/**
 * The units in which the actor may use the verb: 'city' for all of them, else their ids. A post that reaches only itself
 * (`self`) gives no unit: what its holder may see and do comes from relations (assignee, reviewer).
 */
export function reachOf(actor: Actor, verb: Permission): 'city' | string[] {
  if (actor.kind === 'program') return 'city';
  const posts = holding(actor, verb).filter((post) => post.reach !== 'self');
  if (posts.some((post) => post.reach === 'city')) return 'city';
  return [...new Set(posts.flatMap((post) => post.units))];
}

/** May the actor use the verb at all, or on a thing of one of these units? */
export function may(actor: Actor, verb: Permission, units?: (string | null)[]): boolean {
  if (actor.kind === 'program') return true;
  if (!units) return holding(actor, verb).length > 0;
  const reach = reachOf(actor, verb);
  return reach === 'city' || units.some((unit) => unit !== null && reach.includes(unit));
}

/** @throws forbidden, naming the permission in words. */
export function mustBeAbleTo(actor: Actor, verb: Permission, units?: (string | null)[]): void {
  if (!may(actor, verb, units)) throw problem('forbidden', { verb: permissions[verb] });
}

/** Everybody in whose place a person acts: themselves, and whoever has delegated to them. */
export const selves = (actor: Actor): string[] => [
  ...new Set([actor.id ?? [], ...actor.posts.map((post) => post.onBehalfOf ?? [])].flat()),
];

/** Whoever acts in somebody's place counts as them. */
export const actsAs = (actor: Actor, person: string | null): boolean =>
  person !== null && selves(actor).includes(person);

/** Nobody decides about their own account or post. @throws not_oneself */
export function mustNotBeOneself(actor: Actor, personId: string): void {
  if (actor.kind === 'person' && actor.id === personId) throw problem('not_oneself');
}

/**
 * The actor as the ledger writes them: on whose behalf, where only a delegated post holds the verb. Where it counts in
 * which units, `units`, the actor's own post must reach one of them: the head of one bureau may stand in for another's.
 */
export function signing(actor: Actor, verb: Permission, units?: readonly (string | null)[]): Signature {
  const held = holding(actor, verb);
  const reaching = held.filter((post) => post.reach === 'city' || units?.some((unit) => post.units.includes(unit!)));
  const posts = units && reaching.length > 0 ? reaching : held;
  const forWhom = posts.some((post) => post.onBehalfOf === null) ? null : (posts[0]?.onBehalfOf ?? null);
  return { kind: actor.kind, id: actor.id, forWhom };
}

/** The id of a person who acts; tokens and the program decide nothing that needs a person. */
export function personOf(actor: Actor): string {
  if (actor.kind !== 'person' || !actor.id)
    throw problem('forbidden', { verb: { zh: '须由工作人员本人办理', en: 'only a person may do this' } });
  return actor.id;
}
