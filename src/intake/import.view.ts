/** An import as it is shown: counts, how far it is, how fast it goes. */
import { sql } from 'kysely';
import type { ImportRow } from '#intake/import.store.ts';
import type { ImportItem } from '#intake/intake.api.ts';
import { type Intake, intakeOf, LEAVE_OUT, type MappedColumn } from '#intake/intake.ts';
import { keysOf, pageOf } from '#people/cursor.ts';
import type { Tx } from '#platform/db.ts';
import type { ProblemBody } from '#platform/problem.ts';

type Shown = ImportRow & { by: string | null };

const iso = (at: Date | string | null) => (at === null ? null : new Date(at).toISOString());

function showItem(row: Shown): ImportItem {
  const { read, accepted, repeated, revised, rejected, noted } = row;
  const error = row.error as ProblemBody | null;
  return {
    ...{
      id: row.id,
      kind: row.kind,
      kindName: intakeOf(row.kind).name,
      fileName: row.file_name,
      size: row.file_size,
      state: row.state,
    },
    counts: { read, accepted, repeated, revised, rejected, noted, leftOut: row.left_out },
    share: row.share,
    rowsPerSecond: row.worked_ms > 0 ? Math.round((read / row.worked_ms) * 1_000) : null,
    seconds: row.worked_ms / 1_000,
    error: error && { code: error.code, message: error.message },
    hasRejects: row.rejects_hash !== null && row.files_removed_at === null,
    filesRemovedAt: iso(row.files_removed_at),
    madeBy: row.made_by === null ? null : { id: row.made_by, name: row.by ?? '' },
    madeAt: iso(row.made_at)!,
    startedAt: iso(row.started_at),
    finishedAt: iso(row.finished_at),
  };
}

const fieldList = (intake: Intake) => [
  ...intake.fields.map(({ field, names }) => ({
    field,
    name: names[0] ?? field,
    required: intake.required.includes(field),
  })),
  { field: LEAVE_OUT, name: '不导入', required: false },
];

export async function showImport(tx: Tx, row: ImportRow) {
  const by =
    row.made_by && (await tx.selectFrom('person').select('name').where('id', '=', row.made_by).executeTakeFirst());
  return {
    ...showItem({ ...row, by: by ? by.name : null }),
    options: row.options as Record<string, unknown>,
    sheet: row.sheet,
    headerRow: row.header_row,
    columns: row.mapping as MappedColumn[] | null,
    fields: fieldList(intakeOf(row.kind)),
  };
}

/** Newest first. */
export async function listImports(tx: Tx, kinds: string[], query: { cursor?: string | undefined; limit: number }) {
  const after = query.cursor === undefined ? undefined : keysOf(query.cursor, 2);
  let rows = tx
    .selectFrom('import')
    .leftJoin('person', 'person.id', 'import.made_by')
    .selectAll('import')
    .select('person.name as by')
    .where('import.kind', 'in', kinds.length > 0 ? kinds : [''])
    .orderBy('import.made_at', 'desc')
    .orderBy('import.id', 'desc')
    .limit(query.limit + 1);
  if (after)
    rows = rows.where(sql<boolean>`(import.made_at, import.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`);
  const { items, next } = pageOf((await rows.execute()) as Shown[], query.limit, (row) => [iso(row.made_at)!, row.id]);
  return { items: items.map(showItem), next };
}
