/** A city backed up into one file, beside a running server: one snapshot of its tables and jobs, and its files. */
import { readFileSync } from 'node:fs';
import { open, opendir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Writable } from 'node:stream';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { epochOf } from '#ledger/epoch.ts';
import { record } from '#ledger/record.ts';
import { program } from '#people/actor.ts';
import { type City, transact } from '#platform/city.ts';
import { errorCode } from '#platform/files-disk.ts';
import { newId } from '#platform/ids.ts';
import { problem } from '#platform/problem.ts';
import { refusalOf } from '#platform/refusal.ts';
import { type Contents, type Manifest, namesOfKeys, VERSION } from '#root/backup/manifest.ts';
import { jobsOf, partitionsOf, sequencesOf, tablesOf } from '#root/backup/tables.ts';
import { type Archive, writeArchive } from '#root/backup/write-archive.ts';

/** Bytes of rows in one part, before compression: what a backup and a restore hold in memory at a time. */
const PART = 4 << 20;

export const programVersion: string = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, '../../package.json'), 'utf8'),
).version;

export type BackedUp = Pick<Contents, 'jobs' | 'files' | 'damaged_files'> & {
  id: string;
  file: string;
  city: string;
  bytes: number;
  sha256: string;
  tables: number;
  rows: number;
};

/** Told while it runs: which part, and how many rows or files of it are written. */
export type Progress = (what: string, count: number) => void;

/**
 * Reads as the app role, which may read all of a city. That it was made stands in the ledger, after the file does.
 * @throws backup_of_training, file_exists, disk_full, file_unwritable, unavailable
 */
export async function backUp(
  city: City,
  file: string,
  onProgress: Progress = () => {},
  sink?: (path: string) => Writable,
): Promise<BackedUp> {
  if (city.training) throw problem('backup_of_training', { slug: city.slug });
  const client = await city.pool.connect();
  let broken = false;
  try {
    await client.query(`begin isolation level repeatable read read only;
      set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0;
      set local timezone = 'UTC'; set local datestyle = 'ISO'; set local intervalstyle = 'postgres'`);
    const manifest = await manifestOf(client, city);
    const { value, sha256, bytes } = await writeArchive(
      file,
      city.clock.now(),
      (archive) => fill(archive, client, city, manifest, onProgress),
      sink,
    );
    const rows = Object.values(value.rows).reduce((sum, count) => sum + count, 0);
    const { jobs, files, damaged_files } = value;
    await transact(city, (tx) =>
      record(tx, program, { verb: 'backup.made', kind: 'backup', thing: manifest.id, data: { bytes, rows, files } }),
    );
    const tables = manifest.tables.length;
    return { id: manifest.id, file, city: city.slug, bytes, sha256, tables, rows, jobs, files, damaged_files };
  } catch (error) {
    // In the middle of a COPY the connection cannot be used again.
    broken = true;
    throw refusalOf(error);
  } finally {
    client.release(broken);
  }
}

async function manifestOf(client: pg.ClientBase, { slug, schema, name, keys, clock }: City): Promise<Manifest> {
  const { rows: migrations } = await client.query(
    'select name, checksum from suyuan.migration where scope = $1 order by name',
    [slug],
  );
  return {
    format: 'suyuan-backup',
    version: VERSION,
    id: newId(),
    program: programVersion,
    made_at: clock.now().toISOString(),
    city: { slug, name_zh: name.zh, name_en: name.en },
    epoch: await epochOf(client, schema),
    migrations,
    keys: namesOfKeys(keys),
    tables: await tablesOf(client, schema),
    partitions: await partitionsOf(client, schema),
  };
}

async function fill(archive: Archive, client: pg.ClientBase, city: City, manifest: Manifest, onProgress: Progress) {
  const { schema, slug, filesDir } = city;
  await archive.add('manifest.json', json(manifest));
  const rows: Contents['rows'] = {};
  for (const { name, columns } of manifest.tables) {
    const list = columns.map((column) => `"${column}"`).join(', ');
    rows[name] = await addTable(archive, client, name, `copy "${schema}"."${name}" (${list}) to stdout`);
    onProgress(name, rows[name]);
  }
  const jobs = await jobsOf(client, slug);
  await archive.add('jobs.json', json(jobs));
  const sequences = await sequencesOf(client, schema);
  await client.query('commit'); // files are stored before the row that names them: all that the snapshot names are there
  const files = await addFiles(archive, filesDir, onProgress);
  const contents: Contents = { rows, sequences, jobs: jobs.length, ...files };
  await archive.add('contents.json', json(contents));
  return contents;
}

const json = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 1)}\n`);
const compress = promisify(gzip);

/** Rows as COPY writes them, each on a line, in parts of a few megabytes; returns how many rows. */
async function addTable(archive: Archive, client: pg.ClientBase, table: string, sql: string): Promise<number> {
  let part = 0;
  let rows = 0;
  let size = 0;
  let held: Buffer[] = [];
  const flush = async () => {
    part += 1;
    const name = `tables/${table}/${String(part).padStart(6, '0')}.copy.gz`;
    await archive.add(name, await compress(Buffer.concat(held), { level: 1 }));
    held = [];
    size = 0;
  };
  for await (const chunk of client.query(copyTo(sql)) as AsyncIterable<Buffer>) {
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) rows += 1;
    held.push(chunk);
    size += chunk.length;
    if (size >= PART) await flush();
  }
  if (size > 0) await flush();
  return rows;
}

/** Every file of the city, encrypted or not, as it is. One that is removed meanwhile (an import's, after its time) is left out. */
async function addFiles(archive: Archive, filesDir: string, onProgress: Progress) {
  const found = { files: 0, files_size: 0, damaged_files: [] as string[] };
  for await (const name of storedFiles(filesDir)) {
    const source = path.join(filesDir, name);
    const handle = await open(source).catch((error) => {
      if (errorCode(error) !== 'ENOENT') throw error;
    });
    if (!handle) continue;
    try {
      const { size } = await handle.stat();
      const hash = await archive.stream(`files/${name}`, size, handle.createReadStream());
      if (!name.endsWith('.sealed') && hash !== name.replace('/', '')) found.damaged_files.push(name);
      found.files += 1;
      found.files_size += size;
    } finally {
      await handle.close().catch(() => {}); // the stream has closed it, unless it was cut off
    }
    if (found.files % 100 === 0) onProgress('files', found.files);
  }
  onProgress('files', found.files);
  return found;
}

/** `ab/cdef…` of each; what an upload has not finished stands in `tmp` and is none. */
async function* storedFiles(filesDir: string): AsyncGenerator<string> {
  if (!(await stat(filesDir).catch(() => undefined))) return;
  for await (const folder of await opendir(filesDir)) {
    if (!folder.isDirectory() || !/^[0-9a-f]{2}$/.test(folder.name)) continue;
    for await (const file of await opendir(path.join(filesDir, folder.name))) {
      if (/^[0-9a-f]{62}(\.sealed)?$/.test(file.name)) yield `${folder.name}/${file.name}`;
    }
  }
}
