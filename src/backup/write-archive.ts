/** Writing a backup: a tar file with the checksum of every part at its end, whole under its name or not there at all. */
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { link, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { pack } from 'tar-stream';
import { syncFolder } from '#platform/files-disk.ts';
import { problem } from '#platform/problem.ts';
import { cannotWrite } from '#platform/write-new.ts';

export type Archive = {
  add(name: string, bytes: Buffer): Promise<void>;
  /** A part whose length is known beforehand; returns the SHA-256 of what was written. */
  stream(name: string, size: number, source: AsyncIterable<Buffer>): Promise<string>;
};

/** Closed to all others, on the disk before it is closed. */
const onDisk = (path: string): Writable => createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true });

/**
 * Writes to a temporary file beside `path`, which gets its name when it is whole; nothing is ever overwritten. Of each
 * part 100 bytes are kept in memory for the list of checksums.
 * @throws file_exists, disk_full, file_unwritable; whatever `fill` throws. Nothing is left behind then.
 */
export async function writeArchive<T>(
  path: string,
  madeAt: Date,
  fill: (archive: Archive) => Promise<T>,
  open: (path: string) => Writable = onDisk,
): Promise<{ value: T; sha256: string; bytes: number }> {
  if (await stat(path).catch(() => undefined)) throw problem('file_exists', { file: path });
  const temp = `${path}.${randomUUID()}.part`;
  const tar = pack();
  const sums: string[] = [];
  const whole = createHash('sha256');
  let bytes = 0;
  let failure: unknown;
  const failed = (error: unknown) => {
    failure ??= error;
    tar.destroy(error as Error);
  };
  async function stream(name: string, size: number, source: AsyncIterable<Buffer>): Promise<string> {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const entry = tar.entry({ name, size, mode: 0o600, mtime: madeAt }, (error) =>
      error ? reject(error) : resolve(undefined),
    );
    promise.catch(() => {});
    entry.on('error', reject);
    const sum = createHash('sha256');
    for await (const chunk of source) {
      sum.update(chunk);
      if (!entry.write(chunk)) await Promise.race([once(entry, 'drain'), promise]);
    }
    entry.end(undefined);
    await promise;
    const hash = sum.digest('hex');
    sums.push(`${hash}  ${name}\n`);
    return hash;
  }
  const add = async (name: string, content: Buffer) =>
    void (await stream(
      name,
      content.length,
      (async function* () {
        if (content.length > 0) yield content;
      })(),
    ));
  async function* counted() {
    for await (const chunk of tar as AsyncIterable<Buffer>) {
      whole.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  }
  const sink = open(temp).on('error', failed);
  const written = pipeline(counted, sink).catch(failed);
  try {
    const value = await fill({ add, stream });
    await add('SHA256SUMS', Buffer.from(sums.join('')));
    tar.finalize();
    await written;
    if (failure) throw failure;
    await link(temp, path);
    syncFolder(dirname(path));
    return { value, sha256: whole.digest('hex'), bytes };
  } catch (error) {
    failed(error);
    await written;
    throw cannotWrite(failure, path);
  } finally {
    await rm(temp, { force: true });
  }
}
