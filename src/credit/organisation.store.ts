/** Organisations as they are shown: the list by standing, and one with its levels, facts and supervision. */
import { sql } from 'kysely';
import { addDays, dayOf } from '#clock/day.ts';
import { caseRoles } from '#credit/case.actions.ts';
import type { CaseShown, FactShown, OrganisationItem, OrganisationPage } from '#credit/credit.api.ts';
import { lifeCycle, type Standing } from '#credit/credit.ts';
import { visitingNow } from '#credit/rule.store.ts';
import { type Actor, may } from '#people/actor.ts';
import { cursorOf, keysOf } from '#people/cursor.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { supervisedSteps } from '#procedure/supervised.store.ts';
import { openSteps } from '#rules/steps.ts';

const SHARE_DAYS = 365;
const SHOWN_FACTS = 200;

/** Each with the highest level in force; `weight` 0 green … 3 red. */
const items = sql`
  select o.id, o.code, o.name, coalesce(c.weight, 0) as weight, (array['green','yellow','orange','red'])[coalesce(c.weight, 0) + 1] as standing,
         c.until, coalesce(c.waiting, 0) as waiting, coalesce(c.asked, 0) as asked
    from organisation o left join (
      select organisation_id, max(w) filter (where state <> 'proposed') as weight,
             (array_agg(until_day::text order by w desc, until_day desc) filter (where state <> 'proposed'))[1] as until,
             (count(*) filter (where state = 'proposed'))::int as waiting, (count(*) filter (where state = 'asked'))::int as asked
        from (select *, array_position(array['yellow','orange','red'], level) as w from credit_case where ended_at is null) x
       group by organisation_id
    ) c on c.organisation_id = o.id`;

type Query = {
  cursor?: string | undefined;
  limit: number;
  q?: string | undefined;
  standing?: Standing | undefined;
  waiting?: boolean | undefined;
};

type Row = OrganisationItem & { weight: number };
const shown = ({ weight: _, ...row }: Row): OrganisationItem => row;

/** The highest level first. */
export async function listOrganisations(tx: Tx, { cursor, limit, q, standing, waiting }: Query) {
  const after = cursor ? keysOf(cursor, 3) : undefined;
  const like = q && `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<Row>`
    select * from (${items}) x where true
     ${like ? sql`and (x.name like ${like} or x.code like upper(${like}))` : sql``}
     ${standing ? sql`and x.standing = ${standing}` : sql``}
     ${waiting ? sql`and x.waiting + x.asked > 0` : sql``}
     ${after ? sql`and (-x.weight, x.name, x.id) > (${-Number(after[0])}::int, ${after[1]}, ${after[2]}::uuid)` : sql``}
     order by -x.weight, x.name, x.id limit ${limit + 1}`.execute(tx);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page[page.length - 1] : undefined;
  return {
    items: page.map(shown),
    next: last ? cursorOf([String(last.weight), last.name, last.id]) : null,
    share: await offSiteShare(tx, null),
    waiting: await waitingNow(tx),
  };
}

async function waitingNow(tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from credit_case where ended_at is null and state in ('proposed', 'asked')`.execute(tx);
  return rows[0]!.n;
}

/** What was recorded by a person, and steps of standard procedures that say how they look after the organisation. */
const supervised = sql`(
  select c.id, c.organisation_id, c.off_site, c.day, c.found, p.name as by from credit_check c join person p on p.id = c.by_person
  union all
  select s.id, s.organisation_id, s.off_site, (s.done_at at time zone 'Asia/Shanghai')::date, s.found, s.by from ${supervisedSteps()} s)`;

/** Of a year. @param of one organisation, or null for all */
async function offSiteShare(tx: Tx, of: string | null) {
  const from = addDays(dayOf(tx.now), 1 - SHARE_DAYS);
  const { rows } = await sql<{ offSite: number; all: number }>`
    select (count(*) filter (where off_site))::int as "offSite", count(*)::int as "all" from ${supervised} c
     where day >= ${from} and (${of}::uuid is null or organisation_id = ${of})`.execute(tx);
  return { from, ...rows[0]! };
}

type Page = Omit<OrganisationPage, 'history'>;

/** @throws not_found */
export async function organisationShown(tx: Tx, actor: Actor, id: string): Promise<Page> {
  const { rows } = await sql<Row>`select * from (${items}) x where x.id = ${id}`.execute(tx);
  if (!rows[0]) throw problem('not_found');
  const item = shown(rows[0]);
  const checks = await sql<Page['checks'][number]>`
    select c.id, c.off_site as "offSite", c.day, c.found, c.by from ${supervised} c
     where c.organisation_id = ${id} order by c.day desc, c.id limit 50`.execute(tx);
  const visiting = await visitingNow(tx);
  return {
    ...item,
    cases: await casesShown(tx, actor, id),
    facts: await factsShown(tx, id),
    checks: checks.rows,
    share: await offSiteShare(tx, id),
    visits: visiting?.[item.standing] ?? null,
    mayRecord: may(actor, 'organisation.record'),
  };
}

async function casesShown(tx: Tx, actor: Actor, organisation: string): Promise<CaseShown[]> {
  const { rows } = await sql<Omit<CaseShown, 'proposedAt' | 'buttons'> & { at: Date }>`
    select c.id, c.level, c.state, c.value::float8 as value, c.proposed_at as at, c.until_day as until, c.version,
           json_build_object('id', r.id, 'name', r.name, 'action', r.action, 'repair', r.repair, 'threshold', r.threshold::float8,
             'metric', json_build_object('id', m.id, 'name', m.name, 'unitWords', m.unit_words)) as rule,
           (select coalesce(json_agg(json_build_object('id', f.id, 'day', f.day, 'value', f.value::float8, 'source', f.source,
             'withdrawn', f.withdrawn_at is not null) order by f.day, f.id), '[]')
              from credit_fact f where f.id = any(c.facts)) as facts,
           (select coalesce(json_agg(json_build_object('id', d.id, 'step', d.step, 'by', p.name, 'at', d.at, 'words', d.words) order by d.at), '[]')
              from credit_decision d left join person p on p.id = d.by_person where d.case_id = c.id) as decisions
      from credit_case c join credit_rule r on r.id = c.rule_id join credit_metric m on m.id = r.metric_id
     where c.organisation_id = ${organisation} order by c.ended_at is not null, c.proposed_at desc,
           array_position(array['red','orange','yellow'], c.level), c.id limit 50`.execute(tx);
  const held = caseRoles(actor);
  return rows.map(({ at, decisions, ...row }) => ({
    ...row,
    proposedAt: at.toISOString(),
    decisions: decisions.map((one) => ({ ...one, at: new Date(one.at).toISOString() })),
    buttons: openSteps(lifeCycle, row.state, held),
  }));
}

async function factsShown(tx: Tx, organisation: string): Promise<FactShown[]> {
  const { rows } = await sql<Omit<FactShown, 'at'> & { at: Date }>`
    select f.id, json_build_object('id', m.id, 'name', m.name, 'unitWords', m.unit_words) as metric, f.day, f.value::float8 as value,
           f.source, p.name as by, f.at,
           case when f.withdrawn_at is not null then json_build_object('by', w.name, 'reason', f.withdrawn_for) end as withdrawn
      from credit_fact f join credit_metric m on m.id = f.metric_id join person p on p.id = f.by_person
      left join person w on w.id = f.withdrawn_by
     where f.organisation_id = ${organisation} order by f.day desc, f.at desc limit ${SHOWN_FACTS}`.execute(tx);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
