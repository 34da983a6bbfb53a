/** Making the cluster: initdb with Chinese sorting, whole or not at all, and the check that its version is ours. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { actingAs, makeFile } from '#platform/embedded/account.ts';
import type { Binaries } from '#platform/embedded/binaries.ts';
import type { Place } from '#platform/embedded/place.ts';
import { problem } from '#platform/problem.ts';

/** With --locale=C PostgreSQL takes no Chinese character for a letter; zh-Hans-CN sorts by pinyin. */
const INITDB = ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=zh-Hans-CN', '--locale=C.UTF-8'];

/** What PostgreSQL complains of in a log, without time and process; the last line when it does not say. */
export function complaint(log: string): string {
  const lines = log.trim().split('\n');
  const line = lines.find((text) => /FATAL|PANIC|ERROR|error:/.test(text)) ?? lines.at(-1) ?? '';
  return line.replace(/^.*?(FATAL|PANIC|ERROR|error): +/, '');
}

/** Runs a program of the package to its end as the server's account; its complaint when it fails. */
function run(place: Place, program: string, args: string[]): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...actingAs(place.account), cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] });
    let words = '';
    child.stderr.on('data', (chunk) => {
      words += chunk;
    });
    child.once('error', reject);
    child.once('close', (status) => resolve(status === 0 ? undefined : complaint(words) || `status ${status}`));
  });
}

function syncFolder(path: string): void {
  const folder = openSync(path, 'r');
  fsyncSync(folder);
  closeSync(folder);
}

/** Throws `database_version` when another major version of PostgreSQL wrote this folder. */
export function checkVersion(place: Place, { major }: Binaries): void {
  const found = readFileSync(join(place.cluster, 'PG_VERSION'), 'utf8').trim();
  if (found !== major) throw problem('database_version', { found, major, path: place.cluster });
}

/** Another program that was first has put a cluster there with something in it; it serves as well as ours. */
function moveInto(cluster: string, beside: string): void {
  try {
    renameSync(beside, cluster);
  } catch (error) {
    if (!existsSync(join(cluster, 'PG_VERSION'))) throw error;
  }
}

export async function makeCluster(place: Place, binaries: Binaries, password: string): Promise<void> {
  const beside = join(place.home, `new-${randomBytes(4).toString('hex')}`);
  const passwordFile = `${beside}.password`;
  const file = makeFile(passwordFile, place.account);
  writeSync(file, password);
  closeSync(file);
  try {
    const roles = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
    const why = await run(place, join(binaries.native, 'bin/initdb'), [...INITDB, ...roles, '-D', beside]);
    if (why && !existsSync(place.cluster)) throw problem('database_cannot_run', { why });
    if (!why) moveInto(place.cluster, beside);
    syncFolder(place.home);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(beside, { recursive: true, force: true });
  }
}

/** Removes what an initdb that was cut off left beside the finished cluster. */
export function clearUnfinished(place: Place): void {
  for (const name of readdirSync(place.home)) {
    if (name.startsWith('new-')) rmSync(join(place.home, name), { recursive: true, force: true });
  }
}
