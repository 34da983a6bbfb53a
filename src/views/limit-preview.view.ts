/** What a change of a limit rule would have done: last month's limits held against it, each with its own suspensions and extensions. */
import { sql } from 'kysely';
import { loadCalendar } from '#clock/clock.store.ts';
import { addMonths, monthOf, spanOf } from '#clock/month.ts';
import { type ClockRow, clockColumns, dueOf } from '#clock/recompute.store.ts';
import type { Tx } from '#platform/db.ts';
import { rulesOf } from '#rules/limits.store.ts';
import { type Conditions, closest } from '#rules/limits.ts';
import { currentBasic } from '#rules/programme.store.ts';
import { channelsOfProblems } from '#triage/channel-of.store.ts';
import { categoriesOfProblems } from '#triage/duty/problem-matter.store.ts';
import type { LimitPreview, PreviewQuery } from '#views/limits.api.ts';
import { previewStages } from '#views/stage-preview.view.ts';

/** More than a city's month of one limit (1 M signals a year); the latest are looked at. */
const MOST = 100_000;

type Row = ClockRow & {
  stopped_at: Date;
  channel: string | null;
  urgency: string | null;
  class: string | null;
  problem: string | null;
};
type Rule = Conditions & { id: string };

export async function previewLimit(tx: Tx, query: PreviewQuery): Promise<LimitPreview> {
  const month = addMonths(monthOf(tx.now), -1);
  const { start, end } = spanOf(month);
  const rows = await endedBetween(tx, query.limitName, start, end);
  const wanted: Rule = {
    ...{
      id: 'wanted',
      channel_id: query.channelId ?? null,
      category_id: query.categoryId ?? null,
      urgency: query.urgency ?? null,
      class: query.class ?? null,
    },
  };
  const standing = (await rulesOf(tx, await currentBasic(tx))).filter(
    (rule) => rule.limit_name === query.limitName && rule.id !== query.replaces && !isSame(rule, wanted),
  );
  const rules: Rule[] = [...standing, wanted];
  const problems = sql`select unnest(${[...new Set(rows.flatMap((row) => row.problem ?? []))]}::uuid[])`;
  const categories = rules.some((rule) => rule.category_id !== null)
    ? await categoriesOfProblems(tx, problems)
    : new Map<string, string[]>();
  const channels = rules.some((rule) => rule.channel_id !== null)
    ? await channelsOfProblems(tx, problems)
    : new Map<string, string>();
  const calendar = await loadCalendar(tx);
  const concerned = rows.filter((row) => {
    const of = row.problem ?? '';
    const channel = row.channel ?? channels.get(of) ?? null;
    const { urgency, class: kind } = row;
    return closest(rules, { channel, urgency, class: kind, categories: categories.get(of) ?? [] })?.id === wanted.id;
  });
  const { unitOfTime: unit_of_time, budget, roll } = query;
  const wouldBeLate = (row: Row) => row.stopped_at > dueOf(calendar, { ...row, unit_of_time, budget, roll }).dueAt;
  return {
    ...{ month, ended: rows.length, concerned: concerned.length, cut: rows.length === MOST },
    lateWas: concerned.filter((row) => row.stopped_at > row.due_at).length,
    lateWould: concerned.filter(wouldBeLate).length,
    stages: query.limitName === 'handle' ? await previewStages(tx, calendar, concerned, query.milestones) : [],
  };
}

const isSame = (a: Conditions, b: Conditions) =>
  a.channel_id === b.channel_id && a.category_id === b.category_id && a.urgency === b.urgency && a.class === b.class;

/** Limits that were met or missed in these days, with what the rules look at; a task's are those of its problem. */
async function endedBetween(tx: Tx, limit: string, from: Date, to: Date): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select ${clockColumns}, c.stopped_at, coalesce(p.urgency, s.urgency) as urgency, s.channel_id as channel, p.class, p.id as problem
      from clock c left join signal s on c.kind = 'signal' and s.id = c.thing left join task t on c.kind = 'task' and t.id = c.thing
      left join problem p on p.id = case c.kind when 'problem' then c.thing when 'task' then t.problem_id end
     where c.limit_name = ${limit} and c.stopped_at >= ${from} and c.stopped_at < ${to} and c.rule_id is not null
     order by c.stopped_at desc limit ${MOST}`.execute(tx);
  return rows;
}
