/** Importing a file at once, without the queue: what the command line does. */
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join, parse } from 'node:path';
import { dropFile } from '#intake/cleanup.ts';
import { settled, takeRejects, uploadImport } from '#intake/import.actions.ts';
import { type ImportRow, loadImport, planImport } from '#intake/import.store.ts';
import { FILE_LIMIT } from '#intake/import.ts';
import { intakeOf, type MappedColumn } from '#intake/intake.ts';
import { type Asked, lookAt } from '#intake/look.ts';
import { checkMapping, remember } from '#intake/mapping.ts';
import { type Progress, runImport } from '#intake/run-import.ts';
import { record } from '#ledger/record.ts';
import { type Actor, signing } from '#people/actor.ts';
import { type City, transact } from '#platform/city.ts';
import { getFile } from '#platform/files.ts';
import { diskError } from '#platform/files-disk.ts';
import { newId } from '#platform/ids.ts';
import { type ProblemBody, problem } from '#platform/problem.ts';
import { storeSheet } from '#platform/stored.ts';
import { writeStream } from '#platform/write-stream.ts';
import { plainName } from '#sheet/column-name.ts';

/** What a person says of a file's columns: name → field, or null for none. What is not said is proposed. */
export type FileMap = { sheet?: string; headerRow?: number; columns?: Record<string, string | null> };

export type FileImport = { map?: FileMap; options?: unknown; onProgress?: (progress: Progress) => void };

export type FileResult = Pick<ImportRow, 'read' | 'accepted' | 'repeated' | 'revised' | 'rejected'> & {
  import: string;
  /** Path of the workbook of rejected rows, beside the file itself. */
  rejects_file: string | null;
  seconds: number;
  /** Why the file could not be read to its end; what was read before stands. */
  error: ProblemBody | null;
};

/** @throws what opening the file or its mapping refuses; then nothing was imported. */
export async function importFile(
  city: City,
  actor: Actor,
  kind: string,
  path: string,
  given: FileImport = {},
): Promise<FileResult> {
  const began = city.clock.now();
  const id = newId();
  const stored = await storeSheet(city, createReadStream(path), FILE_LIMIT);
  try {
    await plan(
      city,
      actor,
      { id, kind, options: given.options ?? {} },
      { ...stored, name: basename(path) },
      given.map ?? {},
    );
  } catch (error) {
    await transact(city, (tx) => dropFile(tx, stored.hash)).catch(() => {});
    throw error;
  }
  await runImport(city, id, given.onProgress ? { onProgress: given.onProgress } : {});
  const done = await transact(city, (tx) => loadImport(tx, id));
  if (done.state === 'running') throw problem('unavailable');
  const { read, accepted, repeated, revised, rejected } = done;
  const rejects_file = done.rejects_hash ? await writeBeside(city, actor, id, path) : null;
  const seconds = (city.clock.now().getTime() - began.getTime()) / 1_000;
  return {
    import: id,
    read,
    accepted,
    repeated,
    revised,
    rejected,
    rejects_file,
    seconds,
    error: done.error as ProblemBody | null,
  };
}

type Begun = { id: string; kind: string; options: unknown };
type Stored = { hash: string; size: number; name: string };

async function plan(city: City, actor: Actor, begun: Begun, stored: Stored, map: FileMap): Promise<void> {
  const { id, kind } = begun;
  const intake = intakeOf(kind);
  await transact(city, async (tx) => {
    const row = await uploadImport(tx, actor, begun, stored);
    const asked: Asked = { sheet: map.sheet, headerRow: map.headerRow };
    const { sheet, headerRow, columns: proposed } = await lookAt(tx, row, asked);
    const columns = withMap(proposed, map.columns ?? {});
    checkMapping(intake, columns);
    await planImport(tx, id, { sheet, headerRow, columns, options: await settled(tx, kind, row.options) });
    await remember(tx, kind, columns);
    const data = { sheet, header: headerRow };
    await record(tx, signing(actor, intake.permission), {
      verb: 'import.run',
      kind: 'import',
      thing: id,
      data,
      request: id,
    });
  });
}

/** @throws import_column_unknown for a column that the file does not have. */
function withMap(proposed: readonly MappedColumn[], said: Record<string, string | null>): MappedColumn[] {
  const wanted = new Map(Object.entries(said).map(([name, field]) => [plainName(name), field]));
  const names = new Set(proposed.map(({ name }) => plainName(name)));
  const unknown = [...wanted.keys()].filter((name) => !names.has(name));
  if (unknown.length > 0) throw problem('import_column_unknown', { names: unknown.join('、') });
  const taken = new Set(wanted.values());
  return proposed.map(({ index, name, field }) => {
    const own = wanted.get(plainName(name));
    // A field that was given to another column by name is not proposed beside it.
    return { index, name, field: own !== undefined ? own : field !== null && taken.has(field) ? null : field };
  });
}

/** Whoever could read the file may have its rejected rows where it lies. @throws disk_full */
async function writeBeside(city: City, actor: Actor, id: string, path: string): Promise<string> {
  const { hash } = await transact(city, (tx) => takeRejects(tx, actor, id));
  const beside = join(dirname(path), `${parse(path).name}-退回.xlsx`);
  // In the place of an earlier one only when it is whole.
  const temp = `${beside}.${randomUUID()}.part`;
  try {
    await writeStream(temp, await getFile(city, hash, true));
    await rename(temp, beside);
  } catch (error) {
    await rm(temp, { force: true });
    throw diskError(error);
  }
  return beside;
}
