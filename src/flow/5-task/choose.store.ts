/** Whom a unit may give a task to, best first: what is known of each of its people, ranked. */
import { sql } from 'kysely';
import { dayOf } from '#clock/day.ts';
import { today } from '#people/actor.store.ts';
import type { Tx } from '#platform/db.ts';
import type { Said } from '#platform/problem.ts';
import type { PersonBrief } from '#rules/shapes.ts';
import { type Colleague, rank } from '#task/choose.ts';
import { shareRuleOn, workedSince } from '#task/share.store.ts';

export type Asked = {
  unitId: string;
  /** Where it happened. */
  areaId?: string | null;
  /** Ids of skills, each of which is needed. */
  skills?: readonly string[];
  /** Codes of roles, one of which is needed. */
  roles?: readonly string[];
  /** Persons who are not to be proposed at all: whoever reviews it, whoever has it. */
  exclude?: readonly string[];
};

export type Candidate = {
  person: PersonBrief;
  /** Open tasks in their hands. */
  open: number;
  /** Tasks given to them in the working days over which shares are reckoned. */
  recent: number;
  awayUntil: string | null;
  /** Nothing stands in the way: they are here, have the role and skills asked, and no more than their share. */
  fits: boolean;
  why: Said[];
};

type Row = {
  id: string;
  name: string;
  post: Said;
  own: boolean;
  heads: boolean;
  roled: boolean;
  inArea: boolean | null;
  skills: string[] | null;
  tasks: { dueAt: string | null }[];
  recent: number;
  awayUntil: Date | null;
};

/** Who holds a post of business today in the unit or below it; nobody where there is none. */
export async function candidates(tx: Tx, asked: Asked): Promise<Candidate[]> {
  const { unitId, areaId = null, skills = [], roles = [], exclude = [] } = asked;
  const rule = await shareRuleOn(tx, dayOf(tx.now));
  const on = (table: string) =>
    sql`${sql.ref(`${table}.valid_from`)} <= ${today(tx)} and coalesce(${sql.ref(`${table}.valid_to`)}, 'infinity') > ${today(tx)}`;
  const { rows } = await sql<Row>`
    with recursive below (id) as (select ${unitId}::uuid union
      select e.child_id from below b join unit_edge e on e.parent_id = b.id and e.relation = 'part' and ${on('e')}),
    held as (
      select p.person_id, p.unit_id = ${unitId} as own, r.reach = 'closure' as heads, ${roles.length === 0} or r.code = any(${roles}) as roled,
             case when ${areaId}::uuid is null or a.id is null or a.level in ('province', 'city') then null
                  else ((select code from area where id = ${areaId}) like a.code || '%' or a.code like (select code from area where id = ${areaId}) || '%') end as here,
             json_build_object('zh', u.short_name || coalesce(p.title, r.name_zh), 'en', coalesce(p.title, r.name_en) || ', ' || u.short_name) as post
        from below b join post p on p.unit_id = b.id and p.role_sort = 'business' and ${on('p')} join role r on r.code = p.role_code
        join unit u on u.id = p.unit_id left join area a on a.id = u.area_id),
    best as (select distinct on (person_id) person_id, own, heads, post, bool_or(roled) over w as roled, bool_or(here) over w as here
      from held window w as (partition by person_id) order by person_id, roled desc, heads, own desc, post->>'zh')
    select h.id, h.name, best.post, best.own, best.heads, best.roled, best.here as "inArea", recent.n as recent, open.tasks,
           (select array_agg(s.name order by s.name) from person_skill k join skill s on s.id = k.skill_id
             where k.person_id = h.id and k.skill_id = any(${skills}::uuid[])) as skills,
           (select max(least(d.valid_to, d.ended_at)) from delegation d where d.from_person_id = h.id and d.valid_from <= ${tx.now}
              and d.valid_to > ${tx.now} and d.ended_at is null) as "awayUntil"
      from best join person h on h.id = best.person_id and coalesce(h.left_on, 'infinity') > ${today(tx)}
      cross join lateral (select count(*)::int as n from assignment a where a.to_person = h.id and a.task_id is not null and a.role = 'lead'
        and a.opened_at >= ${await workedSince(tx, rule.days)} and coalesce(a.close_reason, '') not in ('withdrawn', 'handed_over')) recent
      cross join lateral (select coalesce(json_agg(json_build_object('dueAt', case when c.paused_at is null then c.due_at end)), '[]') as tasks
        from assignment a join task t on t.id = a.task_id and t.state in ('given', 'working')
        left join clock c on c.thing = t.id and c.limit_name = 'finish' and c.stopped_at is null
       where a.to_person = h.id and a.closed_at is null and a.role = 'lead') open
     where h.id <> all(${exclude}::uuid[])`.execute(tx);
  const wanted = await skillNames(tx, skills);
  const colleagues = rows.map(
    ({ skills: has, tasks, ...row }): Colleague => ({
      ...row,
      has: has ?? [],
      lacks: wanted.filter((name) => !has?.includes(name)),
      tasks: tasks.map(({ dueAt }) => ({ dueAt: dueAt === null ? null : new Date(dueAt) })),
    }),
  );
  return rank(colleagues, { now: tx.now, ...rule }).map(({ of, fits, why }) => ({
    person: { id: of.id, name: of.name },
    open: of.tasks.length,
    recent: of.recent,
    awayUntil: of.awayUntil?.toISOString() ?? null,
    fits,
    why,
  }));
}

async function skillNames(tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx.selectFrom('skill').select('name').where('id', 'in', ids).orderBy('name').execute();
  return rows.map((row) => row.name);
}
