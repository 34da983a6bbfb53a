/** Rounds of a city under load in which the server, the worker or the database is killed by kill −9 at a random moment. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { World } from '#db/world.ts';
import { randomFrom } from '#demo/random.ts';
import { type City, transact } from '#platform/city.ts';
import { newId } from '#platform/ids.ts';
import type { Installation } from '#root/install.ts';
import { insertLadder } from '#supervision/ladder.store.ts';
import type { Rung } from '#supervision/ladder.ts';
import { fillClocks } from '#test/stories/ladder/fill.ts';
import { type Held, held } from './held.ts';
import { startLoad } from './load.ts';

type Role = 'server' | 'worker';
type Program = { child: ChildProcess; address: string };

async function start(role: Role, data: string): Promise<Program> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'program.ts'), role, data], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(`the ${role} ended before it was ready`)));
    child.stdout!.on('data', (chunk: Buffer) => {
      const [, address] = /^ready ?(.*)$/m.exec(String(chunk)) ?? [];
      if (address !== undefined) resolve({ child, address });
    });
  });
}

/** The number stands in the first line of PostgreSQL's own file. */
const databasePid = (data: string) =>
  Number(readFileSync(path.join(data, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0]);

const rung = (at: number, action: Rung['action']): Rung => ({
  ...{ light: 'red', measure: 'after', at, action, up: 0, graceHours: 0, answerDays: 3 },
});
const rungs = [rung(0, 'remind'), rung(0.002, 'tell'), rung(0.004, 'letter')];

/** `clocks` come due while the rounds last, about two seconds each. */
export type Chaos = { rounds: number; clocks: number; clients: number; seed: number; say?(words: string): void };
export type Story = { held: Held; kills: Record<string, number>; answered: number; tries: number; seconds: number };

export async function chaos(installation: Installation, city: City, world: World, of: Chaos): Promise<Story> {
  const data = installation.config.dataDir;
  const random = randomFrom(of.seed);
  // Nobody cuts the machine's power, and a database that waits for no disk is back in a tenth of the time.
  appendFileSync(path.join(data, 'postgres/cluster/postgresql.auto.conf'), "fsync = 'off'\n");
  await transact(city, async (tx) => {
    const id = newId();
    const made = { id, kind: 'problem' as const, limitName: 'handle', name: '办结督办', reason: '试验' };
    await insertLadder(tx, { ...made, rungs, fallbackId: world.people.dispatcher, by: world.people.office });
    await sql`update ladder set valid_from = '2020-01-01' where id = ${id}`.execute(tx);
    await fillClocks(tx, world, { count: of.clocks, spreadMinutes: of.rounds / 30, dueInMinutes: 0 });
  });
  const programs = { server: await start('server', data), worker: await start('worker', data) };
  const load = await startLoad(city, world, of.clients, () => programs.server.address);
  const began = performance.now();
  const kills: Record<string, number> = { server: 0, worker: 0, database: 0 };
  const victims = [['server'], ['worker'], ['database'], ['server', 'worker'], ['server', 'worker', 'database']];
  const end = async (role: Role) => {
    const { child } = programs[role];
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  for (let round = 0; round < of.rounds; round++) {
    await sleep(200 + random.below(1_000));
    // The first rounds take each once; then it is by lot.
    const victim = victims[round < 3 ? round : random.below(victims.length)]!;
    if (victim.includes('database')) process.kill(databasePid(data), 'SIGKILL');
    for (const role of ['server', 'worker'] as const)
      if (victim.includes(role)) {
        await end(role);
        programs[role] = await start(role, data);
      }
    for (const one of victim) kills[one]! += 1;
    of.say?.(
      `round ${round + 1}: ${victim.join(', ')}; ${load.done.decisions.length} decisions, ${load.done.tries} sent again`,
    );
  }
  await sleep(500);
  await load.stop();
  await end('worker');
  await end('server');
  of.say?.('all has been answered; counting');
  const { done } = load;
  const answered = done.signals.length + done.problems.length + done.decisions.length;
  const found = await held(installation, city, done, rungs.length);
  return { held: found, kills, answered, tries: done.tries, seconds: (performance.now() - began) / 1_000 };
}
