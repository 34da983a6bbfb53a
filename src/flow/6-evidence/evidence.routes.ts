/** Noun routes of evidence. */

import { handIn, review } from '#evidence/evidence.actions.ts';
import { evidenceApi as api } from '#evidence/evidence.api.ts';
import { findEvidence } from '#evidence/evidence.store.ts';
import type { Serve } from '#people/serve.ts';
import { problem } from '#platform/problem.ts';
import { openStored, SHOWN } from '#platform/stored.ts';
import { seeTask } from '#task/task.store.ts';

export function evidenceRoutes(serve: Serve): void {
  serve(api.upload, async ({ tx, actor, params, upload }) => {
    await seeTask(tx, actor, params.id);
    return upload;
  });
  serve(api.handIn, ({ tx, actor, params, body }) => handIn(tx, actor, params.id, body));
  serve(api.review, ({ tx, actor, params, body }) => review(tx, actor, params.id, body));
  serve(api.file, async ({ tx, actor, params }) => {
    const found = await findEvidence(tx, params.id);
    if (!found) throw problem('not_found');
    await seeTask(tx, actor, found.task_id);
    return {
      file: await openStored(tx.city, found.file_hash),
      name: found.file_name,
      type: found.type,
      inline: SHOWN.test(found.type),
    };
  });
}
