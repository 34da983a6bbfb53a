/** What the disk itself asks for: folders are synced after a rename, and a full disk is told as such. */
import { closeSync, fsyncSync, openSync } from 'node:fs';
import { problem } from '#platform/problem.ts';

/** After a rename or link: without this the new name may be gone after a power cut (fsync(2)). */
export function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** The error to throw on: `disk_full` for a full disk or a used-up quota, else the error itself. */
export function diskError(error: unknown): unknown {
  const code = errorCode(error);
  return code === 'ENOSPC' || code === 'EDQUOT' ? problem('disk_full') : error;
}

/** The system's name of an error (`ENOENT`), or nothing. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
