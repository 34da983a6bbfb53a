/** The server, the worker and the database of a chaos: begun, killed by kill −9, and begun again as a watchdog would. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isOf } from '#platform/embedded/postmaster.ts';

export type Role = 'server' | 'worker';
type Program = { child: ChildProcess; address: string };

export type Programs = {
  /** Where the server answers; it may be gone. */
  address(): string;
  /** Back only after it can be reached. */
  killed(role: Role): Promise<void>;
  databaseKilled(): Promise<void>;
  /** Programs that ended though nobody killed them. They were begun again. */
  endedByThemselves(): number;
  end(): Promise<void>;
};

/** A program that begins while the database is gone gives up: whoever watches over it begins it anew. */
const TRIES = 20;
const PAUSE_MS = 250;

/** @param heard what they write to stderr is shown. */
export async function startPrograms(data: string, heard: boolean): Promise<Programs> {
  const running = new Map<Role, Program>();
  const asked = new Set<Program>();
  let over = false;
  let byThemselves = 0;

  async function keep(role: Role): Promise<void> {
    const program = await start(role, data, heard);
    running.set(role, program);
    program.child.once('exit', () => {
      if (over || asked.has(program)) return;
      byThemselves += 1;
      // Where it cannot begin again the load notices that nobody answers.
      keep(role).catch(() => {});
    });
  }

  async function kill(role: Role): Promise<void> {
    const program = running.get(role)!;
    const { child } = program;
    asked.add(program);
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  await keep('server');
  await keep('worker');
  return {
    address: () => running.get('server')!.address,
    killed: async (role) => {
      await kill(role);
      await keep(role);
    },
    databaseKilled: () => killDatabase(data),
    endedByThemselves: () => byThemselves,
    end: async () => {
      over = true;
      await kill('worker');
      await kill('server');
    },
  };
}

async function start(role: Role, data: string, heard: boolean): Promise<Program> {
  for (let tries = 1; ; tries++) {
    const program = await begin(role, data, heard);
    if (program) return program;
    if (tries === TRIES) throw new Error(`the ${role} ended ${tries} times before it was ready`);
    await sleep(PAUSE_MS);
  }
}

/** @returns nothing where it ended before it was ready. */
function begin(role: Role, data: string, heard: boolean): Promise<Program | undefined> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'program.ts'), role, data], {
    stdio: ['pipe', 'pipe', heard ? 'inherit' : 'ignore'],
  });
  return new Promise((resolve) => {
    child.once('exit', () => resolve(undefined));
    child.stdout!.on('data', (chunk: Buffer) => {
      const [, address] = /^ready ?(.*)$/m.exec(String(chunk)) ?? [];
      if (address !== undefined) resolve({ child, address });
    });
  });
}

/** As soon as there is one: the one before may only just have been killed. Its number is the first line of its own file. */
async function killDatabase(data: string): Promise<void> {
  const cluster = path.join(realpathSync(path.join(data, 'postgres')), 'cluster');
  for (let tries = 0; tries < 1_200; tries++) {
    const pid = numberIn(path.join(cluster, 'postmaster.pid'));
    if (pid && isOf(cluster, pid) !== 'no') {
      process.kill(pid, 'SIGKILL');
      return;
    }
    await sleep(50);
  }
  throw new Error('the database does not come back');
}

function numberIn(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8').split('\n')[0]);
  } catch {
    return undefined;
  }
}
