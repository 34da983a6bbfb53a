/** Clearing a store of what stood in it once: for a city whose rows name none of it any more. */
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileStore } from '#platform/files.ts';

/** Paths of all stored files, with the time at which each was put there. */
export type Stored = Map<string, number>;

export async function storedNow({ filesDir }: Pick<FileStore, 'filesDir'>): Promise<Stored> {
  const found: Stored = new Map();
  for (const folder of await readdir(filesDir).catch(() => [] as string[])) {
    if (!/^[0-9a-f]{2}$/.test(folder)) continue;
    for (const name of await readdir(join(filesDir, folder))) {
      const path = join(filesDir, folder, name);
      const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: -1 }));
      if (mtimeMs >= 0) found.set(path, mtimeMs);
    }
  }
  return found;
}

/** What was put there again since stays. */
export async function clearStored(stored: Stored): Promise<void> {
  for (const [path, was] of stored) {
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: -1 }));
    if (mtimeMs === was) await rm(path, { force: true });
  }
}
