/** Importing a file at once, without the queue: what the command line does. */
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { performance } from 'node:perf_hooks';
import { settled, uploadImport } from '#intake/import.actions.ts';
import { FILE_LIMIT } from '#intake/import.ts';
import { loadImport, planImport } from '#intake/import.store.ts';
import { intakeOf, type MappedColumn } from '#intake/intake.ts';
import { type Asked, lookAt } from '#intake/look.ts';
import { checkMapping, remember } from '#intake/mapping.ts';
import { type Progress, runImport } from '#intake/run-import.ts';
import { record } from '#ledger/record.ts';
import { type Actor, signing } from '#people/actor.ts';
import { type City, transact } from '#platform/city.ts';
import { newId } from '#platform/ids.ts';
import { type ProblemBody, problem } from '#platform/problem.ts';
import { storeSheet } from '#platform/stored.ts';
import { plainName } from '#sheet/column-name.ts';

/** What a person says of a file's columns: name → field, or null for none. What is not said is proposed. */
export type FileMap = { sheet?: string; headerRow?: number; columns?: Record<string, string | null> };

export type FileImport = { map?: FileMap; options?: unknown; onProgress?: (progress: Progress) => void };

export type FileResult = {
  import: string;
  read: number;
  accepted: number;
  repeated: number;
  revised: number;
  rejected: number;
  /** Hash of the sealed file of rejected rows, to be read with `getFile(city, hash, true)`. */
  rejects_file: string | null;
  seconds: number;
  /** Why the file could not be read to its end; what was read before stands. */
  error: ProblemBody | null;
};

/** @throws what opening the file or its mapping refuses; then nothing was imported. */
export async function importFile(city: City, actor: Actor, kind: string, path: string, given: FileImport = {}): Promise<FileResult> {
  const began = performance.now();
  const intake = intakeOf(kind);
  const id = newId();
  const stored = await storeSheet(city, createReadStream(path), FILE_LIMIT);
  await transact(city, async (tx) => {
    const row = await uploadImport(tx, actor, { id, kind, options: given.options ?? {} }, { ...stored, name: basename(path) });
    const asked: Asked = { sheet: given.map?.sheet, headerRow: given.map?.headerRow };
    const { sheet, headerRow, columns: proposed } = await lookAt(tx, row, asked);
    const columns = withMap(proposed, given.map?.columns ?? {});
    checkMapping(intake, columns);
    await planImport(tx, id, { sheet, headerRow, columns, options: await settled(tx, kind, row.options) });
    await remember(tx, kind, columns);
    await record(tx, signing(actor, intake.permission), { verb: 'import.run', kind: 'import', thing: id, data: { sheet, header: headerRow }, request: id });
  });
  await runImport(city, id, given.onProgress ? { onProgress: given.onProgress } : {});
  const done = await transact(city, (tx) => loadImport(tx, id));
  if (done.state === 'running') throw problem('unavailable');
  const { read, accepted, repeated, revised, rejected, rejects_hash } = done;
  const seconds = Math.round(performance.now() - began) / 1_000;
  return { import: id, ...{ read, accepted, repeated, revised, rejected }, rejects_file: rejects_hash, seconds, error: done.error as ProblemBody | null };
}

/** @throws malformed for a column that the file does not have. */
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
