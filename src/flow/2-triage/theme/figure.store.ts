/** The figures of themes, counted from the signals that stand in them now, and their heat by the rule in force. */
import { sql } from 'kysely';
import { addDays, type Day, dayOf, startOfDay } from '#clock/day.ts';
import { today } from '#people/actor.store.ts';
import { uuidColumn } from '#platform/columns.ts';
import type { Tx } from '#platform/db.ts';
import {
  AGAIN_DAYS,
  BUILT_IN_FROM,
  builtInWeights,
  type Figures,
  heatOf,
  RECENT_DAYS,
  type Weights,
} from '#triage/theme/heat.ts';
import { firstSignal, whoReported } from '#triage/theme/message.store.ts';
import type { SurveyRow } from '#triage/theme/survey.store.ts';
import type { Span } from '#triage/theme/survey.ts';

export type HeatRule = { from: Day; weights: Weights };

/** The weights of today: the city's own, else the program's. */
export async function heatRule(tx: Tx): Promise<HeatRule> {
  const row = await tx
    .selectFrom('heat_rule')
    .select(['valid_from as from', 'weights'])
    .where(sql<boolean>`valid_from <= ${today(tx)}`)
    .orderBy('valid_from', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return { from: BUILT_IN_FROM, weights: builtInWeights };
  return { from: row.from as unknown as Day, weights: row.weights as unknown as Weights };
}

type Counted = {
  theme: string;
  signals: number;
  reporters: number;
  households: number;
  recent: number;
  before: number;
  last_year: number;
  again: number;
  months: Figures['months'];
  areas: Figures['areas'];
};

/**
 * Counts the themes anew and keeps the figures under the run.
 * @param only these; absent: all that are looked at
 */
export async function measureThemes(
  tx: Tx,
  survey: SurveyRow,
  { run, span }: { run: number; span: Span },
  only?: readonly string[],
): Promise<void> {
  const rule = await heatRule(tx);
  const first = await firstSignal(tx, survey.scope, span);
  const begins = first ? dayOf(first) : span.to;
  const day = (back: number) => addDays(span.to, 1 - back);
  const known = { before: begins <= day(2 * RECENT_DAYS), lastYear: begins <= span.season };
  const rows = await count(tx, survey.id, span, only, {
    recent: day(RECENT_DAYS),
    before: day(2 * RECENT_DAYS),
    season: span.season,
  });
  const figures = rows.map(({ theme, last_year, before, ...row }) => {
    const of: Figures = {
      ...row,
      townships: row.areas.length,
      before: known.before ? before : null,
      lastYear: known.lastYear ? last_year : null,
    };
    return { theme_id: theme, run, heat: heatOf(of, rule.weights), figures: of, rule_from: rule.from };
  });
  if (figures.length === 0) return;
  await sql`insert into theme_figure (theme_id, run, heat, figures, rule_from)
    select theme_id, run, heat, figures, rule_from from json_populate_recordset(null::theme_figure, ${JSON.stringify(figures)}::json)
    on conflict (theme_id, run) do update set heat = excluded.heat, figures = excluded.figures, rule_from = excluded.rule_from`.execute(
    tx,
  );
}

type Starts = { recent: Day; before: Day; season: Day };

/** One walk over the signals of the themes; what came after a closing is told by the matter and its township, not by the theme. */
async function count(tx: Tx, surveyId: string, span: Span, only: readonly string[] | undefined, starts: Starts) {
  const since = (day: Day) => sql`m.received_at >= ${startOfDay(day)}`;
  const within = sql`${since(span.from)}`;
  const until = (day: Day) => sql`m.received_at < ${startOfDay(addDays(day, RECENT_DAYS))}`;
  const { rows } = await sql<Counted>`
    with recursive asked as (select t.id from theme t where t.survey_id = ${surveyId}
        and ${only ? sql`t.id = any(${uuidColumn(only)}::uuid[])` : sql`t.state not in ('merged', 'gone')`}),
    town (area, town) as (select id, id from area where level = 'township'
      union all select a.id, t.town from area a join town t on a.parent_id = t.area),
    edge as materialized (select g.theme_id as theme, e.group_id as "group", e.signal_id as signal
      from theme_group g join group_signal e on e.group_id = g.group_id and e.closed_at is null
     where g.closed_at is null and g.theme_id in (select id from asked)),
    closing as materialized (select distinct e."group", t.town, d.at from edge e join signal s on s.id = e.signal
      left join town t on t.area = s.area_id join signal_problem p on p.signal_id = e.signal join problem_decision d on d.problem_id = p.problem_id and d.step = 'close'),
    mine as materialized (select e.theme, s.id, s.received_at, ${whoReported} as who, t.town, exists (select from closing c where c."group" = e."group" and c.town is not distinct from t.town and c.at < s.received_at
          and c.at > s.received_at - make_interval(days => ${AGAIN_DAYS})) as again
      from edge e join signal s on s.id = e.signal left join town t on t.area = s.area_id),
    months as (select m.theme, json_agg(json_build_array(m.month, m.n) order by m.month) as list
      from (select theme, to_char(received_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, count(*) as n from mine group by 1, 2) m group by 1),
    areas as (select a.theme, json_agg(json_build_array(a.town, a.n) order by a.n desc, a.town) as list
      from (select m.theme, m.town, count(*) as n from mine m where m.town is not null and ${within} group by 1, 2) a group by 1)
    select a.id as theme,
           count(m.id) filter (where ${within}) as signals,
           count(distinct m.who) filter (where ${within}) as reporters,
           count(distinct coalesce(encode(h.code, 'hex'), m.who)) filter (where ${within}) as households,
           count(m.id) filter (where ${since(starts.recent)}) as recent,
           count(m.id) filter (where ${since(starts.before)} and ${until(starts.before)}) as before,
           count(m.id) filter (where ${since(starts.season)} and ${until(starts.season)}) as last_year,
           count(m.id) filter (where ${within} and m.again) as again,
           coalesce((select list from months where theme = a.id), '[]') as months,
           coalesce((select list from areas where theme = a.id), '[]') as areas
      from asked a left join mine m on m.theme = a.id left join signal_household h on h.signal_id = m.id
     group by a.id`.execute(tx);
  return rows;
}
