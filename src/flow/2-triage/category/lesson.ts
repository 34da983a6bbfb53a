/** What one kind of model learns from: each kind registers its own when a program is put together. */
import type { City } from '#platform/city.ts';
import type { Tx } from '#platform/db.ts';
import type { ModelKind } from '#triage/category/model.ts';

/** `label`: the id of what a past ticket is an example of. Words are not masked yet: the training thread does. */
export type Example = { id: string; words: string; label: string };

export type Lesson = {
  /** In batches, the database left to others between them. */
  examples(city: City): AsyncIterable<Example[]>;
  /** What labels are learned as, from how many there are of each; null: not at all. */
  labels(tx: Tx, counts: ReadonlyMap<string, number>): Promise<ReadonlyMap<string, string | null>>;
  /** How many examples there are: decides whether the night trains anew. */
  count(tx: Tx): Promise<number>;
};

const lessons = new Map<ModelKind, Lesson>();

export function teach(kind: ModelKind, lesson: Lesson): void {
  lessons.set(kind, lesson);
}

export const lessonOf = (kind: ModelKind): Lesson | undefined => lessons.get(kind);
export const taught = (): ModelKind[] => [...lessons.keys()];
