/** Routes of models: which there are, how good they are and stay, training, restoring, and the threshold. */
import { z } from 'zod';
import { routes } from '#platform/api.ts';
import { id, instant, reason, said } from '#rules/shapes.ts';
import { figures } from '#triage/category/figures.ts';
import { modelKind, modelState, trainingState } from '#triage/category/model.ts';

const kind = modelKind.default('category');
const ofKind = z.object({ kind });

/** Who is null: the schedule, or the rule of taking over. */
const decided = z.object({
  step: z.enum(['take', 'refuse', 'restore']),
  at: instant,
  by: z.string().nullable(),
  insteadOf: z.int().nullable(),
  words: z.string(),
});

export const modelItem = z.object({
  id,
  number: z.int(),
  state: modelState,
  trainedAt: instant,
  trainedOn: z.int(),
  by: z.string().nullable(),
  size: z.int(),
  tested: z.int(),
  accuracy: z.number(),
  macroF1: z.number(),
  compared: figures.shape.compared,
  decisions: z.array(decided),
});

/** One month of proposals and what people decided on them. */
export const driftMonth = z.object({
  month: z.string(),
  /** Signals looked at; of these so many were left to people. */
  proposed: z.int(),
  abstained: z.int(),
  /** Decided by people, and of these where the first answer was theirs; `shown`: without those withheld. */
  decided: z.int(),
  agreed: z.int(),
  shownDecided: z.int(),
  shownAgreed: z.int(),
  /** Of the decided: what people decided, by the highest category, the most frequent first. */
  mix: z.array(z.object({ id, name: z.string(), n: z.int() })),
});

export const modelApi = routes({
  list: {
    method: 'GET',
    path: '/models',
    summary: { zh: '模型一览', en: 'Models' },
    verb: 'category.read',
    query: ofKind,
    reply: z.object({
      items: z.array(modelItem),
      threshold: z.number(),
      thresholdBy: z.object({ name: z.string(), at: instant, reason: z.string() }).nullable(),
      /** Why the model that serves cannot be read. */
      trouble: said.nullable(),
      /** The training that is under way, else the last one that came to nothing after the newest model. */
      training: z
        .object({
          id,
          state: trainingState,
          by: z.string().nullable(),
          askedAt: instant,
          read: z.int(),
          failure: said.nullable(),
        })
        .nullable(),
      /** Signals that wait and those among them that have a proposal. */
      waiting: z.int(),
      waitingProposed: z.int(),
    }),
  },
  figures: {
    method: 'GET',
    path: '/models/:id/figures',
    summary: { zh: '一个模型的表现', en: 'The figures of a model' },
    verb: 'category.read',
    params: z.object({ id }),
    /** `names`: the paths of the labels. */
    reply: figures.extend({ names: z.record(z.string(), z.string()) }),
  },
  drift: {
    method: 'GET',
    path: '/models/drift',
    summary: { zh: '建议与人的决定逐月对照', en: 'Proposals beside what people decided, by months' },
    verb: 'category.read',
    query: ofKind,
    reply: z.object({ months: z.array(driftMonth) }),
  },
  train: {
    method: 'POST',
    path: '/models/trainings',
    summary: { zh: '重新训练', en: 'Train anew' },
    verb: 'category.manage',
    body: z.object({ id, kind }),
    reply: z.object({ id }),
    problems: ['training_runs'],
  },
  restore: {
    method: 'POST',
    path: '/models/:id/restorations',
    summary: { zh: '恢复使用', en: 'Let a model serve again' },
    verb: 'category.manage',
    params: z.object({ id }),
    /** `insteadOf`: the model that its maker saw serving. */
    body: z.object({ id, insteadOf: id.nullable(), reason }),
    reply: z.object({ id }),
    problems: ['not_now', 'model_changed'],
  },
  threshold: {
    method: 'PUT',
    path: '/models/threshold',
    summary: { zh: '把握不到多少就不提建议', en: 'Set the threshold below which nothing is proposed' },
    verb: 'category.manage',
    body: z.object({ id, kind, threshold: z.number().min(0).max(0.99), reason }),
    reply: z.object({ threshold: z.number() }),
  },
});

export type ModelItem = z.infer<typeof modelItem>;
export type DriftMonth = z.infer<typeof driftMonth>;
export type ModelList = z.infer<typeof modelApi.list.reply>;
export type ShownFigures = z.infer<typeof modelApi.figures.reply>;
