/** Themes as pages show them: with their figures, ranked by heat; and the signals that stand in one. */
import { sql } from 'kysely';
import { type Actor, may } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { openReporter } from '#signal/reporter.store.ts';
import { maskWords } from '#text/mask.ts';
import { mustSeeCity } from '#triage/theme/decide.ts';
import { heatRule } from '#triage/theme/figure.store.ts';
import { builtInWeights, type Figures, heatRows, type Weights } from '#triage/theme/heat.ts';
import { latestRuns, listSurveys, type RunRow } from '#triage/theme/survey.store.ts';
import type { LastOwn, Survey, SurveyRun, ThemeItem } from '#triage/theme/theme.api.ts';
import { standing, type ThemeState, undoable } from '#triage/theme/theme.ts';

const showRun = (row: RunRow, names: ReadonlyMap<string, string>): SurveyRun => ({
  ...{ id: row.id, number: row.number, state: row.state, step: row.step, share: row.share },
  askedBy: row.asked_by && (names.get(row.asked_by) ?? null),
  askedAt: row.asked_at.toISOString(),
  endedAt: row.ended_at?.toISOString() ?? null,
  ...{ from: row.from_day, to: row.to_day, signals: row.signals, leftOut: row.left_out },
  ...{ groups: row.groups, themes: row.themes, rule: row.rule, error: row.error },
});

export async function showSurveys(tx: Tx, actor: Actor): Promise<{ surveys: Survey[]; mayManage: boolean }> {
  mustSeeCity(actor);
  const surveys = await listSurveys(tx);
  const runs = await latestRuns(
    tx,
    surveys.map(({ id }) => id),
  );
  const askers = [...new Set(runs.flatMap((run) => run.asked_by ?? []))];
  const people = askers.length
    ? await tx.selectFrom('person').select(['id', 'name']).where('id', 'in', askers).execute()
    : [];
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return {
    mayManage: may(actor, 'theme.manage'),
    surveys: surveys.map(({ scope: _, ...survey }) => {
      const mine = runs.filter((run) => run.survey_id === survey.id);
      const done = mine.find(({ state }) => state === 'done');
      return { ...survey, run: mine[0] ? showRun(mine[0], names) : null, done: done ? showRun(done, names) : null };
    }),
  };
}

type Line = {
  id: string;
  survey_id: string;
  name: string;
  words: string[];
  state: ThemeState;
  version: number;
  heat: number;
  figures: Figures;
  rule_from: string;
  weights: Weights | null;
  rank: number | null;
  problem: ThemeItem['problem'];
};

/** Of `theme t`: the figures of the latest count, under the weights it was counted by. */
const lineOf = sql`
  select t.id, t.survey_id, t.name, t.words, t.state, t.version, f.heat, f.figures, f.rule_from, h.weights,
         (select json_build_object('id', p.id, 'number', p.number) from campaign c join problem p on p.id = c.problem_id where c.theme_id = t.id) as problem
    from theme t join lateral (select * from theme_figure f where f.theme_id = t.id order by f.run desc limit 1) f on true
    left join heat_rule h on h.valid_from = f.rule_from`;

function showItem({ weights, rule_from, survey_id: _, ...line }: Line): ThemeItem {
  return { ...line, rows: heatRows(line.figures, weights ?? builtInWeights), ruleFrom: rule_from };
}

type ListQuery = { surveyId: string; state: 'standing' | ThemeState; limit: number };

export async function listThemes(tx: Tx, actor: Actor, { surveyId, state, limit }: ListQuery) {
  mustSeeCity(actor);
  const states = state === 'standing' ? standing : [state];
  const { rows } = await sql<Line>`
    select x.*, case when x.state = any(${standing}) then row_number() over (order by x.state = any(${standing}) desc, x.heat desc, x.id)::int end as rank
      from (${lineOf} where t.survey_id = ${surveyId} and t.state not in ('merged', 'gone')) x order by x.heat desc, x.id`.execute(
    tx,
  );
  const count = (of: readonly ThemeState[]) => ({
    count: rows.filter((row) => of.includes(row.state)).length,
    more: false,
  });
  const items = rows.filter((row) => (states as string[]).includes(row.state)).slice(0, limit);
  return {
    items: items.map(showItem),
    counts: {
      standing: count(standing),
      ...Object.fromEntries(
        (['proposed', 'confirmed', 'campaign', 'dismissed'] as const).map((one) => [one, count([one])]),
      ),
    },
    areas: await areasOf(tx, items),
    rule: await heatRule(tx),
    lastOwn: await lastOwnOf(tx, actor, surveyId),
  };
}

