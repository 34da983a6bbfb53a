/** The page of a theme: what its signals say, where they stand, what was decided, and what can be done next. */
import { sql } from 'kysely';
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { openSteps } from '#rules/steps.ts';
import { campaignOf, linkedProblems } from '#triage/theme/campaign.store.ts';
import { mustSeeCity, themeRoles } from '#triage/theme/decide.ts';
import { areasOf, lastOwnOf, themeLine, themeSignals } from '#triage/theme/list.store.ts';
import { lastSpan } from '#triage/theme/survey.store.ts';
import { seeTheme } from '#triage/theme/theme.store.ts';
import { lifeCycle } from '#triage/theme/theme.ts';
import { historyOf } from '#views/history.store.ts';
import type { CampaignShown, ThemePage } from '#views/theme.api.ts';

const GROUPS = 100;
const QUOTES = 3;

/** @throws not_found */
export async function themePage(tx: Tx, actor: Actor, id: string): Promise<ThemePage> {
  mustSeeCity(actor);
  const line = await themeLine(tx, id);
  if (!line) throw problem('not_found');
  const { merged_into } = await seeTheme(tx, id);
  const span = await lastSpan(tx, line.surveyId);
  const into = merged_into ? await seeTheme(tx, merged_into) : undefined;
  return {
    ...line,
    mergedInto: into ? { id: into.id, name: into.name } : null,
    span: span ? { from: span.from, to: span.to, read: span.read } : null,
    ...(await groupsOf(tx, id)),
    quotes: await quotesOf(tx, actor, id),
    ...(await problemsOf(tx, id)),
    campaign: await campaignShown(tx, id),
    areas: await areasOf(tx, [line]),
    buttons: openSteps(lifeCycle, line.state, themeRoles(actor)),
    lastOwn: await lastOwnOf(tx, actor, line.surveyId),
    history: await historyOf(tx, id),
  };
}

type GroupRow = Omit<ThemePage['groups'][number], 'first' | 'last'> & { first: Date; last: Date };

async function groupsOf(tx: Tx, id: string): Promise<Pick<ThemePage, 'groups' | 'groupCount'>> {
  const { rows } = await sql<GroupRow & { all: number }>`
    select g.id, g.name, count(*)::int as signals, min(s.received_at) as first, max(s.received_at) as last,
           count(distinct s.area_id)::int as places, t.opened_by is not null as "byPerson", count(*) over ()::int as all
      from theme_group t join matter_group g on g.id = t.group_id join group_signal e on e.group_id = g.id and e.closed_at is null
      join signal s on s.id = e.signal_id where t.theme_id = ${id} and t.closed_at is null
     group by g.id, t.id order by count(*) desc, g.id limit ${GROUPS}`.execute(tx);
  const groups = rows.map(({ all: _, first, last, ...group }) => ({
    ...group,
    ...{ first: first.toISOString(), last: last.toISOString() },
  }));
  return { groups, groupCount: rows[0]?.all ?? 0 };
}

/** The latest of each of the largest matters: three voices, not one three times. */
async function quotesOf(tx: Tx, actor: Actor, id: string): Promise<ThemePage['quotes']> {
  const { items } = await themeSignals(tx, actor, id, { after: 0 });
  const seen = new Set<string>();
  const voices = items.filter(({ words, groupId }) => words.length > 12 && !seen.has(groupId) && seen.add(groupId));
  return [...voices, ...items.filter((one) => !voices.includes(one) && one.words !== '')]
    .slice(0, QUOTES)
    .map(({ id: signal, number, words, receivedAt }) => ({ id: signal, number, words, receivedAt }));
}

async function problemsOf(tx: Tx, id: string): Promise<Pick<ThemePage, 'problems' | 'loose'>> {
  const { rows } = await sql<ThemePage['problems'][number]>`
    select p.id, p.number, p.title, p.state, p.class, count(*)::int as signals,
           (select json_build_object('id', u.id, 'name', u.name, 'shortName', u.short_name) from assignment a join unit u on u.id = a.to_unit
             where a.problem_id = p.id and a.role = 'lead' order by a.opened_at desc, a.id desc limit 1) as lead
      from theme_group g join group_signal e on e.group_id = g.group_id and e.closed_at is null
      join signal_problem x on x.signal_id = e.signal_id and x.closed_at is null join problem p on p.id = x.problem_id
     where g.theme_id = ${id} and g.closed_at is null group by p.id order by count(*) desc, p.number limit 50`.execute(
    tx,
  );
  const { rows: loose } = await sql<{ n: number }>`
    select count(*)::int as n from theme_group g join group_signal e on e.group_id = g.group_id and e.closed_at is null
     where g.theme_id = ${id} and g.closed_at is null
       and not exists (select from signal_problem x where x.signal_id = e.signal_id and x.closed_at is null)`.execute(
    tx,
  );
  return { problems: rows, loose: loose[0]!.n };
}

async function campaignShown(tx: Tx, themeId: string): Promise<CampaignShown | null> {
  const row = await campaignOf(tx, { theme: themeId });
  if (!row) return null;
  const { rows } = await sql<CampaignShown['problem'] & { unit: CampaignShown['lead'] }>`
    select p.id, p.number, p.title, p.state, p.class,
           (select json_build_object('id', u.id, 'name', u.name, 'shortName', u.short_name) from assignment a join unit u on u.id = a.to_unit
             where a.problem_id = p.id and a.role = 'lead' order by a.opened_at desc, a.id desc limit 1) as lead,
           (select json_build_object('id', u.id, 'name', u.name, 'shortName', u.short_name) from unit u where u.id = ${row.lead_unit}) as unit
      from problem p where p.id = ${row.problem_id}`.execute(tx);
  const { unit, ...its } = rows[0]!;
  const through = await linkedProblems(tx, row.id);
  return {
    ...{ problem: its, title: row.title, lead: unit, from: row.from_day, to: row.to_day, goal: row.goal },
    through: through as CampaignShown['through'],
  };
}
