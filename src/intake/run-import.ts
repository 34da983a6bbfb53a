/** Running an import: read, write, come forward; whoever dies is followed by another where the cursor stands. */
import { finishImport } from '#intake/finish.ts';
import { beat, beThere, type ImportRow, takeUp } from '#intake/import.store.ts';
import { BEAT_MS } from '#intake/import.ts';
import { intakeOf, type MappedColumn } from '#intake/intake.ts';
import { openPlain } from '#intake/plain-file.ts';
import { chunks } from '#intake/read-rows.ts';
import { NotMine, writeChunk } from '#intake/write-chunk.ts';
import { loadActor } from '#people/actor.store.ts';
import { type Actor, mustBeAbleTo, program } from '#people/actor.ts';
import { type City, transact } from '#platform/city.ts';
import { newId } from '#platform/ids.ts';
import { Problem, type ProblemBody, problem } from '#platform/problem.ts';
import { sheetRows } from '#sheet/sheet-rows.ts';

export type Progress = { read: number; share: number };

export type RunOptions = {
  /** Called after each chunk: rows read so far, and the share of the file that is dealt with, 0 to 1. */
  onProgress?: (progress: Progress) => void;
  silenceMs?: number;
};

/**
 * Runs the import to its end, or as far as it goes. Nothing happens where another runner has it or it does not run.
 * @returns whether this call had it.
 */
export async function runImport(city: City, id: string, options: RunOptions = {}): Promise<boolean> {
  const runner = newId();
  const leave = await beThere(city, runner);
  try {
    const row = await transact(city, (tx) => takeUp(tx, id, runner, options.silenceMs));
    if (row) await runToEnd(city, row, runner, options);
    return row !== undefined;
  } finally {
    await leave();
  }
}

async function runToEnd(city: City, row: ImportRow, runner: string, options: RunOptions): Promise<void> {
  const beating = setInterval(() => {
    transact(city, (tx) => beat(tx, row.id, runner)).catch(() => {}); // the next chunk will find out
  }, BEAT_MS);
  try {
    const error = await readAll(city, row, runner, options);
    await finishImport(city, row, runner, error);
  } catch (error) {
    if (!(error instanceof NotMine)) throw error;
  } finally {
    clearInterval(beating);
  }
}

/** Gone for a while is no end: the import stays open and is taken up again. */
const passing = (error: Problem) => error.body.code === 'unavailable';

/** @returns why the file could not be read to its end, or nothing. */
async function readAll(
  city: City,
  row: ImportRow,
  runner: string,
  { onProgress }: RunOptions,
): Promise<ProblemBody | undefined> {
  try {
    const intake = intakeOf(row.kind);
    const actor = await actorOf(city, row);
    mustBeAbleTo(actor, intake.permission);
    const run = { city, actor, intake, importId: row.id, runner, options: row.options };
    const file = await openPlain(city, row.file_hash);
    try {
      const sheet = await sheetRows(file.path, { fileName: row.file_name, sheet: row.sheet!, tempDir: file.tempDir });
      const columns = row.mapping as MappedColumn[];
      const context = {
        city,
        now: city.clock.now(),
        importId: row.id,
        options: row.options,
        dateSystem: sheet.dateSystem,
        columns,
      };
      let cursor = row.cursor_row;
      let rows = row.read;
      let writing = Promise.resolve();
      try {
        for await (const chunk of chunks(intake, context, sheet.batches, { headerRow: row.header_row!, cursor })) {
          await writing; // one chunk is written while the next is read
          const from = cursor;
          cursor = chunk.to;
          rows += chunk.rows.length;
          const read = rows;
          writing = writeChunk(run, from, chunk).then(() => onProgress?.({ read, share: chunk.share }));
          writing.catch(() => {}); // heard at the next await
        }
      } finally {
        await writing; // what was read before the file broke off stands
      }
    } finally {
      await file.close();
    }
    return undefined;
  } catch (error) {
    if (error instanceof Problem && !passing(error)) return error.body;
    if (error instanceof Problem || error instanceof NotMine) throw error;
    return problem('broken', { request: row.id }).body;
  }
}

/** Whoever began it, with the posts they have now. */
async function actorOf(city: City, row: ImportRow): Promise<Actor> {
  if (!row.made_by) return program;
  const actor = await transact(city, (tx) => loadActor(tx, row.made_by!));
  if (!actor) throw problem('import_owner_gone');
  return actor;
}
