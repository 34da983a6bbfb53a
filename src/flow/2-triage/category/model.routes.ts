/** Noun routes of models: parse, call, show. */
import type { Serve } from '#people/serve.ts';
import { driftOf } from '#triage/category/drift.store.ts';
import { restoreModel, setThreshold } from '#triage/category/model.actions.ts';
import { modelApi as api } from '#triage/category/model.api.ts';
import { modelFigures, modelList } from '#triage/category/model-page.store.ts';
import { askTraining } from '#triage/category/training.actions.ts';

export function modelRoutes(serve: Serve): void {
  serve(api.list, ({ tx, query }) => modelList(tx, query.kind));
  serve(api.figures, ({ tx, params }) => modelFigures(tx, params.id));
  serve(api.drift, async ({ tx, query }) => ({ months: await driftOf(tx, query.kind) }));
  serve(api.train, ({ tx, actor, body }) => askTraining(tx, actor, body.kind, { id: body.id }));
  serve(api.restore, ({ tx, actor, params, body }) => restoreModel(tx, actor, params.id, body));
  serve(api.threshold, ({ tx, actor, body: { kind, ...input } }) => setThreshold(tx, actor, kind, input));
}
