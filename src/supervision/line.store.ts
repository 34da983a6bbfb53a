/** With whom a matter stands, and who is over them: the persons that a rung presses. */
import { type RawBuilder, sql } from 'kysely';
import { today } from '#people/actor.store.ts';
import type { Permission } from '#people/permissions.ts';
import type { Tx } from '#platform/db.ts';
import { limitInState } from '#rules/limit-in-state.store.ts';
import { limitOf } from '#triage/problem.ts';

export type Of = { kind: string; thing: string; limit: string };

/** `unit` null: with nobody in particular; `persons`: who would have to act, at most twenty. */
export type Stands = Of & { number: string; matter: string; unit: string | null; persons: string[] };

const valid = (tx: Tx, table: string) =>
  sql`${sql.ref(`${table}.valid_from`)} <= ${today(tx)} and coalesce(${sql.ref(`${table}.valid_to`)}, 'infinity') > ${today(tx)}`;

/** Persons with posts of their own, today. */
const serving = (tx: Tx) => sql`post p join role r on r.code = p.role_code join person h on h.id = p.person_id
  and coalesce(h.left_on, 'infinity') > ${today(tx)} and ${valid(tx, 'p')}`;

const able = (tx: Tx, verb: Permission | RawBuilder<unknown>, where: RawBuilder<unknown>) => sql`(
  select coalesce(array_agg(distinct p.person_id), '{}') from (select p.person_id from ${serving(tx)}
    where ${verb} = any(r.verbs) and ${where} order by p.id limit 20) p)`;

const present = (tx: Tx, person: RawBuilder<unknown>) => sql`(
  select coalesce(array_agg(x.person_id), '{}') from (select distinct p.person_id from ${serving(tx)} where p.person_id = ${person}) x)`;

/** Who steps in where a problem stands with no unit: the verb that the limit waits for, held for the whole city. */
const verbOfLimit = sql`case w."limit" when 'verify' then 'problem.verify' when 'close' then 'problem.close' else 'problem.assign' end`;

/**
 * A stage waits for whom the state of its problem waits for. Whoever can act is asked once for a unit, and once for a limit
 * that no unit has: not once for each matter.
 */
const problems = (tx: Tx) => sql`
  found as materialized (
    select a.kind, a.thing, a."limit", w."limit" as waits, p.number, p.title as matter, l.to_unit as unit, l.signed_by,
           w."limit" in ('sign', 'handle') as led
      from asked a join problem p on p.id = a.thing
      cross join lateral (select case a."limit" when 'stage' then ${limitInState(limitOf, 'p.state')} else a."limit" end as "limit") w
      left join assignment l on l.problem_id = p.id and l.role = 'lead' and l.closed_at is null
     where a.kind = 'problem'),
  own as materialized (
    select u.unit, ${able(tx, 'problem.handle', sql`p.unit_id = u.unit`)} as persons
      from (select distinct unit from found where led) u),
  whole as materialized (
    select w."limit", ${able(tx, verbOfLimit, sql`r.reach = 'city'`)} as persons,
           (select p.unit_id from ${serving(tx)} where ${verbOfLimit} = any(r.verbs) and r.reach = 'city' order by p.id limit 1) as unit
      from (select distinct waits as "limit" from found where led is not true) w)
  select f.kind, f.thing, f."limit", f.number, f.matter, case when f.led then f.unit else w.unit end as unit,
         case when f.led is not true then w.persons
              when f.signed_by is not null and cardinality(${present(tx, sql`f.signed_by`)}) > 0 then array[f.signed_by]
              else coalesce(o.persons, '{}') end as persons
    from found f left join own o on o.unit = f.unit left join whole w on w."limit" is not distinct from f.waits`;

const tasks = (tx: Tx) => sql`
  select a.kind, a.thing, a."limit", t.number, t.title, t.unit_id,
         ${present(
           tx,
           sql`case a."limit" when 'review' then t.reviewer_id else
             (select s.to_person from assignment s where s.task_id = t.id and s.role = 'lead' and s.closed_at is null) end`,
         )}
    from asked a join task t on t.id = a.thing where a.kind = 'task'`;

/** What an approver is waited for goes to the head at once: nobody is named. */
const projects = (tx: Tx) => sql`
  select a.kind, a.thing, a."limit", j.number, j.title, j.unit_id,
         ${present(
           tx,
           sql`case when a."limit" = 'conclude' then
             (select m.person_id from project_member m where m.project_id = j.id and m.role = 'lead' and m.closed_at is null) end`,
         )}
    from asked a join project j on j.id = a.thing where a.kind = 'project'`;

export async function whereItStands(tx: Tx, asked: readonly Of[]): Promise<Map<string, Stands>> {
  if (asked.length === 0) return new Map();
  const { rows } = await sql<Stands>`
    with asked as materialized (
      select distinct * from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a(kind text, thing uuid, "limit" text)),
    ${problems(tx)} union all ${tasks(tx)} union all ${projects(tx)}`.execute(tx);
  return new Map(rows.map((row) => [keyOf(row), row]));
}

export const keyOf = ({ thing, limit }: Pick<Of, 'thing' | 'limit'>): string => `${thing} ${limit}`;

/** A place on the reporting line: `up` steps above the unit. */
export type Step = { unit: string; up: number };

/**
 * The heads so far up, or of the next unit above that has one: `part` edges in the administrative tree, `leads` in the party
 * tree. A unit that was abolished has no line. Nobody: the key is missing.
 */
export async function headsUp(tx: Tx, steps: readonly Step[]): Promise<Map<string, string[]>> {
  if (steps.length === 0) return new Map();
  const { rows } = await sql<Step & { persons: string[] }>`
    with recursive asked as materialized (
      select distinct * from jsonb_to_recordset(${JSON.stringify(steps)}::jsonb) as a(unit uuid, up int)
    ), line (unit, above, height) as (
      select distinct a.unit, a.unit, 0 from asked a join unit u on u.id = a.unit where coalesce(u.valid_to, 'infinity') > ${today(tx)}
      union
      select l.unit, e.parent_id, l.height + 1 from line l join unit u on u.id = l.above
        join unit_edge e on e.child_id = l.above and ${valid(tx, 'e')}
         and e.relation = case u.tree when 'admin' then 'part' else 'leads' end
       where l.height < 20
    ), heads as materialized (
      select p.unit_id, array_agg(distinct p.person_id) as persons from ${serving(tx)}
       where 'letter.answer' = any(r.verbs) and p.unit_id in (select above from line) group by p.unit_id
    )
    select distinct on (a.unit, a.up) a.unit, a.up, h.persons
      from asked a join line l on l.unit = a.unit and l.height >= a.up join heads h on h.unit_id = l.above
     order by a.unit, a.up, l.height`.execute(tx);
  return new Map(rows.map(({ unit, up, persons }) => [stepKey({ unit, up }), persons]));
}

export const stepKey = ({ unit, up }: Step): string => `${unit} ${up}`;

/** Open units without a head of their own: their rungs go one further up. */
export async function headless(tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from unit u where u.tree = 'admin' and coalesce(u.valid_to, 'infinity') > ${today(tx)}
       and not exists (select from ${serving(tx)} where 'letter.answer' = any(r.verbs) and p.unit_id = u.id)`.execute(
    tx,
  );
  return rows[0]!.n;
}
