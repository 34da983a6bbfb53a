/** Rounds of a city under load in which the server, the worker or the database is killed by kill −9 at a random moment. */
import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { World } from '#db/world.ts';
import { randomFrom } from '#demo/random.ts';
import { type City, transact } from '#platform/city.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import type { Installation } from '#root/install.ts';
import { insertLadder } from '#supervision/ladder.store.ts';
import type { Rung } from '#supervision/ladder.ts';
import { fillClocks } from '#test/stories/ladder/fill.ts';
import { type Held, held } from './held.ts';
import { type Done, startLoad } from './load.ts';
import { startPrograms } from './programs.ts';

const rung = (at: number, action: Rung['action']): Rung => ({
  ...{ light: 'red', measure: 'after', at, action, up: 0, graceHours: 0, answerDays: 3 },
});
const rungs = [rung(0, 'remind'), rung(0.002, 'tell'), rung(0.004, 'letter')];

/** `clocks` come due while the rounds last, about six seconds each. */
export type Chaos = { rounds: number; clocks: number; clients: number; seed: number; say?(words: string): void };
export type Kills = Record<'server' | 'worker' | 'database', number>;
export type Story = { held: Held; kills: Kills; answered: number; tries: number; seconds: number };

/** @throws where a request is refused that should not be, or nobody answers any more. */
export async function chaos(installation: Installation, city: City, world: World, of: Chaos): Promise<Story> {
  const data = installation.config.dataDir;
  const random = randomFrom(of.seed);
  // Nobody cuts the machine's power, and a database that waits for no disk is back in a tenth of the time.
  appendFileSync(path.join(data, 'postgres/cluster/postgresql.auto.conf'), "fsync = 'off'\n");
  await transact(city, (tx) => fill(tx, world, of));
  const programs = await startPrograms(data, of.say !== undefined);
  const load = await startLoad(city, world, of.clients, programs.address);
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1_000;
  const kills: Kills = { server: 0, worker: 0, database: 0 };
  const victims = [
    ['server'],
    ['worker'],
    ['database'],
    ['server', 'worker'],
    ['server', 'worker', 'database'],
  ] as const;
  try {
    for (let round = 0; round < of.rounds; round++) {
      await load.answers(1 + random.below(15));
      await sleep(random.below(100));
      // The first rounds take each once; then it is by lot.
      const victim: readonly (keyof Kills)[] = victims[round < 3 ? round : random.below(victims.length)]!;
      if (victim.includes('database')) await programs.databaseKilled();
      for (const role of ['server', 'worker'] as const) if (victim.includes(role)) await programs.killed(role);
      for (const one of victim) kills[one] += 1;
      if ((round + 1) % 10 === 0) of.say?.(soFar(round + 1, of.rounds, kills, load.done, seconds()));
    }
    await load.answers(1);
    await load.stop();
  } finally {
    load.abandon();
    await programs.end();
  }
  of.say?.('all has been answered; counting');
  const found = await held(installation, city, load.done, rungs.length);
  const ended = { 'programs that ended by themselves': programs.endedByThemselves() };
  return {
    held: { ...ended, ...found },
    kills,
    answered: answeredOf(load.done),
    tries: load.done.tries,
    seconds: seconds(),
  };
}

/** Problems of two units whose limits end while the rounds last, and a ladder for them. */
async function fill(tx: Tx, world: World, { rounds, clocks }: Chaos): Promise<void> {
  const id = newId();
  const made = { id, kind: 'problem' as const, limitName: 'handle', name: '办结督办', reason: '试验' };
  await insertLadder(tx, { ...made, rungs, fallbackId: world.people.dispatcher, by: world.people.office });
  await sql`update ladder set valid_from = '2020-01-01' where id = ${id}`.execute(tx);
  await fillClocks(tx, world, { count: clocks, spreadMinutes: rounds / 10, dueInMinutes: 0 });
}

const answeredOf = ({ signals, problems, decisions }: Done) => signals.length + problems.length + decisions.length;

function soFar(round: number, rounds: number, kills: Kills, done: Done, seconds: number): string {
  const killed = Object.entries(kills).map(([name, times]) => `${name} ${times}`);
  return `round ${round} of ${rounds}: killed ${killed.join(', ')}; ${answeredOf(done)} answered, ${done.tries} sent again, ${Math.round(seconds)} s`;
}
