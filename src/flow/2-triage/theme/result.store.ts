/** What stands of a survey, and writing what a run found: only what changes is written, so that the past can be told from edges. */
import { sql } from 'kysely';
import { textColumn, uuidColumn } from '#platform/columns.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import type { Named, Standing, StandingGroup } from '#triage/theme/carry.ts';
import { close, openGroups, openSignals, writeGroups } from '#triage/theme/edge.store.ts';
import { measureThemes } from '#triage/theme/figure.store.ts';
import { LEAST } from '#triage/theme/heat.ts';
import type { RunRow, SurveyRow } from '#triage/theme/survey.store.ts';
import type { Span } from '#triage/theme/survey.ts';
import type { FromThread } from '#triage/theme/survey.worker.ts';

/** A person has decided on the theme, and has not taken all of it back. */
export const decidedOn = sql<boolean>`(t.state in ('confirmed', 'campaign', 'dismissed') or t.named_by is not null
  or exists (select from theme_decision d where d.theme_id = t.id and d.undone_at is null))`;

/** A mark that moves whenever a person decides something, or takes it back. */
export async function decisionsUntil(tx: Tx, surveyId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select (count(*) + count(undone_at))::int as n from theme_decision where survey_id = ${surveyId}`.execute(tx);
  return rows[0]!.n;
}

type SignalEdge = { id: string; signal: string; group: string; pinned: boolean };
type GroupEdge = { id: string; group: string; theme: string | null; byPerson: boolean };

async function openEdgesOf(tx: Tx, surveyId: string): Promise<{ signals: SignalEdge[]; groups: GroupEdge[] }> {
  const { rows: signals } = await sql<SignalEdge>`
    select id, signal_id as signal, group_id as "group", opened_by is not null as pinned from group_signal
     where survey_id = ${surveyId} and closed_at is null`.execute(tx);
  const { rows: groups } = await sql<GroupEdge>`
    select e.id, e.group_id as "group", e.theme_id as theme, e.opened_by is not null as "byPerson"
      from theme_group e join matter_group g on g.id = e.group_id
     where g.survey_id = ${surveyId} and e.closed_at is null`.execute(tx);
  return { signals, groups };
}

export async function standingOf(tx: Tx, surveyId: string): Promise<Standing> {
  const { signals, groups } = await openEdgesOf(tx, surveyId);
  const { rows: themes } = await sql<{ id: string; decided: boolean }>`
    select t.id, ${decidedOn} as decided from theme t
     where t.survey_id = ${surveyId} and t.state not in ('merged', 'gone') order by t.id`.execute(tx);
  const decided = new Set(themes.filter((one) => one.decided).map(({ id }) => id));
  const under = new Map(groups.map((edge) => [edge.group, edge]));
  const made = new Map<string, StandingGroup & { members: string[]; pinned: Set<string> }>();
  const groupOf = (id: string) => {
    const known = made.get(id);
    if (known) return known;
    const edge = under.get(id);
    const theme = edge?.theme ?? null;
    const held = edge?.byPerson === true || (theme !== null && decided.has(theme));
    const group = { id, members: [] as string[], pinned: new Set<string>(), theme, held };
    made.set(id, group);
    return group;
  };
  for (const { signal, group, pinned } of signals) {
    groupOf(group).members.push(signal);
    if (pinned) groupOf(group).pinned.add(signal);
  }
  return { groups: [...made.values()], themes };
}

type Result = Extract<FromThread, { kept: unknown }>;

/** In the transaction that ends the run. @returns how many groups and themes stand now */
export async function keepResult(
  tx: Tx,
  survey: SurveyRow,
  run: RunRow,
  span: Span,
  before: Standing,
  { kept, groups: groupNames, themes: themeNames }: Result,
): Promise<{ groups: number; themes: number }> {
  const mover = { run: run.number, by: null };
  const fresh = new Map<string, string>();
  const idOf = (id: string): string => {
    if (!id.startsWith('new ')) return id;
    const made = fresh.get(id) ?? newId();
    fresh.set(id, made);
    return made;
  };
  const decided = new Set(before.themes.filter((one) => one.decided).map(({ id }) => id));
  const sizes = new Map<string, number>();
  for (const { theme, members } of kept.groups) if (theme) sizes.set(theme, (sizes.get(theme) ?? 0) + members.length);
  const small = new Set([...sizes].filter(([id, size]) => size < LEAST && !decided.has(id)).map(([id]) => id));
  // Under no theme stands what a person put there; what was found under none is nobody's common problem.
  const pinned = new Set(before.groups.filter((group) => group.pinned.size > 0).map(({ id }) => id));
  const placed = kept.groups.filter(({ id, theme }) => (theme === null ? pinned.has(id) : !small.has(theme)));

  const open = await openEdgesOf(tx, survey.id);
  const wanted = new Map(placed.flatMap(({ id, members }) => members.map((signal) => [signal, idOf(id)] as const)));
  const leaving = open.signals.filter(({ signal, group, pinned }) => !pinned && wanted.get(signal) !== group);
  const stays = new Set(
    open.signals.filter(({ signal, group }) => wanted.get(signal) === group).map(({ signal }) => signal),
  );
  const under = new Map(placed.map(({ id, theme }) => [idOf(id), theme === null ? null : idOf(theme)]));
  const moving = open.groups.filter(({ group, theme, byPerson }) => !byPerson && under.get(group) !== theme);
  const staying = new Set(open.groups.map(({ group }) => group));
  for (const { group } of moving) staying.delete(group);

  await close(
    tx,
    'signals',
    leaving.map(({ id }) => id),
    mover,
  );
  await close(
    tx,
    'groups',
    moving.map(({ id }) => id),
    mover,
  );
  const named = new Map(groupNames.map((one) => [one.id, one]));
  await writeGroups(
    tx,
    survey.id,
    placed.flatMap(({ id }) => {
      const one = named.get(id);
      return one ? [{ ...one, id: idOf(id) }] : [];
    }),
  );
  await writeThemes(
    tx,
    survey.id,
    themeNames.filter(({ id }) => !small.has(id)).map((one) => ({ ...one, id: idOf(one.id) })),
  );
  const arriving = [...wanted].filter(([signal]) => !stays.has(signal));
  await openSignals(
    tx,
    survey.id,
    arriving.map(([signal, group]) => ({ signal, group })),
    mover,
  );
  const hung = [...under].filter((one): one is [string, string] => one[1] !== null && !staying.has(one[0]));
  await openGroups(
    tx,
    hung.map(([group, theme]) => ({ group, theme })),
    mover,
  );
  await letGo(tx, survey.id);
  await measureThemes(tx, survey, { run: run.number, span });
  const themes = new Set([...under.values()].filter((theme) => theme !== null));
  return { groups: placed.length, themes: themes.size };
}

/** New themes, and new words for those that no person has named or confirmed. */
async function writeThemes(tx: Tx, surveyId: string, themes: readonly (Named & { id: string })[]): Promise<void> {
  await sql`
    insert into theme (id, survey_id, name, words, state, made_at, changed_at)
    select n.id, ${surveyId}, n.name, string_to_array(n.words, chr(31)), 'proposed', ${tx.now}, ${tx.now}
      from unnest(${uuidColumn(themes.map(({ id }) => id))}::uuid[], ${textColumn(themes.map(({ name }) => name))}::text[],
        ${textColumn(themes.map(({ words }) => words.join('\u001f')))}::text[]) as n(id, name, words)
    on conflict (id) do update set words = excluded.words,
      name = case when theme.named_by is null and theme.state = 'proposed' then excluded.name else theme.name end`.execute(
    tx,
  );
}

/** Nobody decided on them, and nothing hangs under them any more. */
async function letGo(tx: Tx, surveyId: string): Promise<void> {
  await sql`update theme t set state = 'gone', changed_at = ${tx.now}, version = version + 1
    where t.survey_id = ${surveyId} and t.state = 'proposed' and not ${decidedOn}
      and not exists (select from theme_group e where e.theme_id = t.id and e.closed_at is null)`.execute(tx);
}
