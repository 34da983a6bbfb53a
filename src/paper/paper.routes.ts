/** Noun routes of reports for the leaders. */
import { makePaper } from '#paper/paper.actions.ts';
import { paperApi as api } from '#paper/paper.api.ts';
import { listPapers, loadPaper } from '#paper/paper.store.ts';
import { kinds } from '#paper/paper.ts';
import type { Serve } from '#people/serve.ts';
import { getFile } from '#platform/files.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export function paperRoutes(serve: Serve): void {
  serve(api.list, ({ tx, query }) => listPapers(tx, query));
  serve(api.make, ({ tx, actor, body }) => makePaper(tx, actor, body));
  serve(api.file, async ({ tx, params }) => {
    const { item, hash } = await loadPaper(tx, params.id);
    return { file: await getFile(tx.city, hash), name: `${kinds[item.kind].zh}-${item.day}.docx`, type: DOCX };
  });
}
