/** Noun routes of causes and measures: parse, call, show. */
import { causesUnder, measuresUnder } from '#cause/canvas.store.ts';
import { addCause, describeCause, judgeCause, restoreCause, withdrawCause } from '#cause/cause.actions.ts';
import { causeApi as api } from '#cause/cause.api.ts';
import { causeRoles, unitsTracing } from '#cause/cause.scope.ts';
import { findCauseEvidence, lockCause } from '#cause/cause.store.ts';
import { unweighCause, weighCause } from '#cause/evidence.actions.ts';
import { findCauses, similarCauses } from '#cause/find.store.ts';
import { describeMeasure, judgeMeasure, pairMeasures, proposeMeasure } from '#cause/measure.actions.ts';
import { linkCause, mergeCause, rehangCause, unlinkCause } from '#cause/tree.actions.ts';
import type { Serve } from '#people/serve.ts';
import { problem } from '#platform/problem.ts';
import { openStored } from '#platform/stored.ts';
import { seeProblem } from '#triage/problem.store.ts';

export function causeRoutes(serve: Serve): void {
  serve(api.canvas, async ({ tx, actor, params }) => {
    const { state, id, number, title } = await seeProblem(tx, actor, params.id);
    const roles = causeRoles(actor, await unitsTracing(tx, [params.id]));
    return {
      problem: { id, number, title },
      mayTrace: roles.has('tracer') && state !== 'merged',
      causes: await causesUnder(tx, params.id, roles),
      measures: await measuresUnder(tx, params.id, roles),
    };
  });
  serve(api.search, async ({ tx, actor, query }) => ({ items: await findCauses(tx, actor, query.q) }));
  serve(api.similar, async ({ tx, actor, params }) => ({
    items: await similarCauses(tx, actor, await seeProblem(tx, actor, params.id)),
  }));
  serve(api.add, ({ tx, actor, params, body }) => addCause(tx, actor, params.id, body));
  serve(api.describe, ({ tx, actor, params, body }) => describeCause(tx, actor, params.id, body));
  serve(api.judge, ({ tx, actor, params, body }) => judgeCause(tx, actor, params.id, body));
  serve(api.weigh, ({ tx, actor, params, body }) => weighCause(tx, actor, params.id, body));
  serve(api.unweigh, ({ tx, actor, params, body }) => unweighCause(tx, actor, params.id, body));
  serve(api.upload, async ({ tx, actor, params, upload }) => {
    await lockCause(tx, actor, params.id);
    return upload;
  });
  serve(api.file, async ({ tx, actor, params }) => {
    const found = await findCauseEvidence(tx, params.id);
    await lockCause(tx, actor, found.cause_id);
    if (!found.file_hash) throw problem('not_found');
    return { file: await openStored(tx.city, found.file_hash), name: found.file_name!, type: found.type! };
  });
  serve(api.rehang, ({ tx, actor, params, body }) => rehangCause(tx, actor, params.id, body));
  serve(api.link, ({ tx, actor, params, body }) => linkCause(tx, actor, params.id, body));
  serve(api.unlink, ({ tx, actor, params, body }) => unlinkCause(tx, actor, params.id, body));
  serve(api.merge, ({ tx, actor, params, body }) => mergeCause(tx, actor, params.id, body));
  serve(api.withdraw, ({ tx, actor, params, body }) => withdrawCause(tx, actor, params.id, body));
  serve(api.restore, ({ tx, actor, params, body }) => restoreCause(tx, actor, params.id, body));
  serve(api.propose, ({ tx, actor, params, body }) => proposeMeasure(tx, actor, params.id, body));
  serve(api.describeMeasure, ({ tx, actor, params, body }) => describeMeasure(tx, actor, params.id, body));
  serve(api.judgeMeasure, ({ tx, actor, params, body }) => judgeMeasure(tx, actor, params.id, body));
  serve(api.pair, ({ tx, actor, params, body }) => pairMeasures(tx, actor, params.id, body));
}
