/** The end of an import: the rejected rows as a file, the import closed, the ledger told. */
import { PassThrough } from 'node:stream';
import { closeImport, type Ending, type ImportRow, loadImport } from '#intake/import.store.ts';
import { FILE_LIMIT } from '#intake/import.ts';
import { intakeOf, type MappedColumn } from '#intake/intake.ts';
import { HEAD_ROWS, headerOf, peekRows } from '#intake/open-table.ts';
import { openPlain } from '#intake/plain-file.ts';
import { allReasons } from '#intake/reasons.ts';
import { cellsOf, pageOfRows } from '#intake/row.store.ts';
import { NotMine } from '#intake/write-chunk.ts';
import { record } from '#ledger/record.ts';
import { type City, transact } from '#platform/city.ts';
import { putFile } from '#platform/files.ts';
import { Problem, type ProblemBody } from '#platform/problem.ts';
import type { Header } from '#sheet/header.ts';
import { openRejects } from '#sheet/rejects.ts';

const PAGE = 1_000;
/** A sheet ends at row 1,048,576; what is beyond is listed on the import's page alone. */
const REJECTS_MAX = 1_000_000;

/** @param broken why the file could not be read to its end. @throws NotMine */
export async function finishImport(
  city: City,
  row: ImportRow,
  runner: string,
  broken: ProblemBody | undefined,
): Promise<void> {
  let error = broken;
  let rejectsHash: string | null = null;
  try {
    rejectsHash = await storeRejects(city, row.id);
  } catch (failure) {
    // Which came first is told: a file cut off matters more than that its rejects could not be written.
    if (!(failure instanceof Problem) || failure.body.code === 'unavailable') throw failure;
    error ??= failure.body;
  }
  const ending: Ending = error ? { state: 'failed', error } : { state: 'finished' };
  await transact(city, async (tx) => {
    if (!(await closeImport(tx, row.id, runner, ending, rejectsHash))) throw new NotMine();
    const { read, accepted, repeated, revised, rejected } = await loadImport(tx, row.id);
    await record(
      tx,
      { kind: row.made_by ? 'person' : 'program', id: row.made_by },
      {
        verb: error ? 'import.fail' : 'import.finish',
        kind: 'import',
        thing: row.id,
        data: { ...{ read, accepted, repeated, revised, rejected }, ...(error && { error: error.code }) },
        request: row.id,
      },
    );
  });
}

/** The file's own header rows, the rejected rows as they stood, and why. @returns nothing where none was rejected. */
async function storeRejects(city: City, id: string): Promise<string | null> {
  const row = await transact(city, (tx) => loadImport(tx, id));
  if (row.rejected === 0 || row.header_row === null) return null;
  const header = await readHeader(city, row);
  const through = new PassThrough();
  const stored = putFile(city, through, { limit: FILE_LIMIT, seal: true });
  stored.catch((error) => through.destroy(error));
  try {
    const rejects = await openRejects(through, row.sheet || '退回', header);
    const columns = row.mapping as MappedColumn[];
    let after = 0;
    for (let written = 0; written < REJECTS_MAX; ) {
      const page = await transact(city, (tx) => pageOfRows(tx, id, { kind: 'rejected', after, limit: PAGE }));
      if (page.length === 0) break;
      for (const one of page) {
        const cells = cellsOf(city, id, one);
        await rejects.add({ number: one.row_no, cells }, allReasons(one.problems, one.row_no, columns, cells));
      }
      after = page.at(-1)!.row_no;
      written += page.length;
    }
    await rejects.end();
  } catch (error) {
    through.destroy();
    await stored; // a full disk is the cause of the broken stream, and is told instead of it
    throw error;
  }
  return (await stored).hash;
}

async function readHeader(city: City, row: ImportRow): Promise<Header> {
  const file = await openPlain(city, row.file_hash);
  try {
    const head = await peekRows(file, row.file_name, row.sheet!, HEAD_ROWS);
    return headerOf(intakeOf(row.kind), head.rows, row.header_row!);
  } finally {
    await file.close();
  }
}
