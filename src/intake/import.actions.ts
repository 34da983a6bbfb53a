/** Verbs on imports: upload, run, stop, resume, download. */
import { sql } from 'kysely';
import { holdFile } from '#intake/cleanup.ts';
import { type ImportRow, insertImport, loadImport, planImport, reopenImport, stopRow } from '#intake/import.store.ts';
import { closedBecause, type ImportStep, importSteps } from '#intake/import.ts';
import { intakeOf, type MappedColumn } from '#intake/intake.ts';
import { checkMapping, remember } from '#intake/mapping.ts';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, may, mustBeAbleTo, signing } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { parse } from '#platform/malformed.ts';
import { problem } from '#platform/problem.ts';

export const RUN = 'import';

export type UploadInput = { id: string; kind: string; options: unknown };
export type Uploaded = { hash: string; size: number; name: string };

/** @throws import_kind_unknown, forbidden, malformed, id_taken */
export async function uploadImport(tx: Tx, actor: Actor, input: UploadInput, file: Uploaded): Promise<ImportRow> {
  const intake = intakeOf(input.kind);
  mustBeAbleTo(actor, intake.permission);
  const by = signing(actor, intake.permission);
  const options = await settled(tx, input.kind, input.options);
  await holdFile(tx, file.hash);
  if (await once(tx, by, input.id, 'import.upload', { ...input, hash: file.hash })) {
    await insertImport(tx, { ...file, id: input.id, kind: input.kind, options, fileName: file.name, madeBy: by.id });
    const data = { kind: input.kind, file: file.hash, size: file.size };
    await record(tx, by, { verb: 'import.upload', kind: 'import', thing: input.id, data, request: input.id });
  }
  return loadImport(tx, input.id);
}

export async function settled(tx: Tx, kind: string, given: unknown): Promise<unknown> {
  const intake = intakeOf(kind);
  return intake.settle(tx, parse(intake.options, given));
}

/** The import, for somebody who may import its kind; to others it does not exist. */
export async function seenImport(tx: Tx, actor: Actor, id: string, lock = false): Promise<ImportRow> {
  const row = await loadImport(tx, id, lock);
  if (!may(actor, intakeOf(row.kind).permission)) throw problem('not_found');
  return row;
}

export type RunInput = { sheet: string; headerRow: number; columns: MappedColumn[]; options?: unknown };

export async function startImport(tx: Tx, actor: Actor, id: string, input: RunInput): Promise<ImportRow> {
  const row = await seenImport(tx, actor, id, true);
  const intake = intakeOf(row.kind);
  // The same click twice: it runs already, just so.
  if (row.state !== 'uploaded' && samePlan(row, input)) return row;
  mustBe(row, 'run');
  checkMapping(intake, input.columns);
  const options = await settled(tx, row.kind, input.options ?? row.options);
  await planImport(tx, id, { ...input, options });
  await remember(tx, row.kind, input.columns);
  await enqueueRun(tx, id);
  const data = { sheet: input.sheet, header: input.headerRow };
  await record(tx, signing(actor, intake.permission), {
    verb: 'import.run',
    kind: 'import',
    thing: id,
    data,
    request: id,
  });
  return loadImport(tx, id);
}

const samePlan = (row: ImportRow, input: RunInput) =>
  row.sheet === input.sheet &&
  row.header_row === input.headerRow &&
  JSON.stringify((row.mapping as MappedColumn[] | null)?.map(({ field }) => field)) ===
    JSON.stringify(input.columns.map(({ field }) => field));

/** What is written stays; what is not is left in the file until it is resumed. */
export async function stopImport(tx: Tx, actor: Actor, id: string): Promise<ImportRow> {
  const row = await seenImport(tx, actor, id, true);
  if (row.state !== 'stopped') {
    mustBe(row, 'stop');
    await stopRow(tx, id);
    await say(tx, actor, row, 'import.stop');
  }
  return loadImport(tx, id);
}

export async function resumeImport(tx: Tx, actor: Actor, id: string): Promise<ImportRow> {
  const row = await seenImport(tx, actor, id, true);
  if (row.state !== 'running') {
    mustBe(row, 'resume');
    if (row.mapping === null)
      throw problem('not_now', {
        step: importSteps.resume,
        reason: { zh: '还没有确认列的对应关系', en: 'its columns were never confirmed' },
      });
    if (row.files_removed_at) throw problem('import_file_removed');
    await reopenImport(tx, id);
    await enqueueRun(tx, id);
    await say(tx, actor, row, 'import.resume');
  }
  return loadImport(tx, id);
}

/** Taking the rejected rows out is written down: they hold personal data. @returns the hash of the sealed file. */
export async function takeRejects(tx: Tx, actor: Actor, id: string): Promise<{ hash: string; name: string }> {
  const row = await seenImport(tx, actor, id);
  if (!row.rejects_hash) throw problem('not_found');
  if (row.files_removed_at) throw problem('import_file_removed');
  await say(tx, actor, row, 'import.download');
  return { hash: row.rejects_hash, name: `${row.file_name.replace(/\.[^.]*$/, '')}-退回.xlsx` };
}

function mustBe(row: ImportRow, step: ImportStep): void {
  const reason = closedBecause(step, row.state);
  if (reason) throw problem('not_now', { step: importSteps[step], reason });
}

async function say(tx: Tx, actor: Actor, row: ImportRow, verb: string): Promise<void> {
  const by = signing(actor, intakeOf(row.kind).permission);
  await record(tx, by, { verb, kind: 'import', thing: row.id, data: { read: row.read }, request: row.id });
}

/** Enqueued in the transaction that decided it. */
export async function enqueueRun(tx: Tx, id: string): Promise<void> {
  await sql`select graphile_worker.add_job(${RUN}, json_build_object('city', ${tx.city.slug}::text, 'import', ${id}::text), max_attempts => 3)`.execute(
    tx,
  );
}
