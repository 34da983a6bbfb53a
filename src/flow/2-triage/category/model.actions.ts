/** Verbs of models by a person: an old one restored, and the threshold below which nothing is proposed. */
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, may, mustBeAbleTo, personOf, signing } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { refusal } from '#rules/steps.ts';
import {
  insertModelDecision,
  insertThreshold,
  lockModel,
  lockModels,
  moveModel,
  servingModel,
  thresholdOf,
} from '#triage/category/model.store.ts';
import { lifeCycle, type ModelKind, type ModelRole, steps } from '#triage/category/model.ts';

export const modelRoles = (actor: Actor): Set<ModelRole> => new Set(may(actor, 'category.manage') ? ['manager'] : []);

/**
 * It serves again, a refused one too, on a person's word. The one that serves is retired.
 * @param input.insteadOf the model that its maker saw serving.
 * @throws not_found, model_changed, not_now
 */
export async function restoreModel(
  tx: Tx,
  actor: Actor,
  modelId: string,
  input: { id: string; insteadOf: string | null; reason: string },
): Promise<{ id: string }> {
  mustBeAbleTo(actor, 'category.manage');
  const by = signing(actor, 'category.manage');
  const { kind } = await lockModel(tx, modelId);
  await lockModels(tx, kind);
  if (!(await once(tx, by, input.id, 'model.restore', { modelId, ...input }))) return { id: modelId };
  const model = await lockModel(tx, modelId);
  const serving = await servingModel(tx, kind);
  if ((serving?.id ?? null) !== input.insteadOf) throw problem('model_changed', { number: serving?.number ?? 0 });
  const closed = refusal(lifeCycle, 'restore', model.state, modelRoles(actor));
  if (closed) throw problem('not_now', { step: steps.restore, reason: closed });
  if (serving) await moveModel(tx, serving.id, 'retired');
  await moveModel(tx, modelId, 'serving');
  const insteadOf = serving?.id ?? null;
  await insertModelDecision(tx, { modelId, step: 'restore', insteadOf, by: personOf(actor), words: input.reason });
  await record(tx, by, {
    ...{ verb: 'model.restore', kind: 'model', thing: modelId, reason: input.reason, request: input.id },
    data: { kind, number: model.number, insteadOf },
  });
  return { id: modelId };
}

/** From now on; what waits is proposed anew. */
export async function setThreshold(
  tx: Tx,
  actor: Actor,
  kind: ModelKind,
  input: { id: string; threshold: number; reason: string },
): Promise<{ threshold: number }> {
  mustBeAbleTo(actor, 'category.manage');
  const by = signing(actor, 'category.manage');
  await lockModels(tx, kind);
  if (await once(tx, by, input.id, 'model.threshold', { kind, ...input })) {
    const old = await thresholdOf(tx, kind);
    await insertThreshold(tx, { ...input, kind, by: personOf(actor) });
    const data = { kind, old, new: input.threshold };
    await record(tx, by, {
      ...{ verb: 'model.threshold', kind: 'model', thing: input.id, reason: input.reason, data, request: input.id },
    });
  }
  return { threshold: await thresholdOf(tx, kind) };
}
