/** Two workers climb at once and are killed by kill −9 again and again: every rung fires exactly once, and none is lost. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { test } from 'node:test';
import { sql } from 'kysely';
import { climb } from '#supervision/supervision.jobs.ts';
import { testCity } from '#test/database.ts';
import { fillClocks, oldLadder } from './fill.ts';

const { city, installation, pass, tx, world } = await testCity();
const CLOCKS = 240;
const ROUNDS = 2;

function climber(): ChildProcess {
  const fixedClock = city.clock.now().toISOString();
  const given = JSON.stringify({ config: { ...installation.config, fixedClock }, many: 40 });
  return spawn(process.execPath, [path.join(import.meta.dirname, 'climber.ts'), given], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Kills it once it has said so many words; one that has nothing more to do ends by itself. */
async function killedAfter(child: ChildProcess, words: number): Promise<void> {
  const ended = once(child, 'exit');
  let said = 0;
  child.stdout!.on('data', (text: Buffer) => {
    said += text.toString().split('\n').length - 1;
    if (said >= words) child.kill('SIGKILL');
  });
  await ended;
}

test('every rung once, across two workers and kill −9', async () => {
  await tx((own) => oldLadder(own, world));
  await tx((own) => fillClocks(own, world, { count: CLOCKS, spreadMinutes: 60, dueInMinutes: 0 }));
  pass({ hours: 6 });
  for (let round = 0; round < ROUNDS; round++)
    await Promise.all([killedAfter(climber(), 3 + 5 * round), killedAfter(climber(), 6 + 3 * round)]);
  await Promise.all([climb(city), climb(city)]);
  const { rows } = await tx((own) =>
    sql<Record<'fired' | 'once' | 'ledger' | 'letters' | 'talks' | 'left' | 'clocks' | 'told' | 'double', number>>`
      select (select count(*)::int from rung_fired) as fired,
             (select count(distinct (clock_id, nth))::int from rung_fired) as once,
             (select count(*)::int from ledger where verb = 'rung.fire') as ledger,
             (select count(distinct fired_id)::int from letter) as letters,
             (select count(distinct fired_id)::int from talk) as talks,
             (select count(*)::int from rung_due) as left,
             (select count(*)::int from clock where kind = 'letter') as clocks,
             (select count(*)::int from message) as told,
             (select count(*)::int from (select from message group by person_id, key having count(*) > 1) x) as double`.execute(
      own,
    ),
  );
  const { told, ...found } = rows[0]!;
  const all = 4 * CLOCKS;
  const expected = {
    fired: all,
    once: all,
    ledger: all,
    letters: CLOCKS,
    talks: CLOCKS,
    left: 0,
    clocks: CLOCKS,
    double: 0,
  };
  assert.deepEqual(found, expected);
  assert.ok(told >= all, `${told} messages`);
});
