/** A common problem's campaign: its record, and the problems that it runs through. */
import { sql } from 'kysely';
import { uuidColumn } from '#platform/columns.ts';
import type { Tx } from '#platform/db.ts';
import type { UnitBrief } from '#rules/shapes.ts';

export type CampaignRow = {
  id: string;
  theme_id: string;
  problem_id: string;
  title: string;
  lead_unit: string | null;
  from_day: string;
  to_day: string;
  goal: string;
};

export async function insertCampaign(tx: Tx, row: CampaignRow & { by: string }): Promise<void> {
  const { by, ...rest } = row;
  await tx
    .insertInto('campaign')
    .values({ ...rest, made_by: by, made_at: tx.now })
    .execute();
}

export async function campaignOf(
  tx: Tx,
  where: { theme: string } | { problem: string },
): Promise<CampaignRow | undefined> {
  const [column, id] =
    'theme' in where ? (['theme_id', where.theme] as const) : (['problem_id', where.problem] as const);
  const row = await tx
    .selectFrom('campaign')
    .select(['id', 'theme_id', 'problem_id', 'title', 'lead_unit', 'from_day', 'to_day', 'goal'])
    .where(column, '=', id)
    .executeTakeFirst();
  return row as CampaignRow | undefined;
}

export type OnTheme = { waiting: string[]; problems: string[] };

/**
 * Where the signals of a theme stand: those that wait for triage, and the open problems that others are on. What is on a
 * problem stays on it, with its unit and its limits (one open edge a signal); the campaign only runs through it.
 */
export async function whereSignalsStand(tx: Tx, themeId: string, not: string): Promise<OnTheme> {
  const mine = sql`select e.signal_id as id from theme_group g join group_signal e on e.group_id = g.group_id and e.closed_at is null
    where g.theme_id = ${themeId} and g.closed_at is null`;
  const { rows: waiting } = await sql<{ id: string }>`
    select s.id from signal s where s.id in (${mine}) and s.state = 'untriaged' order by s.id`.execute(tx);
  const { rows: problems } = await sql<{ id: string }>`
    select distinct p.id from signal_problem e join problem p on p.id = e.problem_id
     where e.signal_id in (${mine}) and e.closed_at is null and p.state not in ('closed', 'merged') and p.id <> ${not}
     order by p.id`.execute(tx);
  return { waiting: waiting.map(({ id }) => id), problems: problems.map(({ id }) => id) };
}

/** @returns how many were not among them before */
export async function linkProblems(
  tx: Tx,
  campaignId: string,
  problems: readonly string[],
  by: string,
): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    insert into campaign_problem (campaign_id, problem_id, opened_by, opened_at)
    select ${campaignId}, id, ${by}, ${tx.now} from unnest(${uuidColumn(problems)}::uuid[]) as p(id)
    on conflict do nothing`.execute(tx);
  return Number(numAffectedRows);
}

export type LinkedProblem = {
  id: string;
  number: string;
  title: string;
  state: string;
  class: string | null;
  lead: UnitBrief | null;
  signals: number;
};

/** The problems a campaign runs through, those of most signals first. */
export async function linkedProblems(tx: Tx, campaignId: string): Promise<LinkedProblem[]> {
  const { rows } = await sql<LinkedProblem>`
    select p.id, p.number, p.title, p.state, p.class, p.signal_count as signals,
           (select json_build_object('id', u.id, 'name', u.name, 'shortName', u.short_name) from assignment a join unit u on u.id = a.to_unit
             where a.problem_id = p.id and a.role = 'lead' order by a.opened_at desc, a.id desc limit 1) as lead
      from campaign_problem c join problem p on p.id = c.problem_id where c.campaign_id = ${campaignId}
     order by p.signal_count desc, p.number limit 300`.execute(tx);
  return rows;
}
