/** Noun routes of acceptance. */
import { acceptProject } from '#acceptance/acceptance.actions.ts';
import { acceptanceApi as api } from '#acceptance/acceptance.api.ts';
import { findAcceptancePaper } from '#acceptance/acceptance.store.ts';
import type { Serve } from '#people/serve.ts';
import { openStored, SHOWN } from '#platform/stored.ts';
import { seeProject } from '#project/project.store.ts';

export function acceptanceRoutes(serve: Serve): void {
  serve(api.accept, ({ tx, actor, params, body }) => acceptProject(tx, actor, params.id, body));
  serve(api.file, async ({ tx, actor, params }) => {
    const paper = await findAcceptancePaper(tx, params.id);
    await seeProject(tx, actor, paper.project_id);
    return {
      file: await openStored(tx.city, paper.file_hash),
      name: paper.file_name,
      type: paper.type,
      inline: SHOWN.test(paper.type),
    };
  });
}