/** One theme whatever became of it, in its place among those that stand. */
export async function themeLine(tx: Tx, id: string): Promise<(ThemeItem & { surveyId: string }) | undefined> {
  const { rows } = await sql<Line>`
    select x.*, case when x.state = any(${standing}) then (select count(*)::int + 1 from theme o
        join lateral (select heat from theme_figure f where f.theme_id = o.id order by f.run desc limit 1) f on true
       where o.survey_id = x.survey_id and o.state = any(${standing}) and (f.heat, x.id) > (x.heat, o.id)) end as rank
      from (${lineOf} where t.id = ${id}) x`.execute(tx);
  const [line] = rows;
  return line && { ...showItem(line), surveyId: line.survey_id };
}

/** The townships that are named in the figures, in the order of the map. */
export async function areasOf(
  tx: Tx,
  items: readonly Pick<ThemeItem, 'figures'>[],
): Promise<{ id: string; name: string }[]> {
  const ids = [...new Set(items.flatMap(({ figures }) => figures.areas.map(([area]) => area)))];
  if (ids.length === 0) return [];
  return tx.selectFrom('area').select(['id', 'name']).where('id', 'in', ids).orderBy('code').execute();
}

export async function lastOwnOf(tx: Tx, actor: Actor, surveyId: string): Promise<LastOwn> {
  if (!may(actor, 'theme.manage')) return null;
  const row = await tx
    .selectFrom('theme_decision as d')
    .innerJoin('theme as t', 't.id', 'd.theme_id')
    .select(['d.id', 'd.step', 't.name as theme', 't.id as themeId'])
    .where('d.survey_id', '=', surveyId)
    .where('d.by_person', '=', actor.id)
    .where('d.undone_at', 'is', null)
    .orderBy('d.at', 'desc')
    .orderBy('d.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && (undoable as readonly string[]).includes(row.step) ? (row as NonNullable<LastOwn>) : null;
}

const PAGE = 50;
type SignalLine = {
  id: string;
  number: string;
  words: string;
  secret: boolean;
  received_at: Date;
  group_id: string;
  area: string | null;
  by_person: boolean;
  problem: { id: string; number: string; title: string } | null;
  reporter: string;
  name_sealed: Buffer | null;
};

/** The newest first, masked; a secret one shows its number alone. */
export async function themeSignals(
  tx: Tx,
  actor: Actor,
  themeId: string,
  query: { groupId?: string | undefined; after: number },
) {
  mustSeeCity(actor);
  const { rows } = await sql<SignalLine>`
    select s.id, s.number, s.words, s.secret, s.received_at, e.group_id, a.name as area, e.opened_by is not null as by_person,
           (select json_build_object('id', p.id, 'number', p.number, 'title', p.title) from signal_problem x join problem p on p.id = x.problem_id
             where x.signal_id = s.id and x.closed_at is null) as problem,
           s.reporter_id as reporter, r.name_sealed
      from theme_group g join group_signal e on e.group_id = g.group_id and e.closed_at is null
      join signal s on s.id = e.signal_id left join area a on a.id = s.area_id left join reporter r on r.id = s.reporter_id
     where g.theme_id = ${themeId} and g.closed_at is null ${query.groupId ? sql`and g.group_id = ${query.groupId}` : sql``}
     order by s.received_at desc, s.id desc offset ${query.after} limit ${PAGE + 1}`.execute(tx);
  return { items: rows.slice(0, PAGE).map((row) => showSignal(tx, row)), after: query.after, more: rows.length > PAGE };
}

function showSignal(tx: Tx, row: SignalLine) {
  const nothing = { phone_sealed: null, id_number_sealed: null, address_sealed: null };
  const { name } = openReporter(tx, { id: row.reporter, name_sealed: row.name_sealed, ...nothing });
  const words = row.secret ? '' : maskWords(row.words, name ? [name] : []).slice(0, 200);
  const { id, number, area, problem } = row;
  return {
    ...{ id, number, words, area, problem, groupId: row.group_id, byPerson: row.by_person },
    receivedAt: row.received_at.toISOString(),
  };
}
