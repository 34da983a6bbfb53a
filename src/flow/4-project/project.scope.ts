/** Which projects an actor sees, what the actor is to one, and who stands under whom. */
import { sql } from 'kysely';
import { postsOf, today } from '#people/actor.store.ts';
import { type Actor, actsAs, may, type Post, reachOf, selves } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import type { ProjectRole } from '#project/project.ts';

/** A condition on `project j`: the projects of the actor's units, and those in which the actor or a unit of theirs takes part. */
export function projectSeen(actor: Actor) {
  const reach = reachOf(actor, 'project.read');
  if (reach === 'city') return sql<boolean>`true`;
  return sql<boolean>`(j.unit_id = any(${reach}::uuid[]) or j.made_by = ${actor.id}
    or exists (select from project_member m where m.project_id = j.id
                 and (m.person_id = any(${selves(actor)}::uuid[]) or m.unit_id = any(${reach}::uuid[]))))`;
}

type Heads = { unit_id: string; made_by: string; lead_id: string | null; reviewer_id: string | null };

/**
 * What the actor is to a project. Approving and accepting are for people who stand beside or above its lead.
 * @param under whether the actor serves under the lead, as `servesUnder` finds it.
 */
export function projectRoles(actor: Actor, project: Heads, under: boolean): Set<ProjectRole> {
  const { unit_id, made_by, lead_id, reviewer_id } = project;
  const roles = new Set<ProjectRole>();
  const leads = actsAs(actor, lead_id);
  if (leads || actor.id === made_by || may(actor, 'project.draft', [unit_id])) roles.add('drafter');
  if (leads) roles.add('lead');
  if (actsAs(actor, reviewer_id) && actor.id !== lead_id) roles.add('reviewer');
  if (!leads && !under && may(actor, 'project.approve', [unit_id])) roles.add('approver');
  if (!leads && !under && may(actor, 'project.accept', [unit_id])) roles.add('acceptor');
  return roles;
}

/**
 * Whether a person serves under the lead: the lead heads, in either tree, a unit in which the person has a post, and the
 * person heads none in which the lead has one. A branch secretary who leads is not over the head of the bureau, who is
 * a member of the branch.
 */
export async function servesUnder(tx: Tx, person: string, lead: string | null): Promise<boolean> {
  if (!lead || person === lead) return false;
  const [leading, serving] = [await ownPosts(tx, lead), await ownPosts(tx, person)];
  return heads(leading, serving) && !heads(serving, leading);
}

const ownPosts = async (tx: Tx, person: string) =>
  (await postsOf(tx, person)).filter((post) => post.onBehalfOf === null && post.sort === 'business');

const heads = (above: Post[], below: Post[]): boolean => {
  const covered = new Set(above.filter((post) => post.reach === 'closure').flatMap((post) => post.units));
  return below.some((post) => covered.has(post.unit));
};

/** All those under whom the actor serves: what they lead the actor neither charters nor accepts nor closes. */
export async function leadsOver(tx: Tx, actor: Actor): Promise<string[]> {
  if (!actor.id || !(may(actor, 'project.approve') || may(actor, 'project.accept'))) return [];
  const valid = (table: string) =>
    sql`${sql.ref(`${table}.valid_from`)} <= ${today(tx)} and coalesce(${sql.ref(`${table}.valid_to`)}, 'infinity') > ${today(tx)}`;
  const { rows } = await sql<{ id: string }>`
    with recursive above (unit, tree) as (
      select p.unit_id, t.tree from post p cross join (values ('admin'), ('party')) t (tree)
       where p.person_id = ${actor.id} and p.role_sort = 'business' and ${valid('p')}
      union
      select e.parent_id, a.tree from above a join unit_edge e on e.child_id = a.unit and ${valid('e')}
         and e.relation = case a.tree when 'admin' then 'part' else 'leads' end)
    select distinct p.person_id as id from above a join post p on p.unit_id = a.unit and ${valid('p')}
      join role r on r.code = p.role_code and r.tree = a.tree and r.reach = 'closure' and r.sort = 'business'
     where p.person_id <> ${actor.id}`.execute(tx);
  const over: string[] = [];
  for (const { id } of rows) if (await servesUnder(tx, actor.id, id)) over.push(id);
  return over;
}
