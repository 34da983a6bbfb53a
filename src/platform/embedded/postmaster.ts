/** Whether a server runs on a cluster, told from what a killed one left behind. Reads postmaster.pid and /proc. */
import { readdirSync, readFileSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { problem } from '#platform/problem.ts';

/** A server that runs; `ready` while it takes connections; `socket` is the folder of its socket, empty at first. */
export type Running = { pid: number; socket: string; ready: boolean };

/** postmaster.pid: line 1 the number, 5 the socket's folder, 8 the state (PostgreSQL's pidfile.h, since 10). */
function readPidFile(cluster: string): Running | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), socket: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Whether process `pid` is a PostgreSQL of this cluster: servers and their backends work in its folder. */
export function isOf(cluster: string, pid: number): 'yes' | 'no' | 'unknown' {
  try {
    // comm stands in parentheses and may hold any character; the state follows the last one. Z: dead, not yet buried.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    if (!/\(postgres[^)]*\) [^ZX]/.test(stat)) return 'no';
    return readlinkSync(`/proc/${pid}/cwd`) === cluster ? 'yes' : 'no';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EACCES' && code !== 'EPERM') return 'no';
  }
  // Another user's process cannot be a server here: PostgreSQL runs only as the owner of its folder.
  return statSync(`/proc/${pid}`, { throwIfNoEntry: false })?.uid === statSync(cluster).uid ? 'unknown' : 'no';
}

/** A socket somebody listens at proves a server, also one in a container whose process we do not see. */
const listens = (path: string) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

/** Processes of a cluster whose postmaster is dead. */
const leftovers = (cluster: string): number[] =>
  readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && isOf(cluster, pid) === 'yes');

const signal = (pid: number, name: NodeJS.Signals) => {
  try {
    process.kill(pid, name);
  } catch {
    // It ended by itself meanwhile.
  }
};

/** Ends what a killed postmaster left running: no new server may start while one of them holds its memory. */
async function clearLeftovers(cluster: string, deadPid: number): Promise<void> {
  for (let tenth = 0; tenth < 100; tenth++) {
    const left = leftovers(cluster);
    // Another number in the file: another program has started a server, and these are its processes.
    if (left.length === 0 || readPidFile(cluster)?.pid !== deadPid) return;
    // They notice the death themselves within moments; one in a long query is told after a second, ended after five.
    if (tenth >= 10) for (const pid of left) signal(pid, tenth < 50 ? 'SIGQUIT' : 'SIGKILL');
    await sleep(100);
  }
}

/** The server of this cluster, if one runs. Otherwise removes what would keep the next from starting. */
export async function runningServer(cluster: string): Promise<Running | undefined> {
  const found = readPidFile(cluster);
  if (!found) return undefined;
  const { pid, socket } = found;
  const ours = isOf(cluster, pid);
  if (ours === 'yes') return found;
  const socketFile = join(socket, '.s.PGSQL.5432');
  if (socket && (await listens(socketFile))) return found;
  if (ours === 'unknown') throw problem('database_pid_unclear', { pid, path: join(cluster, 'postmaster.pid') });
  await clearLeftovers(cluster, pid);
  // Read again: another program may have started a server while we looked.
  if (readPidFile(cluster)?.pid !== pid) return runningServer(cluster);
  rmSync(join(cluster, 'postmaster.pid'), { force: true });
  if (socket) rmSync(`${socketFile}.lock`, { force: true });
  return undefined;
}
