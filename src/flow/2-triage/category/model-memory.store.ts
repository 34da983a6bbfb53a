/** Models in memory: loaded when first asked for, by the hash of their file, so that a new one is noticed at once. */
import { buffer } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';
import type { City } from '#platform/city.ts';
import type { Tx } from '#platform/db.ts';
import { getFile } from '#platform/files.ts';
import { Problem } from '#platform/problem.ts';
import { classify } from '#text/category/classify.ts';
import { decodeModel } from '#text/category/model-file.ts';
import { type ModelRow, servingModel } from '#triage/category/model.store.ts';
import type { ModelKind } from '#triage/category/model.ts';

export type Classifier = ReturnType<typeof classify>;
type Kept = { classifier: Promise<Classifier>; size: number };

/** All models of all cities together; what was used longest ago goes first. In memory a model is about twice its file. */
const MOST_BYTES = 200 << 20;
/** Texts between two turns of the event loop: a few milliseconds. */
const SLICE = 20;

const kept = new Map<string, Kept>();

/** The file's bytes; none where it is gone or damaged, which no decoder takes for a model. */
export async function modelBytes(city: City, { fileHash }: Pick<ModelRow, 'fileHash'>): Promise<Uint8Array> {
  try {
    return await buffer(await getFile(city, fileHash));
  } catch (error) {
    if (error instanceof Problem) return new Uint8Array();
    throw error;
  }
}

/** Whatever is asked for next is read from its file: as after a start of the program. */
export const forgetModels = (): void => kept.clear();

/** The classifier of a file. @throws model_unreadable; asked again, the file is looked at again. */
function classifierOf(city: City, model: ModelRow): Promise<Classifier> {
  const key = `${city.slug} ${model.fileHash}`;
  const found = kept.get(key);
  if (found) {
    kept.delete(key);
    kept.set(key, found);
    return found.classifier;
  }
  const classifier = modelBytes(city, model).then((bytes) => classify(decodeModel(bytes)));
  kept.set(key, { classifier, size: model.size });
  classifier.catch(() => kept.delete(key));
  let sum = 0;
  for (const one of [...kept].reverse()) {
    sum += one[1].size;
    if (sum > MOST_BYTES && one[0] !== key) kept.delete(one[0]);
  }
  return classifier;
}

/** The model that serves, ready; nothing where none does. @throws model_unreadable */
export async function serving(
  tx: Tx,
  kind: ModelKind,
): Promise<{ model: ModelRow; classifier: Classifier } | undefined> {
  const model = await servingModel(tx, kind);
  return model && { model, classifier: await classifierOf(tx.city, model) };
}

/** Why the model that serves cannot: null where it can, or none serves. */
export async function troubleOf(tx: Tx, kind: ModelKind): Promise<Problem | null> {
  try {
    await serving(tx, kind);
    return null;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

/** One after another, with the event loop given its turn: a batch of a thousand never holds up the desk. */
export async function classifyAll(classifier: Classifier, texts: readonly string[]): Promise<ReturnType<Classifier>[]> {
  const found: ReturnType<Classifier>[] = [];
  for (const text of texts) {
    found.push(classifier(text));
    if (found.length % SLICE === 0) await setImmediate();
  }
  return found;
}
