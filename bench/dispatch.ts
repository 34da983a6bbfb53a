/** Fifty dispatchers at one queue of 500 over HTTP: how long the next case takes, and that none is given twice and none is lost. */
import assert from 'node:assert/strict';
import { performance } from 'node:perf_hooks';
import { program } from '#people/actor.ts';
import { cookieName } from '#people/cookie.ts';
import { makePerson } from '#people/person.actions.ts';
import { personInput } from '#people/person.api.ts';
import { grantPost } from '#people/post.actions.ts';
import { grantInput } from '#people/post.api.ts';
import { beginSession } from '#people/session.store.ts';
import { transact } from '#platform/city.ts';
import { newId } from '#platform/ids.ts';
import { makeServer } from '#root/server.ts';
import { benchPlace, percentile, table } from './place.ts';

const TAKERS = Number(process.env.BENCH_TAKERS ?? 50);
const CASES = Number(process.env.BENCH_CASES ?? 500);

const place = await benchPlace();
const { city, installation, world } = place;
const app = await makeServer(installation);

type Send = (path: string, payload: object) => Promise<ReturnType<typeof JSON.parse>>;

/** Somebody with this post, signed in. */
async function signedIn(role: string): Promise<Send> {
  const cookie = await transact(city, async (tx) => {
    const personId = newId();
    await makePerson(tx, program, personInput.parse({ id: personId, name: role }));
    await grantPost(tx, program, grantInput.parse({ id: newId(), personId, role, unitId: world.units.hotline }));
    return beginSession(tx, personId, { source: '127.0.0.1', agent: 'bench' }, true);
  });
  const headers = { 'x-suyuan': '1', cookie: `${cookieName(city.slug)}=${cookie}` };
  return async (path, payload) => {
    const reply = await app.inject({ method: 'POST', url: `/c/${city.slug}/api${path}`, headers, payload });
    assert.equal(reply.statusCode, 200, reply.body);
    return reply.json();
  };
}

const enter = await signedIn('call_taker');
for (let n = 0; n < CASES; n += 1)
  await enter('/signals/desk', { id: newId(), channelId: world.channel, words: `路面破损 ${n}`, matter: 'help' });
const takers: Send[] = [];
for (let n = 0; n < TAKERS; n += 1) takers.push(await signedIn('dispatcher'));

const given: string[] = [];
const times: number[] = [];
const begun = performance.now();
await Promise.all(
  takers.map(async (send) => {
    for (;;) {
      const from = performance.now();
      const { item } = await send('/dispatch/next', { kind: 'signal' });
      times.push(performance.now() - from);
      if (!item) return;
      given.push(item.id);
      const told = { kind: 'answered', code: 'explained', words: '已答复' };
      await send(`/signals/${item.id}/dispositions`, { id: newId(), version: 1, ...told });
    }
  }),
);
const took = (performance.now() - begun) / 1000;
assert.equal(new Set(given).size, given.length, 'no case was given twice');
assert.equal(given.length, CASES, 'none was lost');
table(
  'Dispatchers on one queue',
  ['Dispatchers', 'Cases', 'Given twice', 'Seconds', 'Next case p50 (ms)', 'p95 (ms)'],
  [[TAKERS, CASES, 0, took.toFixed(1), percentile(times, 0.5).toFixed(0), percentile(times, 0.95).toFixed(0)]],
);
await app.close();
await place.end();
