/** Repeats of one new ticket: the module at 1,000,000 texts, and a server's city of 100,000 living problems. */

import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { cookieName } from '#people/cookie.ts';
import { beginSession } from '#people/session.store.ts';
import { transact } from '#platform/city.ts';
import { newId } from '#platform/ids.ts';
import { makeServer } from '#root/server.ts';
import { nearest } from '#text/nearest/nearest.ts';
import { termsOf } from '#text/nearest/terms.ts';
import { weigh } from '#text/nearest/weights.ts';
import { buildIndex, keepUpIndex, sizeOf } from '#triage/repeat/follow.ts';
import { endThread } from '#triage/repeat/thread.ts';
import { cpu } from './cpu.ts';
import { benchPlace, percentile, table } from './place.ts';
import { ticketsOf } from './tickets.ts';

const TEXTS = Number(process.env.BENCH_TEXTS ?? 1_000_000);
const PROBLEMS = Number(process.env.BENCH_PROBLEMS ?? 100_000);
const ASKED = 500;
const ms = (list: number[], share: number) => percentile(list, share).toFixed(1);
const mb = (bytes: number) => Math.round(bytes / 1e6);

function moduleBench(): void {
  const { ticket, random } = ticketsOf(3, TEXTS / 20);
  const sample = Array.from({ length: 20_000 }, () => termsOf(ticket()));
  const index = nearest(weigh(sample), TEXTS);
  const begun = performance.now();
  let cutting = 0;
  const slots: number[] = [];
  for (let at = 0; at < TEXTS; at++) {
    const words = ticket();
    const from = performance.now();
    const terms = termsOf(words);
    cutting += performance.now() - from;
    slots.push(index.add(terms, at));
  }
  const built = performance.now() - begun;
  const memory = process.memoryUsage();
  const near: number[] = [];
  const added: number[] = [];
  const removed: number[] = [];
  for (let at = 0; at < ASKED; at++) {
    const words = ticket();
    const from = performance.now();
    index.near(termsOf(words), 48);
    near.push(performance.now() - from);
    const slot = slots[random.below(slots.length)]!;
    const change = performance.now();
    index.remove(slot);
    const between = performance.now();
    index.add(termsOf(words), at);
    removed.push(between - change);
    added.push(performance.now() - between);
  }
  table(
    `The module at ${TEXTS.toLocaleString('en')} texts`,
    [
      'built, s',
      'of that cutting words, s',
      'resident, MB',
      'one question, ms: median / p95',
      'add, ms: median / p95',
      'remove, ms: median / p95',
    ],
    [
      [
        Math.round(built / 1_000),
        Math.round(cutting / 1_000),
        mb(memory.rss),
        `${ms(near, 0.5)} / ${ms(near, 0.95)}`,
        `${percentile(added, 0.5).toFixed(3)} / ${percentile(added, 0.95).toFixed(3)}`,
        `${percentile(removed, 0.5).toFixed(3)} / ${percentile(removed, 0.95).toFixed(3)}`,
      ],
    ],
  );
}

const place = await benchPlace();
const { city, world, installation } = place;
const { ticket, random } = ticketsOf(5, PROBLEMS / 10);

