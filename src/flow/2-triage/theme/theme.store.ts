/** Themes as rows: locked for a decision, changed with their version, and the decisions with what undoes them. */
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import type { Edges } from '#triage/theme/edge.store.ts';
import type { ThemeState, ThemeStep } from '#triage/theme/theme.ts';

export type ThemeRow = {
  id: string;
  survey_id: string;
  name: string;
  words: string[];
  named_by: string | null;
  state: ThemeState;
  merged_into: string | null;
  version: number;
};

/** What a decision moved: edges by their ids, and each theme it touched as it was, with the version it has had since. */
export type Moved = {
  themes: { id: string; was: Pick<ThemeRow, 'name' | 'named_by' | 'state'>; version: number }[];
  opened: Edges;
  closed: Edges;
  /** The run on whose result it was made. */
  run: number;
};

const columns = ['id', 'survey_id', 'name', 'words', 'named_by', 'state', 'merged_into', 'version'] as const;

/** In the order of their ids: two decisions never wait for each other in a ring. @throws not_found */
export async function lockThemes(tx: Tx, ids: readonly string[]): Promise<ThemeRow[]> {
  const rows = await tx.selectFrom('theme').select(columns).where('id', 'in', ids).orderBy('id').forUpdate().execute();
  if (rows.length !== new Set(ids).size) throw problem('not_found');
  const found = new Map(rows.map((row) => [row.id, row as ThemeRow]));
  return ids.map((id) => found.get(id)!);
}

export async function seeTheme(tx: Tx, id: string): Promise<ThemeRow> {
  const row = await tx.selectFrom('theme').select(columns).where('id', '=', id).executeTakeFirst();
  if (!row) throw problem('not_found');
  return row as ThemeRow;
}

export type ThemeChange = Partial<Pick<ThemeRow, 'name' | 'named_by' | 'state' | 'merged_into'>>;

export async function writeTheme(tx: Tx, id: string, change: ThemeChange): Promise<number> {
  const { version } = await tx
    .updateTable('theme')
    .set((eb) => ({ ...change, changed_at: tx.now, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

export async function insertTheme(
  tx: Tx,
  row: { id: string; surveyId: string; name: string; words: string[]; by: string; state: 'proposed' | 'confirmed' },
): Promise<void> {
  const { id, surveyId, name, words, by, state } = row;
  await tx
    .insertInto('theme')
    .values({
      ...{ id, survey_id: surveyId, name, words, named_by: by, state },
      ...{ made_at: tx.now, changed_at: tx.now },
    })
    .execute();
}

export type DecisionRow = {
  id: string;
  survey_id: string;
  theme_id: string;
  step: ThemeStep;
  by_person: string;
  at: Date;
  moved: Moved;
  undone_at: Date | null;
};

export async function insertDecision(
  tx: Tx,
  row: Omit<DecisionRow, 'at' | 'undone_at'> & { words: string },
): Promise<void> {
  const { moved, ...rest } = row;
  await tx
    .insertInto('theme_decision')
    .values({ ...rest, at: tx.now, moved: JSON.stringify(moved) })
    .execute();
}

/** @throws not_found */
export async function seeDecision(tx: Tx, id: string): Promise<{ survey_id: string }> {
  const row = await tx.selectFrom('theme_decision').select('survey_id').where('id', '=', id).executeTakeFirst();
  if (!row) throw problem('not_found');
  return row;
}

export async function lockDecision(tx: Tx, id: string): Promise<DecisionRow> {
  const row = await tx.selectFrom('theme_decision').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row) throw problem('not_found');
  return row as unknown as DecisionRow;
}

export async function markUndone(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('theme_decision').set({ undone_at: tx.now }).where('id', '=', id).execute();
}

type HungGroup = { edge: string; group: string };

/** The groups under a theme now. */
export async function groupsUnder(tx: Tx, themeId: string): Promise<HungGroup[]> {
  return tx
    .selectFrom('theme_group')
    .select(['id as edge', 'group_id as group'])
    .where('theme_id', '=', themeId)
    .where('closed_at', 'is', null)
    .orderBy('id')
    .execute();
}

/** The signals of these groups now. */
export async function signalsIn(tx: Tx, groups: readonly string[]) {
  if (groups.length === 0) return [];
  return tx
    .selectFrom('group_signal')
    .select(['id as edge', 'signal_id as signal', 'group_id as group'])
    .where('group_id', 'in', groups)
    .where('closed_at', 'is', null)
    .orderBy('id')
    .execute();
}

/** The names of these groups, for those that are made out of them. */
export async function groupNames(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, { name: string; words: string[] }>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.selectFrom('matter_group').select(['id', 'name', 'words']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, name, words }) => [id, { name, words }]));
}
