/** Starting and ending the server process: in a session of its own, so that Ctrl-C at the program does not reach it. */
import { spawn } from 'node:child_process';
import {
  closeSync,
  constants,
  fchmodSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { actingAs, makeFile } from '#platform/embedded/account.ts';
import type { Binaries } from '#platform/embedded/binaries.ts';
import { complaint } from '#platform/embedded/cluster.ts';
import type { Place } from '#platform/embedded/place.ts';
import { isOf, type Running, runningServer } from '#platform/embedded/postmaster.ts';
import { problem } from '#platform/problem.ts';
import type { Say } from '#platform/say.ts';

/** How a client of this program reaches a server. `program` marks connections that carry no name of their own. */
export const address = (role: string, password: string, database: string, socket: string, program: string): string => {
  const where = new URLSearchParams({ host: socket, port: '5432', fallback_application_name: program });
  return `postgresql://${role}:${password}@/${database}?${where}`;
};

function writeSettings(place: Place, text: string): void {
  const path = join(place.cluster, 'postgresql.conf');
  const beside = `${path}.${process.pid}`;
  const file = makeFile(beside, place.account);
  writeSync(file, text);
  closeSync(file);
  renameSync(beside, path);
  // What `cp -r` opens wider is refused by PostgreSQL.
  const folder = openSync(place.cluster, constants.O_DIRECTORY | constants.O_NOFOLLOW);
  fchmodSync(folder, 0o700);
  closeSync(folder);
}

/** Until its log files are open the server writes here; overwritten at each start. */
const firstWords = (place: Place) => join(place.logs, 'start.log');

/** Of a server that did not come up: in its first words, else in the log it opened, since it began. */
function lastComplaint(place: Place): string {
  const first = readFileSync(firstWords(place), 'utf8');
  if (/FATAL/.test(first)) return complaint(first);
  const logs = readdirSync(place.logs).filter((name) => name.startsWith('postgres-'));
  const age = (name: string) => statSync(join(place.logs, name)).mtimeMs;
  const newest = logs.sort((a, b) => age(a) - age(b)).at(-1);
  const log = newest ? readFileSync(join(place.logs, newest), 'utf8') : first;
  return complaint(log.slice(Math.max(0, log.lastIndexOf('starting PostgreSQL'))));
}

type Launched = { pid: number | undefined; ended: boolean };

function launch(place: Place, binaries: Binaries): Launched {
  const words = makeFile(firstWords(place), place.account);
  const child = spawn(join(binaries.native, 'bin/postgres'), ['-D', place.cluster], {
    ...actingAs(place.account),
    cwd: '/',
    env: { PATH: '/usr/bin:/bin' },
    detached: true,
    stdio: ['ignore', words, words],
  });
  closeSync(words);
  const launched: Launched = { pid: child.pid, ended: false };
  const end = () => {
    launched.ended = true;
  };
  child.once('exit', end).once('error', end);
  child.unref();
  return launched;
}

const NOT_YET = new Set(['57P03', 'ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE']);

/** A connection, or nothing while the server is coming up or going down. */
async function attempt(url: string): Promise<pg.Client | undefined> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (code === '28P01') throw problem('database_password_wrong');
    if (NOT_YET.has(code ?? '') || /terminated/.test(message)) return undefined;
    throw error;
  }
}

/** Waits until the server answers; nothing when it ended instead. After a crash it replays its log first. */
async function answers(place: Place, url: (socket: string) => string, launched: Launched | undefined, say: Say) {
  for (let waited = 1; ; waited++) {
    const ended = launched?.ended;
    const running = await runningServer(place.cluster);
    const client = running?.ready ? await attempt(url(running.socket)) : undefined;
    if (client && running) return { client, running };
    if (launched ? ended : !running) return undefined;
    if (waited % 100 === 0)
      say({ zh: '数据库正在恢复或收尾，请稍候…', en: 'The database is recovering or finishing; please wait…' });
    await sleep(waited < 40 ? 25 : 100);
  }
}

export type Up = { client: pg.Client; running: Running; adopted: boolean };

/** Adopts the running server or starts one, and hands over the superuser's connection to it. */
export async function bringUp(
  place: Place,
  binaries: Binaries,
  conf: string,
  url: (socket: string) => string,
  say: Say,
): Promise<Up> {
  // Three rounds: ours may lose to another program's start, or find a server that was just going down.
  for (let round = 0; round < 3; round++) {
    let launched: Launched | undefined;
    if (!(await runningServer(place.cluster))) {
      writeSettings(place, conf);
      launched = launch(place, binaries);
    }
    try {
      const up = await answers(place, url, launched, say);
      if (up) return { ...up, adopted: up.running.pid !== launched?.pid };
    } catch (error) {
      if (launched?.pid) await shutDown(place.cluster, launched.pid);
      throw error;
    }
  }
  throw problem('database_cannot_start', { why: lastComplaint(place), logs: place.logs });
}

/** Fast shutdown: connections are ended, and everything committed is on disk before the process is gone. */
export async function shutDown(cluster: string, pid: number): Promise<void> {
  if (isOf(cluster, pid) === 'yes') process.kill(pid, 'SIGINT');
  for (let waited = 0; isOf(cluster, pid) === 'yes'; waited++) {
    // A minute is far beyond any checkpoint of an office's data: something holds it that a person has to see.
    if (waited === 60 * 40) throw problem('database_cannot_stop', { pid });
    await sleep(25);
  }
}
