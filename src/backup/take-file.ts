/** One file of a backup into a city's folder, under the name of its content: temporary, synced, renamed. */
import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { diskError, syncFolder } from '#platform/files-disk.ts';
import { writeStream } from '#platform/write-stream.ts';
import type { Part } from '#root/backup/read-archive.ts';

/** A plain file that stands there already is the same; a sealed one is not, for each sealing has a salt of its own. */
export async function takeFile(filesDir: string, { name, size, content }: Part): Promise<void> {
  const target = path.join(filesDir, name.replace(/^files\//, ''));
  const there = await stat(target).catch(() => undefined);
  if (there?.size === size && !name.endsWith('.sealed')) {
    for await (const _ of content); // to the next part
    return;
  }
  const temp = path.join(filesDir, 'tmp', randomUUID());
  try {
    for (const folder of [path.dirname(temp), path.dirname(target)])
      await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeStream(temp, content);
    await rename(temp, target);
    syncFolder(path.dirname(target));
  } catch (error) {
    await rm(temp, { force: true });
    throw diskError(error);
  }
}
