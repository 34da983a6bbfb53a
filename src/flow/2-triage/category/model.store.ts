/** Models, their trainings and the thresholds of the office as rows. */
import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { type ProblemBody, problem } from '#platform/problem.ts';
import type { Figures } from '#triage/category/figures.ts';
import type { ModelKind, ModelState, TrainingState } from '#triage/category/model.ts';

/** One change of which model serves, or is trained, at a time. */
export const lockModels = (tx: Tx, kind: ModelKind) =>
  sql`select pg_advisory_xact_lock(hashtext(${`${tx.city.schema} text_model ${kind}`}))`.execute(tx);

export type ModelRow = { id: string; number: number; state: ModelState; fileHash: string; size: number };

const columns = sql`id, number, state, file_hash as "fileHash", size`;

export async function servingModel(tx: Tx, kind: ModelKind): Promise<ModelRow | undefined> {
  const { rows } = await sql<ModelRow>`
    select ${columns} from text_model where kind = ${kind} and state = 'serving'`.execute(tx);
  return rows[0];
}

/** @throws not_found */
export async function lockModel(tx: Tx, id: string): Promise<ModelRow & { kind: ModelKind }> {
  const { rows } = await sql<ModelRow & { kind: ModelKind }>`
    select ${columns}, kind from text_model where id = ${id} for update`.execute(tx);
  if (!rows[0]) throw problem('not_found');
  return rows[0];
}

export type NewModel = {
  kind: ModelKind;
  state: ModelState;
  trainedOn: number;
  /** Tickets there were to learn from, of which it took the newest of each label. */
  available: number;
  figures: Figures;
  fileHash: string;
  size: number;
  by: string | null;
};

export async function insertModel(tx: Tx, given: NewModel): Promise<{ id: string; number: number }> {
  const { kind, state, trainedOn: trained_on, available, figures, fileHash: file_hash, size, by: by_person } = given;
  const { next } = await tx
    .selectFrom('text_model')
    .select(sql<number>`coalesce(max(number), 0) + 1`.as('next'))
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow();
  const id = newId();
  await tx
    .insertInto('text_model')
    .values({
      ...{ id, kind, number: next, state, trained_at: tx.now, trained_on, file_hash, size, by_person },
      figures: JSON.stringify({ ...figures, available }),
    })
    .execute();
  return { id, number: next };
}

export const moveModel = (tx: Tx, id: string, state: ModelState) =>
  tx.updateTable('text_model').set({ state }).where('id', '=', id).execute();

export async function insertModelDecision(
  tx: Tx,
  given: {
    modelId: string;
    step: 'take' | 'refuse' | 'restore';
    insteadOf: string | null;
    by: string | null;
    words: string;
  },
): Promise<void> {
  const { modelId: model_id, step, insteadOf: instead_of, by: by_person, words } = given;
  await tx
    .insertInto('text_model_decision')
    .values({ id: newId(), model_id, step, instead_of, by_person, at: tx.now, words })
    .execute();
}

/** A file that a model names is never removed as erased. */
export async function isModelFile(tx: Tx, hash: string): Promise<boolean> {
  return Boolean(
    await tx.selectFrom('text_model').select('id').where('file_hash', '=', hash).limit(1).executeTakeFirst(),
  );
}

/** What the office has set last; `otherwise` until it has. */
export async function thresholdOf(tx: Tx, kind: ModelKind, otherwise = THRESHOLD): Promise<number> {
  const row = await tx
    .selectFrom('text_threshold')
    .select('threshold')
    .where('kind', '=', kind)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.threshold ?? otherwise;
}

/** Until the office sets its own: of two proposals more than one is right. */
export const THRESHOLD = 0.5;

export type TrainingRow = {
  id: string;
  kind: ModelKind;
  state: TrainingState;
  askedBy: string | null;
  askedAt: Date;
  readRows: number;
};

const trainingColumns = sql`id, kind, state, asked_by as "askedBy", asked_at as "askedAt", read_rows as "readRows"`;

export async function openTraining(tx: Tx, kind: ModelKind): Promise<TrainingRow | undefined> {
  const { rows } = await sql<TrainingRow>`
    select ${trainingColumns} from text_training where kind = ${kind} and state in ('waiting', 'running')`.execute(tx);
  return rows[0];
}

export async function insertTraining(tx: Tx, id: string, kind: ModelKind, by: string | null): Promise<void> {
  await tx.insertInto('text_training').values({ id, kind, state: 'waiting', asked_by: by, asked_at: tx.now }).execute();
}

/** Takes it up, also one whose runner died: training has no effect before its end. Nothing where it is over. */
export async function takeUpTraining(tx: Tx, id: string): Promise<TrainingRow | undefined> {
  const { rows } = await sql<TrainingRow>`
    update text_training set state = 'running', started_at = ${tx.now}, read_rows = 0
     where id = ${id} and state in ('waiting', 'running') returning ${trainingColumns}`.execute(tx);
  return rows[0];
}

export const tellTraining = (tx: Tx, id: string, read: number) =>
  tx
    .updateTable('text_training')
    .set({ read_rows: read })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .execute();

export async function endTraining(
  tx: Tx,
  id: string,
  how: { modelId: string } | { failure: Pick<ProblemBody, 'code' | 'message'> },
): Promise<void> {
  await tx
    .updateTable('text_training')
    .set({
      ended_at: tx.now,
      ...('modelId' in how
        ? { state: 'done' as const, model_id: how.modelId }
        : {
            state: 'failed' as const,
            failure: JSON.stringify({ code: how.failure.code, message: how.failure.message }),
          }),
    })
    .where('id', '=', id)
    .execute();
}

export const insertThreshold = (
  tx: Tx,
  { id, kind, threshold, reason, by }: { id: string; kind: ModelKind; threshold: number; reason: string; by: string },
) => tx.insertInto('text_threshold').values({ id, kind, threshold, reason, by_person: by, at: tx.now }).execute();

/** How many tickets there were to learn from when it was trained last; 0 where it never was. */
export async function lastTrainedOn(tx: Tx, kind: ModelKind): Promise<number> {
  const row = await tx
    .selectFrom('text_model')
    .select(sql<number>`coalesce((figures->>'available')::int, trained_on)`.as('n'))
    .where('kind', '=', kind)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.n ?? 0;
}