/** Problems of one or two signals, straight into the tables: what is measured begins at reading them. */
async function fill(): Promise<void> {
  const { rows } = await city.pool.query(`select id from ${city.schema}.programme_version limit 1`);
  for (let from = 0; from < PROBLEMS; from += 1_000) {
    const list = Array.from({ length: 1_000 }, () => {
      const words = Array.from({ length: random.chance(0.3) ? 2 : 1 }, ticket);
      return {
        id: newId(),
        title: words[0]!.slice(0, 30),
        signals: words.map((one) => ({ id: newId(), edge: newId(), reporter: newId(), words: one })),
      };
    });
    await city.pool.query(
      `with given as (select * from jsonb_to_recordset($1::jsonb) as g(id uuid, title text, signals jsonb)),
        made as (insert into ${city.schema}.problem (id, number, title, statement, urgency, state, programme_version_id, made_by, made_at, changed_at, signal_count)
          select id, 'B' || id, title, '', 'normal', 'open', $2, $3, now(), now(), jsonb_array_length(signals) from given),
        told as (select g.id as problem, s.* from given g, jsonb_to_recordset(g.signals) as s(id uuid, edge uuid, reporter uuid, words text)),
        people as (insert into ${city.schema}.reporter (id, salt) select reporter, '' from told),
        signals as (insert into ${city.schema}.signal (id, number, channel_id, source_key, state, matter, urgency, words, salt, reporter_id, received_at, recorded_at)
          select id, 'B' || id, $4, decode(replace(id::text, '-', ''), 'hex'), 'gathered', 'help', 'normal', words, '', reporter, now(), now() from told)
        insert into ${city.schema}.signal_problem (id, signal_id, problem_id, opened_by, opened_at, reason)
          select edge, id, problem, $3, now(), 'made' from told`,
      [JSON.stringify(list), rows[0].id, world.people.dispatcher, world.channel],
    );
  }
  await city.pool.query(
    `analyze ${city.schema}.problem; analyze ${city.schema}.signal; analyze ${city.schema}.signal_problem`,
  );
}

/** The longest that a timer of the server came late. */
function stalls() {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - 5);
    last = now;
  }, 5);
  return () => {
    clearInterval(timer);
    return longest;
  };
}

async function serverBench(): Promise<void> {
  await fill();
  const app = await makeServer(installation);
  const cookie = await transact(city, (tx) =>
    beginSession(tx, world.people.dispatcher, { source: '127.0.0.1', agent: 'bench' }, true),
  );
  const headers = { 'x-suyuan': '1', cookie: `${cookieName(city.slug)}=${cookie}` };
  const ask = async () => {
    const from = performance.now();
    const reply = await app.inject({
      method: 'POST',
      url: `/c/${city.slug}/api/repeats`,
      headers,
      payload: { words: ticket() },
    });
    if (reply.statusCode !== 200) throw new Error(reply.body);
    return { took: performance.now() - from, found: reply.json().items.length > 0 };
  };
  await ask();
  const before = process.memoryUsage().rss;
  const ended = stalls();
  const begun = performance.now();
  await buildIndex(city);
  const built = performance.now() - begun;
  const stalled = ended();
  const after = process.memoryUsage().rss;
  const times: number[] = [];
  let found = 0;
  const asking = stalls();
  const used = await cpu(city.pool);
  for (let at = 0; at < ASKED; at++) {
    const one = await ask();
    times.push(one.took);
    if (one.found) found++;
    if (at % 50 === 49) await sleep(10);
  }
  const late = asking();
  const more = await cpu(city.pool);
  const each = (of: 'node' | 'postgres') => ((1_000 * (more[of] - used[of])) / ASKED).toFixed(1);
  const from = performance.now();
  await keepUpIndex(city);
  const kept = performance.now() - from;
  const { problems, texts } = sizeOf(city)!;
  table(
    `In the server: ${problems.toLocaleString('en')} living problems, ${texts.toLocaleString('en')} texts kept`,
    [
      'built, s',
      'longest stall while building, ms',
      'memory more, MB',
      'one new ticket over HTTP, ms: median / p95',
      'of CPU in node and PostgreSQL, ms a question',
      'longest stall while asked, ms',
      'found something',
      'one look at the ledger, ms',
    ],
    [
      [
        (built / 1_000).toFixed(1),
        Math.round(stalled),
        mb(after - before),
        `${ms(times, 0.5)} / ${ms(times, 0.95)}`,
        `${each('node')} and ${each('postgres')}`,
        Math.round(late),
        `${Math.round((100 * found) / ASKED)} %`,
        kept.toFixed(1),
      ],
    ],
  );
  await app.close();
}

await serverBench();
await endThread();
await place.end();
moduleBench();
