/** Rows that need a person: rejected ones as they stood, encrypted, and cells that were left empty. */
import { sql } from 'kysely';
import type { Note } from '#intake/intake.ts';
import type { City } from '#platform/city.ts';
import type { Tx } from '#platform/db.ts';
import { open, seal } from '#platform/keys.ts';
import { type Cell, cellText } from '#sheet/sheet.ts';

export type Remark = { row: number; kind: 'rejected' | 'noted'; notes: Note[]; cells: readonly Cell[] };
export type StoredRow = { row_no: number; kind: 'rejected' | 'noted'; problems: Note[]; cells_sealed: Buffer | null };

const bind = (importId: string, row: number) => `import_row.cells:${importId}:${row}`;

/** A noted row is in the city; only a rejected one is kept here. */
export async function insertRemarks(tx: Tx, importId: string, remarks: readonly Remark[]): Promise<void> {
  if (remarks.length === 0) return;
  const rows = remarks.map(({ row, kind, notes, cells }) => {
    const texts = kind === 'rejected' && JSON.stringify(cells.map(cellText));
    return {
      row,
      kind,
      notes,
      cells: texts ? seal(tx.city.keys, texts, bind(importId, row)).toString('base64') : null,
    };
  });
  await sql`insert into import_row (import_id, row_no, kind, problems, cells_sealed)
    select ${importId}, "row", kind, notes, decode(cells, 'base64')
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("row" int, kind text, notes jsonb, cells text)`.execute(
    tx,
  );
}

export async function pageOfRows(
  tx: Tx,
  importId: string,
  { kind, after, limit }: { kind?: 'rejected' | 'noted' | undefined; after: number; limit: number },
): Promise<StoredRow[]> {
  let query = tx
    .selectFrom('import_row')
    .select(['row_no', 'kind', 'problems', 'cells_sealed'])
    .where('import_id', '=', importId)
    .where('row_no', '>', after)
    .orderBy('row_no')
    .limit(limit);
  if (kind) query = query.where('kind', '=', kind);
  return (await query.execute()) as unknown as StoredRow[];
}

/** The texts of a rejected row's cells as they stood in the file. */
export function cellsOf(city: City, importId: string, row: StoredRow): string[] {
  return row.cells_sealed
    ? (JSON.parse(open(city.keys, row.cells_sealed, bind(importId, row.row_no))) as string[])
    : [];
}
