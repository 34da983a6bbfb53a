/** A small file that must not have been there: closed to others, synced, whole or not at all. */
import { randomUUID } from 'node:crypto';
import { link, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { diskError, errorCode, syncFolder } from '#platform/files-disk.ts';
import { problem } from '#platform/problem.ts';

/** @throws file_exists, file_unwritable, disk_full */
export async function writeNew(path: string, text: string): Promise<void> {
  const temp = `${path}.${randomUUID()}.part`;
  try {
    await writeFile(temp, text, { flag: 'wx', mode: 0o600, flush: true });
    await link(temp, path); // not a rename: what stands there stays
    syncFolder(dirname(path));
  } catch (error) {
    throw cannotWrite(error, path);
  } finally {
    await rm(temp, { force: true });
  }
}

/** The refusal for what the disk said to a new file, or the error itself. */
export function cannotWrite(error: unknown, path: string): unknown {
  const code = errorCode(error) ?? '';
  if (code === 'EEXIST') return problem('file_exists', { file: path });
  const closed = ['EACCES', 'EROFS', 'ENOENT', 'EPERM', 'ENOTDIR'];
  return closed.includes(code) ? problem('file_unwritable', { file: path, why: code }) : diskError(error);
}
