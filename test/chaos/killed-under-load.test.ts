/** A city is worked in while its server, its worker and its database are killed, each once: nothing is lost, nothing is done twice. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openOwnPlace } from '#test/own-place.ts';
import { temporaryData } from '#test/server.ts';
import { breachesOf } from './held.ts';
import { chaos } from './rounds.ts';

const CLOCKS = 60;

const { dataDir, remove } = temporaryData();
// A database of its own: it is killed.
const { installation, city, world } = await openOwnPlace(dataDir);
after(async () => {
  await installation.close();
  remove();
});

test('three kills under load: every rung once, no task lost, the ledger verifies', async () => {
  const story = await chaos(installation, city, world!, { rounds: 3, clocks: CLOCKS, clients: 4, seed: 1 });
  assert.deepEqual(breachesOf(story.held), []);
  assert.deepEqual(story.kills, { server: 1, worker: 1, database: 1 });
  assert.equal(story.held.rungs, 3 * CLOCKS);
  assert.ok(story.answered > 0);
});
