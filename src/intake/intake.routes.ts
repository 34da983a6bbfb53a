/** Noun routes of imports: parse, call, show. */
import { dropFile } from '#intake/cleanup.ts';
import {
  resumeImport,
  seenImport,
  startImport,
  stopImport,
  takeRejects,
  uploadImport,
} from '#intake/import.actions.ts';
import { listImports, showImport } from '#intake/import.view.ts';
import { intakeApi as api } from '#intake/intake.api.ts';
import { allIntakes, type MappedColumn } from '#intake/intake.ts';
import { lookAt } from '#intake/look.ts';
import { reasonOf } from '#intake/reasons.ts';
import { cellsOf, pageOfRows } from '#intake/row.store.ts';
import { may } from '#people/actor.ts';
import { keysOf, pageOf } from '#people/cursor.ts';
import type { Serve } from '#people/serve.ts';
import { getFile } from '#platform/files.ts';
import { problem } from '#platform/problem.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function intakeRoutes(serve: Serve): void {
  serve(api.upload, async ({ tx, actor, body, upload }) => {
    try {
      return await showImport(tx, await uploadImport(tx, actor, body, upload));
    } catch (error) {
      // What was refused is not kept.
      await dropFile(tx, upload.hash).catch(() => {});
      throw error;
    }
  });
  serve(api.list, async ({ tx, actor, query }) => {
    const mine = allIntakes().filter(({ kind, permission }) => may(actor, permission) && (query.kind ?? kind) === kind);
    return listImports(
      tx,
      mine.map(({ kind }) => kind),
      query,
    );
  });
  serve(api.show, async ({ tx, actor, params }) => showImport(tx, await seenImport(tx, actor, params.id)));
  serve(api.look, async ({ tx, actor, params, query }) => {
    const row = await seenImport(tx, actor, params.id);
    if (row.files_removed_at) throw problem('import_file_removed');
    const fields = query.fields?.split(',').map((field) => field || null);
    return lookAt(tx, row, { sheet: query.sheet, headerRow: query.header, fields });
  });
  serve(api.run, async ({ tx, actor, params, body }) => showImport(tx, await startImport(tx, actor, params.id, body)));
  serve(api.stop, async ({ tx, actor, params }) => showImport(tx, await stopImport(tx, actor, params.id)));
  serve(api.resume, async ({ tx, actor, params }) => showImport(tx, await resumeImport(tx, actor, params.id)));
  serve(api.rejects, async ({ tx, actor, params }) => {
    const { hash, name } = await takeRejects(tx, actor, params.id);
    return { file: await getFile(tx.city, hash, true), name, type: XLSX };
  });
  serve(api.rows, async ({ tx, actor, params, query }) => {
    const row = await seenImport(tx, actor, params.id);
    const after = query.cursor === undefined ? 0 : Number(keysOf(query.cursor, 1)[0]);
    if (!Number.isSafeInteger(after)) throw problem('cursor_invalid');
    const rows = await pageOfRows(tx, row.id, { kind: query.kind, after, limit: query.limit + 1 });
    const { items, next } = pageOf(rows, query.limit, (one) => [one.row_no]);
    const columns = row.mapping as MappedColumn[];
    const show = (one: (typeof items)[number]) => {
      const texts = cellsOf(tx.city, row.id, one);
      return {
        row: one.row_no,
        kind: one.kind,
        problems: one.problems.map((note) => reasonOf(note, one.row_no, columns, texts)),
      };
    };
    return { items: items.map(show), next };
  });
}
