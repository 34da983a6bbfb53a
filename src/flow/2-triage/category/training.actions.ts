/** Training: asked for by a person or the schedule, run in a thread, and what the rule of taking over makes of the new model. */
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, mustBeAbleTo, personOf, program, signing } from '#people/actor.ts';
import { type City, transact } from '#platform/city.ts';
import type { Tx } from '#platform/db.ts';
import { putFile } from '#platform/files.ts';
import { Problem, problem } from '#platform/problem.ts';
import type { Figures } from '#triage/category/figures.ts';
import { isNoWorse } from '#triage/category/learn.ts';
import { lessonOf } from '#triage/category/lesson.ts';
import {
  endTraining,
  insertModel,
  insertModelDecision,
  insertTraining,
  lockModels,
  type ModelRow,
  moveModel,
  openTraining,
  servingModel,
  type TrainingRow,
  takeUpTraining,
  tellTraining,
} from '#triage/category/model.store.ts';
import type { ModelKind } from '#triage/category/model.ts';
import { modelBytes } from '#triage/category/model-memory.store.ts';
import { type Trained, trainInThread } from '#triage/category/train.ts';

export const TRAIN = 'text-train';
/** A model is far below; what is above is none of ours. */
const SIZE_MAX = 200 << 20;

/** @returns the training that is open: the one asked for, or the one that runs already. */
export async function askTraining(
  tx: Tx,
  actor: Actor,
  kind: ModelKind,
  input: { id: string },
): Promise<{ id: string }> {
  mustBeAbleTo(actor, 'category.manage');
  const by = signing(actor, 'category.manage');
  if (!(await once(tx, by, input.id, 'model.train', { kind, ...input }))) return { id: input.id };
  const open = await beginTraining(tx, kind, input.id, personOf(actor));
  if (open !== input.id) throw problem('training_runs');
  await record(tx, by, { verb: 'model.train', kind: 'model', thing: input.id, data: { kind }, request: input.id });
  return { id: open };
}

/** @returns the id of the training that is open now. */
export async function beginTraining(tx: Tx, kind: ModelKind, id: string, by: string | null): Promise<string> {
  await lockModels(tx, kind);
  const open = await openTraining(tx, kind);
  if (open) return open.id;
  await insertTraining(tx, id, kind, by);
  await enqueueTraining(tx, id);
  return id;
}

export const enqueueTraining = (tx: Tx, id: string) =>
  sql`select graphile_worker.add_job(${TRAIN}, json_build_object('city', ${tx.city.slug}::text, 'training', ${id}::text),
    job_key => ${`${TRAIN} ${id}`}, max_attempts => 3)`.execute(tx);

/** Runs it to its end, once at a time. Killed on the way, it has left nothing, and the sweep has it run again. */
export async function runTraining(city: City, id: string): Promise<void> {
  const leave = await holdAlone(city, id);
  if (!leave) return;
  try {
    const training = await transact(city, (tx) => takeUpTraining(tx, id));
    if (training) await run(city, training);
  } finally {
    await leave();
  }
}

/** On a connection of its own, which ends with the program however that ends. Nothing where another one holds it. */
async function holdAlone(city: City, id: string): Promise<(() => Promise<void>) | undefined> {
  const client = await city.pool.connect();
  const key = `hashtextextended($1, 0)`;
  const { rows } = await client.query(`select pg_try_advisory_lock(${key}) as held`, [`${city.schema} ${id}`]);
  if (!rows[0].held) return void client.release();
  return async () => {
    const freed = await client.query('select pg_advisory_unlock_all()').catch(() => undefined);
    client.release(freed === undefined);
  };
}

async function run(city: City, training: TrainingRow): Promise<void> {
  const { id, kind } = training;
  const lesson = lessonOf(kind);
  try {
    if (!lesson) throw problem('training_unknown');
    const serving = await transact(city, (tx) => servingModel(tx, kind));
    const trained = await trainInThread(
      lesson.examples(city),
      (counts) => transact(city, (tx) => lesson.labels(tx, counts)),
      serving ? { number: serving.number, bytes: await modelBytes(city, serving) } : null,
      (read) => transact(city, async (tx) => void (await tellTraining(tx, id, read))),
    );
    const available = await transact(city, (tx) => lesson.count(tx));
    await keep(city, training, { ...trained, available }, serving);
  } catch (error) {
    if (!(error instanceof Problem) || error.body.code === 'unavailable') throw error;
    await transact(city, (tx) => endTraining(tx, id, { failure: error.body }));
  }
}

/** The file first, then its row and what follows in one transaction: a model whose file is missing is never named. */
async function keep(
  city: City,
  { id, kind, askedBy }: TrainingRow,
  { bytes, figures, read, available }: Trained & { available: number },
  beaten: ModelRow | undefined,
): Promise<void> {
  const { hash, size } = await putFile(city, Readable.from([bytes]), { limit: SIZE_MAX, seal: false });
  await transact(city, async (tx) => {
    await lockModels(tx, kind);
    // Somebody may have restored another one meanwhile: that one was not compared, and what was decided stands.
    const serving = await servingModel(tx, kind);
    const same = serving?.id === beaten?.id;
    const takes = same && (figures.compared === null || isNoWorse(figures.compared));
    if (takes && serving) await moveModel(tx, serving.id, 'retired');
    const common = { kind, trainedOn: read, available, figures, fileHash: hash, size, by: askedBy };
    const model = await insertModel(tx, { ...common, state: takes ? 'serving' : 'refused' });
    const words = reasonOf(figures, same);
    const step = takes ? 'take' : 'refuse';
    await insertModelDecision(tx, { modelId: model.id, step, insteadOf: serving?.id ?? null, by: null, words });
    await endTraining(tx, id, { modelId: model.id });
    const data = { kind, number: model.number, training: id, heldBack: figures.tested, accuracy: figures.accuracy };
    const compared = figures.compared && { against: figures.compared.model, ...figures.compared };
    await record(tx, program, {
      ...{ verb: `model.${step}`, kind: 'model', thing: model.id, request: id },
      data: { ...data, ...compared },
    });
  });
}

/** Kept with the decision, in the words of the office. */
function reasonOf({ compared, tested, accuracy }: Figures, same: boolean): string {
  if (!same) return '比对期间换了另一个模型，未与它比对';
  if (!compared) return `首个模型：留出 ${tested} 件，判对 ${Math.round(accuracy * tested)} 件`;
  const { tickets, both, newOnly, oldOnly, model } = compared;
  return `同样 ${tickets} 件留出的工单：新模型判对 ${both + newOnly} 件，模型 ${model} 判对 ${both + oldOnly} 件`;
}
