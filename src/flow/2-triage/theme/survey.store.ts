/** Surveys and their runs as rows: asked for, taken up by one runner, followed by another where it dies, ended. */
import { sql } from 'kysely';
import type { Day } from '#clock/day.ts';
import { beThere, nobodyRuns } from '#intake/import.store.ts';
import { TAKES_MAX } from '#intake/import.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { problem } from '#platform/problem.ts';
import { type RunState, type RunStep, type Scope, type Span, spanOf } from '#triage/theme/survey.ts';

export { beThere };

export type SurveyRow = {
  id: string;
  name: string;
  months: number | null;
  from: string | null;
  to: string | null;
  scope: Scope;
  weekly: boolean;
};

export type RunRow = {
  id: string;
  survey_id: string;
  number: number;
  state: RunState;
  step: RunStep | null;
  share: number;
  asked_by: string | null;
  asked_at: Date;
  ended_at: Date | null;
  from_day: string | null;
  to_day: string | null;
  signals: number | null;
  left_out: number | null;
  groups: number | null;
  themes: number | null;
  rule: string | null;
  error: string | null;
};

export const RUN = 'survey-run';

const surveyColumns = ['id', 'name', 'months', 'from_day as from', 'to_day as to', 'scope', 'weekly'] as const;

export async function listSurveys(tx: Tx): Promise<SurveyRow[]> {
  const rows = await tx.selectFrom('survey').select(surveyColumns).orderBy('made_at').orderBy('id').execute();
  return rows as SurveyRow[];
}

/** `for share`: no run ends while a decision is made; `for update`: no decision is made while a run ends. @throws not_found */
export async function lockSurvey(tx: Tx, id: string, how: 'share' | 'update'): Promise<SurveyRow> {
  const query = tx.selectFrom('survey').select(surveyColumns).where('id', '=', id);
  const row = await (how === 'share' ? query.forShare() : query.forUpdate()).executeTakeFirst();
  if (!row) throw problem('not_found');
  return row as SurveyRow;
}

export async function insertSurvey(tx: Tx, row: SurveyRow & { by: string | null }): Promise<void> {
  const { by, from, to, scope, ...rest } = row;
  await tx
    .insertInto('survey')
    .values({
      ...rest,
      ...{ from_day: from, to_day: to, scope: JSON.stringify(scope), made_by: by, made_at: tx.now },
    })
    .execute();
}

/** The run that is asked for already, or a new one on the queue. */
export async function askRun(tx: Tx, surveyId: string, by: string | null): Promise<string> {
  const open = await tx
    .selectFrom('survey_run')
    .select('id')
    .where('survey_id', '=', surveyId)
    .where('state', 'in', ['waiting', 'running'])
    .executeTakeFirst();
  if (open) return open.id;
  const id = newId();
  await sql`insert into survey_run (id, survey_id, number, state, asked_by, asked_at)
    select ${id}, ${surveyId}, coalesce(max(number), 0) + 1, 'waiting', ${by}, ${tx.now} from survey_run where survey_id = ${surveyId}`.execute(
    tx,
  );
  await enqueue(tx, id);
  return id;
}

async function enqueue(tx: Tx, id: string): Promise<void> {
  await sql`select graphile_worker.add_job(${RUN}, json_build_object('city', ${tx.city.slug}::text, 'run', ${id}::text),
    max_attempts => 3, job_key => ${`${RUN} ${id}`}, job_key_mode => 'preserve_run_at')`.execute(tx);
}

/** The newest run of each survey, and the newest that ended well. */
export async function latestRuns(tx: Tx, surveyIds: readonly string[]): Promise<RunRow[]> {
  if (surveyIds.length === 0) return [];
  const rows = await tx
    .selectFrom('survey_run as r')
    .selectAll()
    .where('survey_id', 'in', surveyIds)
    .where(
      sql<boolean>`(number = (select max(number) from survey_run m where m.survey_id = r.survey_id)
        or number = (select max(number) from survey_run m where m.survey_id = r.survey_id and m.state = 'done'))`,
    )
    .orderBy('number', 'desc')
    .execute();
  return rows as RunRow[];
}

/** The number under which what a person does now is kept: that of the last run that ended well. */
export async function lastDone(tx: Tx, surveyId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select coalesce(max(number), 0)::int as n from survey_run where survey_id = ${surveyId} and state = 'done'`.execute(
    tx,
  );
  return rows[0]!.n;
}

/** The days of the last run that ended well: what is counted anew after a decision is counted over the same. */
export async function lastSpan(tx: Tx, surveyId: string): Promise<Span | undefined> {
  const row = await tx
    .selectFrom('survey_run')
    .select(['from_day', 'to_day'])
    .where('survey_id', '=', surveyId)
    .where('state', '=', 'done')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && spanOf({ months: null, from: row.from_day as unknown as Day, to: row.to_day as unknown as Day }, '');
}

/** A runner that dies is followed after so long; one whose connection ends is followed at once. */
const SILENCE_MS = 60_000;
/** A run that waits for so long has lost its place on the queue, or is behind others and loses nothing by standing there twice. */
const LOST_MS = 60_000;

export async function takeUp(tx: Tx, id: string, runner: string): Promise<RunRow | undefined> {
  const row = await tx
    .updateTable('survey_run')
    .set({
      state: 'running',
      runner,
      takes: sql`takes + 1`,
      beat_at: sql`clock_timestamp()`,
      step: 'reading',
      share: 0,
    })
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'running'])
    .where(nobodyRuns(SILENCE_MS))
    .returningAll()
    .executeTakeFirst();
  return row as RunRow | undefined;
}

/** @returns whether the run is still this runner's */
export async function beat(tx: Tx, id: string, runner: string, step: RunStep, share: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('survey_run')
    .set({ beat_at: sql`clock_timestamp()`, step, share })
    .where('id', '=', id)
    .where('runner', '=', runner)
    .where('state', '=', 'running')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

type Ended = {
  state: 'done' | 'failed';
  error?: string | null;
  from_day?: string;
  to_day?: string;
  signals?: number;
  left_out?: number;
  groups?: number;
  themes?: number;
  rule?: string;
};

/** @returns whether it was still this runner's: else another has followed, and what this one found counts nothing */
export async function endRun(tx: Tx, id: string, runner: string, ended: Ended): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('survey_run')
    .set({ ...ended, ended_at: tx.now, step: null, share: 1 })
    .where('id', '=', id)
    .where('runner', '=', runner)
    .where('state', '=', 'running')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/**
 * Runs whose runner is gone, and those that wait and whose job is lost (a city that was made beside has none), go on the queue
 * again; one that has ended its runners too often is given up.
 */
export async function sweepRuns(tx: Tx): Promise<number> {
  const rows = await tx
    .selectFrom('survey_run')
    .select(['id', 'takes'])
    .where((eb) => eb.or([eb('state', '=', 'running'), eb('asked_at', '<', new Date(tx.now.getTime() - LOST_MS))]))
    .where('state', 'in', ['waiting', 'running'])
    .where(nobodyRuns(SILENCE_MS))
    .execute();
  for (const { id, takes } of rows) {
    if (takes < TAKES_MAX) await enqueue(tx, id);
    else
      await tx
        .updateTable('survey_run')
        .set({ state: 'failed', error: 'given up', ended_at: tx.now, step: null })
        .where('id', '=', id)
        .execute();
  }
  return rows.length;
}
