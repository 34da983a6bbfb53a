/** The directory as it is read: lists and a person's page, numbers masked. */
import { sql } from 'kysely';
import { stateOf } from '#people/account.store.ts';
import { today } from '#people/actor.store.ts';
import { type Actor, may } from '#people/actor.ts';
import { pageOf, rowOf } from '#people/cursor.ts';
import { type DelegationRow, delegationsOf } from '#people/delegation.store.ts';
import { masked } from '#people/identifiers.ts';
import type { PersonItem, PersonPage, PersonQuery, PostShown } from '#people/person.api.ts';
import { skillsOf } from '#people/skill.store.ts';
import { unitBriefs } from '#people/unit.store.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { likePattern } from '#text/words.ts';

const held = (tx: Tx) => sql<boolean>`p.valid_from <= ${today(tx)} and coalesce(p.valid_to, 'infinity') > ${today(tx)}`;

const persons = (tx: Tx) =>
  tx
    .selectFrom('person')
    .leftJoin('account', 'account.person_id', 'person.id')
    .select(['person.id', 'person.name', 'person.staff_number', 'person.left_on', 'person.version'])
    .select(['person.phone_sealed', 'person.id_number_sealed', 'account.password_hash', 'account.disabled_at'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('activation')
            .select('code_hash')
            .whereRef('activation.person_id', '=', 'person.id')
            .where('used_at', 'is', null)
            .where('voided_at', 'is', null)
            .where('expires_at', '>', tx.now),
        )
        .as('invited'),
    );

type Row = Awaited<ReturnType<ReturnType<typeof persons>['execute']>>[number];

/** The unit and those below it today, in its own tree. */
async function unitsBelow(tx: Tx, unitId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive down (id, relation) as (
      select id, case tree when 'admin' then 'part' else 'leads' end from unit where id = ${unitId}
      union
      select e.child_id, d.relation from down d join unit_edge e on e.parent_id = d.id and e.relation = d.relation
         and e.valid_from <= ${today(tx)} and coalesce(e.valid_to, 'infinity') > ${today(tx)}
    ) select id from down`.execute(tx);
  return rows.map((row) => row.id);
}

/** By name, page by page. `withAccounts` adds the state of accounts, for who manages them. */
export async function listPersons(tx: Tx, query: PersonQuery, withAccounts: boolean) {
  const { q, unitId, tree, role, cursor, limit } = query;
  const units = unitId && (query.below ? await unitsBelow(tx, unitId) : [unitId]);
  let rows = persons(tx)
    .where(
      query.left
        ? sql<boolean>`person.left_on <= ${today(tx)}`
        : sql<boolean>`coalesce(person.left_on, 'infinity') > ${today(tx)}`,
    )
    .orderBy('person.name')
    .orderBy('person.id')
    .limit(limit + 1);
  if (q)
    rows = rows.where((eb) => eb.or([eb('person.name', 'like', likePattern(q)), eb('person.staff_number', '=', q)]));
  if (unitId || tree || role) {
    rows = rows.where((eb) =>
      eb.exists(
        eb
          .selectFrom('post as p')
          .innerJoin('unit as u', 'u.id', 'p.unit_id')
          .select('p.id')
          .whereRef('p.person_id', '=', 'person.id')
          .where(held(tx))
          .$if(role !== undefined, (posts) => posts.where('p.role_code', '=', role!))
          .$if(tree !== undefined, (posts) => posts.where('u.tree', '=', tree!))
          .$if(units !== undefined, (posts) => posts.where(sql<boolean>`p.unit_id = any(${units}::uuid[])`)),
      ),
    );
  }
  if (cursor) {
    const last = sql`select name, id from person where id = ${rowOf(cursor)}`;
    rows = rows.where(sql<boolean>`(person.name, person.id) > (${last})`);
  }
  const { items, next } = pageOf(await rows.execute(), limit, (row) => [row.id]);
  return { items: await asItems(tx, items, withAccounts), next };
}

export const personsById = async (tx: Tx, ids: string[], withAccounts: boolean): Promise<PersonItem[]> =>
  ids.length === 0
    ? []
    : asItems(tx, await persons(tx).where('person.id', 'in', ids).orderBy('person.name').execute(), withAccounts);

async function asItems(tx: Tx, rows: Row[], withAccounts: boolean): Promise<PersonItem[]> {
  const posts = await postsOf(
    tx,
    rows.map((row) => row.id),
    true,
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    staffNumber: row.staff_number,
    phone: masked(tx, row).phone,
    posts: posts.filter((post) => post.personId === row.id).map((post) => post.shown),
    leftOn: row.left_on,
    account: withAccounts ? stateOf(row, Boolean(row.invited)) : null,
  }));
}

/** Posts of these persons, held today or (`now` false) at any time. */
async function postsOf(
  tx: Tx,
  personIds: string[],
  now: boolean,
): Promise<{ personId: string; open: boolean; shown: PostShown }[]> {
  if (personIds.length === 0) return [];
  const rows = await tx
    .selectFrom('post as p')
    .innerJoin('role as r', 'r.code', 'p.role_code')
    .select([
      'p.id',
      'p.person_id',
      'p.role_code',
      'r.name_zh',
      'r.name_en',
      'r.sort',
      'p.unit_id',
      'p.title',
      'p.valid_from',
      'p.valid_to',
    ])
    .select(sql<boolean>`coalesce(p.valid_to, 'infinity') > ${today(tx)}`.as('open'))
    .where('p.person_id', 'in', personIds)
    .$if(now, (query) => query.where(held(tx)))
    .orderBy('p.valid_from', 'desc')
    .orderBy('p.id')
    .execute();
  const units = await unitBriefs(
    tx,
    rows.map((row) => row.unit_id),
  );
  return rows.map((row) => ({
    personId: row.person_id,
    open: row.open,
    shown: {
      id: row.id,
      role: row.role_code,
      roleName: { zh: row.name_zh, en: row.name_en },
      sort: row.sort,
      unit: units.get(row.unit_id)!,
      title: row.title,
      from: row.valid_from,
      to: row.valid_to,
    },
  }));
}

/** @throws not_found */
export async function personPage(tx: Tx, actor: Actor, personId: string, withAccounts: boolean): Promise<PersonPage> {
  const row = await persons(tx).where('person.id', '=', personId).executeTakeFirst();
  if (!row) throw problem('not_found');
  const [item] = await asItems(tx, [row], withAccounts);
  const posts = await postsOf(tx, [personId], false);
  return {
    ...item!,
    idNumber: masked(tx, row).idNumber,
    posts: posts.filter((post) => post.open).map((post) => post.shown),
    earlierPosts: posts.filter((post) => !post.open && post.shown.from !== post.shown.to).map((post) => post.shown),
    delegations: (await delegationsOf(tx, [personId])).map(delegationView),
    skills: await skillsOf(tx, personId),
    mayArrange: may(
      actor,
      'handover.manage',
      posts.filter((post) => post.open).map((post) => post.shown.unit.id),
    ),
    version: row.version,
  };
}

export const delegationView = (row: DelegationRow) => ({
  id: row.id,
  from: { id: row.from_person_id, name: row.from_name },
  to: { id: row.to_person_id, name: row.to_name },
  begins: row.valid_from.toISOString(),
  ends: row.valid_to.toISOString(),
  endedAt: row.ended_at?.toISOString() ?? null,
  reason: row.reason,
});
