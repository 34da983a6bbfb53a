/** A notice that gives 40,000 people a task: until every task, clock and message is there, and what the desk answers meanwhile. */
import assert from 'node:assert/strict';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { cookieName } from '#people/cookie.ts';
import { beginSession } from '#people/session.store.ts';
import { transact } from '#platform/city.ts';
import { newId } from '#platform/ids.ts';
import { giveChunk } from '#procedure/procedure.jobs.ts';
import { makeServer } from '#root/server.ts';
import { benchPlace, percentile, table } from './place.ts';

const PERSONS = Number(process.env.BENCH_PERSONS ?? 39_900);
const LANES = [1, 2];
/** A clerk looks at something every so often. */
const LOOK_MS = 50;

const place = await benchPlace();
const { city, installation, world } = place;
const app = await makeServer(installation);
const { head, dispatcher, clerk } = world.people;

await transact(city, async (tx) => {
  await sql`with made as (insert into person (id, name, salt)
      select gen_random_uuid(), '人员' || n, decode(md5(n::text), 'hex') from generate_series(1, ${PERSONS}) n returning id)
    insert into post (id, person_id, role_code, role_sort, unit_id, valid_from)
    select gen_random_uuid(), id, 'official', 'business', ${world.units.urban}, '2026-01-01' from made`.execute(tx);
});

/** Calls the API as this person. */
async function signedIn(personId: string) {
  const session = await transact(city, (tx) =>
    beginSession(tx, personId, { source: '127.0.0.1', agent: 'bench' }, true),
  );
  const headers = { 'x-suyuan': '1', cookie: `${cookieName(city.slug)}=${session}` };
  return async (method: 'GET' | 'POST', path: string, payload?: object) => {
    const url = `/c/${city.slug}/api${path}`;
    const reply = await app.inject({ method, url, headers, ...(payload && { payload }) });
    assert.equal(reply.statusCode, 200, reply.body);
    return reply.json();
  };
}
const send = await signedIn(head);
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

/** A notice to the whole unit, issued and started. */
async function started(): Promise<string> {
  const [procedureId, run] = [newId(), newId()];
  const step = {
    ...{ key: 'all', title: '按通知办理', words: '', who: 'listed', roleCode: null, personId: null },
    ...{ place: 'thing', unitId: null, unitOfTime: 'working_day', budget: 3, evidenceAsked: '', after: [] },
    feedback: { rule: 'handed_in', files: false },
  };
  await send('POST', '/procedures', {
    ...{ id: procedureId, unitId: world.units.urban, name: '通知交办', words: '' },
    ...{ responsibleId: head, secondId: clerk, steps: [step] },
  });
  const { id, version } = (await send('GET', `/procedures/${procedureId}`)).versions[0];
  await send('POST', `/procedure-versions/${id}/issue`, {
    id: newId(),
    version,
    from: today,
    to: null,
    reason: '量一量',
  });
  const audience = { units: [world.units.urban], below: true, roles: [], persons: [] };
  await send('POST', '/runs', { id: run, procedureId, about: null, reason: '量一量', audience });
  return run;
}

async function looking(done: Promise<unknown>): Promise<number[]> {
  const look = await signedIn(dispatcher);
  const times: number[] = [];
  let over = false;
  void done.finally(() => {
    over = true;
  });
  while (!over) {
    const from = performance.now();
    await look('GET', '/my-work?tab=todo');
    times.push(performance.now() - from);
    await sleep(LOOK_MS);
  }
  return times;
}

const begun = performance.now();
const run = await started();
const lane = async (n: number) => {
  while ((await giveChunk(city, run, n)) > 0);
};
const all = Promise.all(LANES.map(lane));
const times = await looking(all);
await all;
const took = (performance.now() - begun) / 1000;
const there = await transact(city, async (tx) => {
  const { rows } = await sql<{ tasks: number; clocks: number; messages: number }>`
    select (select count(*)::int from task where run_id = ${run}) as tasks,
           (select count(distinct c.thing)::int from clock c join task t on t.id = c.thing where t.run_id = ${run} and c.stopped_at is null) as clocks,
           (select count(distinct person_id)::int from message) as messages`.execute(tx);
  return rows[0]!;
});
assert.ok(
  there.tasks >= PERSONS && there.clocks === there.tasks && there.messages === there.tasks,
  JSON.stringify(there),
);
table(
  'One notice to many',
  ['Persons', 'Tasks, clocks, messages', 'Seconds', 'Desk p50 (ms)', 'p95 (ms)'],
  [[PERSONS, there.tasks, took.toFixed(1), percentile(times, 0.5).toFixed(0), percentile(times, 0.95).toFixed(0)]],
);
await app.close();
await place.end();
