/** The warning board, one warning with what stands behind it, and the trend of a place and a kind. */
import { sql } from 'kysely';
import { addDays, type Day, dayOf } from '#clock/day.ts';
import { type Actor, may } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { openSteps } from '#rules/steps.ts';
import { usualOf } from '#statistics/burst.ts';
import { allCategories } from '#triage/category/category.store.ts';
import { pathWords } from '#triage/category/category.ts';
import { problemSeen } from '#triage/problem.scope.ts';
import { peopleByDay, reachedBy, signalsBehind, treesOf } from '#triage/warning/behind.store.ts';
import { dayCounts } from '#triage/warning/day-count.store.ts';
import { seriesOf, type Watched } from '#triage/warning/series.ts';
import type { TrendDay, WarningItem, WarningShown } from '#triage/warning/warning.api.ts';
import { falseAlarmsAllowed, listWarnings, loadWarning, type WarningRow } from '#triage/warning/warning.store.ts';
import { lifeCycle, WATCHED_DAYS, type WarningRole } from '#triage/warning/warning.ts';

const SPARK_DAYS = 56;
const SHOWN_DAYS = 30;
const SIGNALS = 50;

export async function warningBoard(tx: Tx, actor: Actor) {
  const today = dayOf(tx.now);
  const rows = await listWarnings(tx, new Date(tx.now.getTime() - SHOWN_DAYS * 86_400_000));
  const items = await showWarnings(tx, actor, rows);
  const { rows: counted } = await sql<{ on: Day | null; watched: number; all: number; unknown: number }>`
    select to_char(max(day), 'YYYY-MM-DD') as on, count(distinct (area_id, category_id))::int as watched,
           coalesce(sum(people) filter (where day > ${addDays(today, -28)}::date), 0)::int as all,
           coalesce(sum(people) filter (where day > ${addDays(today, -28)}::date and area_id is null and category_id is null), 0)::int as unknown
      from warning_day`.execute(tx);
  const { on, watched, all, unknown } = counted[0]!;
  return {
    items,
    falseAlarms: await falseAlarmsAllowed(tx),
    watched,
    countedOn: on,
    unknown: { people: unknown, all },
  };
}

export async function warningPage(tx: Tx, actor: Actor, id: string): Promise<WarningShown> {
  const row = await loadWarning(tx, id);
  const [item] = await showWarnings(tx, actor, [row]);
  const { areas, categories } = await treesOf(tx);
  const span = { from: addDays(row.lastOn, 1 - row.windowDays), to: row.lastOn, limit: SIGNALS + 1 };
  const behind = await signalsBehind(tx, actor, reachedBy(areas, categories, row), span);
  const { rows: decided } = await sql<{ step: string; by: string; at: Date; words: string }>`
    select d.step, p.name as by, d.at, d.words from warning_decision d join person p on p.id = d.by_person
     where d.warning_id = ${id} order by d.at desc, d.id desc limit 1`.execute(tx);
  const held = new Set<WarningRole>(may(actor, 'warning.decide') ? ['watcher'] : []);
  return {
    ...item!,
    signals: behind.slice(0, SIGNALS).map((one) => ({ ...one, receivedAt: one.receivedAt.toISOString() })),
    more: behind.length > SIGNALS,
    decided: decided[0] ? { ...decided[0], at: decided[0].at.toISOString() } : null,
    buttons: openSteps(lifeCycle, row.state, held),
  };
}

async function namesOf(tx: Tx): Promise<(watched: Watched) => Pick<WarningItem, 'area' | 'category'>> {
  const nodes = new Map((await allCategories(tx, { closed: true })).map((one) => [one.id, one]));
  const { rows } = await sql<{ id: string; name: string }>`
    select a.id, case when p.level in ('province', 'city') or p.id is null then a.name else p.name || a.name end as name
      from area a left join area p on p.id = a.parent_id`.execute(tx);
  const areas = new Map(rows.map(({ id, name }) => [id, name]));
  return ({ areaId, categoryId }) => ({
    area: areaId === null ? null : { id: areaId, name: areas.get(areaId)! },
    category: categoryId === null ? null : { id: categoryId, name: pathWords(nodes, categoryId) },
  });
}

async function showWarnings(tx: Tx, actor: Actor, rows: readonly WarningRow[]): Promise<WarningItem[]> {
  if (rows.length === 0) return [];
  const today = dayOf(tx.now);
  const { areas, categories } = await treesOf(tx);
  const reached = rows.map((row) => reachedBy(areas, categories, row));
  const days = await peopleByDay(tx, reached, addDays(today, 1 - SPARK_DAYS), today);
  const names = await namesOf(tx);
  const { rows: problems } = await sql<{ id: string; number: string; title: string }>`
    select p.id, p.number, p.title from problem p
     where p.id = any(${rows.flatMap(({ problemId }) => problemId ?? [])}::uuid[]) and ${problemSeen(tx, actor)}`.execute(
    tx,
  );
  return rows.map(({ areaId, categoryId, problemId, foundAt, changedAt, ...row }, i) => ({
    ...row,
    ...names({ areaId, categoryId }),
    foundAt: foundAt.toISOString(),
    changedAt: changedAt.toISOString(),
    problem: problems.find(({ id }) => id === problemId) ?? null,
    days: days[i]!,
  }));
}

const TREND_DAYS = 180;

/** The last half year beside what is usual at the time of year; the areas are districts and townships, the kinds all of the tree. */
export async function warningTrend(tx: Tx, watched: Watched) {
  const today = dayOf(tx.now);
  const { areas, categories } = await treesOf(tx);
  const names = await namesOf(tx);
  const counts = await dayCounts(tx, addDays(today, 1 - WATCHED_DAYS));
  const first = counts[0]?.day ?? today;
  const length = Math.round((Date.parse(today) - Date.parse(first)) / 86_400_000) + 1;
  const series = seriesOf(counts, areas, categories, first, length).find(
    ({ key }) => key.areaId === watched.areaId && key.categoryId === watched.categoryId,
  );
  // Where nobody has told of anything yet, nothing is usual.
  const usual = series ? usualOf(series, length - 1) : () => ({ usual: 0, high: 1 });
  const [people] = await peopleByDay(tx, [reachedBy(areas, categories, watched)], first, today);
  const days = people!.map((n, i): TrendDay => ({ day: addDays(first, i), people: n, ...usual(i) }));
  const { rows } = await sql<{ id: string }>`
    select id from area where level in ('district', 'township') and valid_to is null order by code`.execute(tx);
  const kinds = [...categories.keys()].map((id) => names({ areaId: null, categoryId: id }).category!);
  return {
    days: days.slice(-TREND_DAYS),
    areas: rows.map(({ id }) => names({ areaId: id, categoryId: null }).area!),
    categories: kinds.sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}
