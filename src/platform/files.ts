/** Files of a city by the SHA-256 of their content: `<filesDir>/ab/cdef…`, plain or sealed, whole or not there at all. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { diskError, errorCode, syncFolder } from '#platform/files-disk.ts';
import type { CityKeys } from '#platform/keys.ts';
import { openStream, sealStream } from '#platform/keys-stream.ts';
import { problem } from '#platform/problem.ts';
import { writeStream } from '#platform/write-stream.ts';

/** A city is one. Its `filesDir` and the folders in it belong to the program alone. */
export type FileStore = { readonly filesDir: string; readonly keys: CityKeys };

const sealedFile = 'file';

/**
 * Keeps what comes out of `source` and tells its hash (of the plain content) and size in bytes. The same content twice
 * is one file; sealed and plain are two. Problems: `too_large` (more than `limit` bytes), `disk_full`; after any
 * failure nothing is left behind.
 */
export async function putFile(
  store: FileStore,
  source: Readable,
  { limit, seal }: { limit: number; seal: boolean },
): Promise<{ hash: string; size: number }> {
  const temp = join(store.filesDir, 'tmp', randomUUID());
  const sum = createHash('sha256');
  let size = 0;
  async function* counted(chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > limit) throw problem('too_large', { limit: sayBytes(limit) });
      sum.update(chunk);
      yield chunk;
    }
  }
  try {
    await makeFolder(dirname(temp));
    await writeStream(temp, source, (chunks) =>
      seal ? sealStream(store.keys, sealedFile, counted(chunks)) : counted(chunks),
    );
    const hash = sum.digest('hex');
    const path = filePath(store, hash, seal);
    await makeFolder(dirname(path));
    await rename(temp, path);
    syncFolder(dirname(path));
    return { hash, size };
  } catch (error) {
    source.destroy();
    await rm(temp, { force: true });
    throw diskError(error);
  }
}

/** The content; it fails with `file_damaged` or `seal_broken` at the end, at the latest, if it is not what was put. */
export async function getFile(store: FileStore, hash: string, sealed = false): Promise<Readable> {
  const handle = await open(filePath(store, hash, sealed), 'r').catch((error) => {
    throw errorCode(error) === 'ENOENT' ? problem('not_found') : error;
  });
  const stored = handle.createReadStream();
  const content = checked(hash, sealed ? openStream(store.keys, sealedFile, stored) : stored);
  return Readable.from(content, { objectMode: false }).once('close', () => stored.destroy());
}

/** To be called after the last row that names the file is gone. A file that is not there is no error. */
export async function removeFile(store: FileStore, hash: string, sealed = false): Promise<void> {
  await rm(filePath(store, hash, sealed), { force: true });
}

/** Removes what uploads cut off before `olderThan` (a crash, a kill) left behind; tells how many files. */
export async function sweepTemp(store: FileStore, olderThan: Date): Promise<number> {
  const folder = join(store.filesDir, 'tmp');
  let removed = 0;
  for (const name of await ifThere(readdir(folder), [])) {
    const found = await ifThere(stat(join(folder, name)), undefined);
    if (!found || found.mtime >= olderThan) continue;
    await rm(join(folder, name), { force: true });
    removed += 1;
  }
  return removed;
}

async function ifThere<T, N>(found: Promise<T>, otherwise: N): Promise<T | N> {
  try {
    return await found;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return otherwise;
    throw error;
  }
}

async function* checked(hash: string, content: AsyncIterable<Buffer>) {
  const sum = createHash('sha256');
  for await (const chunk of content) {
    sum.update(chunk);
    yield chunk;
  }
  if (sum.digest('hex') !== hash) throw problem('file_damaged');
}

/** A hash comes from a row or an address; what is not one never becomes a path. */
function filePath(store: FileStore, hash: string, sealed: boolean): string {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw problem('not_found');
  return join(store.filesDir, hash.slice(0, 2), `${hash.slice(2)}${sealed ? '.sealed' : ''}`);
}

/** Makes the folder where it is missing, and makes its name last a power cut. */
async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (!first) return;
  for (let made = folder; made !== dirname(first); made = dirname(made)) syncFolder(dirname(made));
}

function sayBytes(bytes: number): string {
  const unit = bytes >= 1_048_576 ? 'MB' : 'KB';
  return `${Math.floor(bytes / (unit === 'MB' ? 104_857.6 : 102.4)) / 10} ${unit}`;
}
