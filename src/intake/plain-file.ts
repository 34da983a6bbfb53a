/** A sealed file as a path that can be read: decrypted into a file that has no name and dies with the process. */
import { randomUUID } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { City } from '#platform/city.ts';
import { getFile } from '#platform/files.ts';
import { diskError } from '#platform/files-disk.ts';
import { writeStream } from '#platform/write-stream.ts';

export type PlainFile = { path: string; tempDir: string; close(): Promise<void> };

/** @throws not_found, seal_broken, file_damaged, disk_full */
export async function openPlain(city: City, hash: string): Promise<PlainFile> {
  const tempDir = join(city.filesDir, 'tmp');
  const named = join(tempDir, randomUUID());
  try {
    await mkdir(tempDir, { recursive: true, mode: 0o700 });
    await writeStream(named, await getFile(city, hash, true));
    const handle = await open(named, 'r');
    // Linux opens it once more through the descriptor; elsewhere the name stays until the file is closed.
    const nameless = process.platform === 'linux';
    if (nameless) await rm(named);
    return {
      path: nameless ? `/proc/self/fd/${handle.fd}` : named,
      tempDir,
      close: async () => {
        await handle.close();
        await rm(named, { force: true });
      },
    };
  } catch (error) {
    await rm(named, { force: true });
    throw diskError(error);
  }
}
