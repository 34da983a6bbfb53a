/** Whichever way the search takes, its pages and counts are what reading every signal would give, in the same order. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { randomFrom } from '#demo/random.ts';
import { loadActor } from '#people/actor.store.ts';
import { newId } from '#platform/ids.ts';
import { type Arrival, contentHash, sourceKeys } from '#signal/arrival.ts';
import { arrive } from '#signal/arrive.actions.ts';
import { countSignals } from '#signal/find.store.ts';
import type { SignalQuery } from '#signal/signal.api.ts';
import { listSignals } from '#signal/signal.store.ts';
import type { Matter } from '#signal/signal.ts';
import { testCity } from '#test/database.ts';
import { stepsOf } from '#test/steps.ts';
import { recheck, searchTerms } from '#text/words.ts';

const story = await testCity();
const { city, world, tx } = story;
const { ok, signal } = stepsOf(story);
const actor = (await tx((open) => loadActor(open, world.people.dispatcher)))!;

/** Common words, rare ones, and longer ones whose pairs of characters also stand apart. */
const vocabulary = ['道路', '噪音', '停水', '路灯', '积水', '停水路', '扰民噪音', '水路', '东湾', 'wifi', '12路'];
const matters: Matter[] = ['help', 'complaint', 'consult', 'praise'];
const DAY_MS = 86_400_000;
/** Some two and a half years up to the story's day, some of it on the very edge of a month. */
const edges = ['2026-01-31T16:00:00Z', '2026-01-31T15:59:59Z', '2025-12-31T23:59:59Z', '2026-01-01T00:00:00Z'];

const random = randomFrom(7);
const now = city.clock.now().getTime();

const signals = Array.from({ length: 700 }, (_, i) => {
  const words = Array.from(
    { length: 1 + random.below(4) },
    () => vocabulary[random.below(1 + random.below(vocabulary.length))],
  ).join('，');
  const receivedAt =
    i < 60 ? new Date(random.pick(edges)) : new Date(now - random.below(900) * DAY_MS - random.below(DAY_MS));
  return { id: newId(), words, receivedAt, matter: random.pick(matters.slice(0, 1 + random.below(4))) };
});

async function write(some: typeof signals): Promise<void> {
  const arrivals = some.map(({ id, ...signal }): Arrival => {
    const rest = {
      ...{ channelId: world.channel, sourceNumber: null, urgency: 'normal' as const, secret: false, wantsReply: true },
      ...{ title: null, place: null, areaId: null, category: null, extra: {}, saidAt: null, disposition: null },
      ...{ ...signal, reporter: { name: '', phone: '', idNumber: '', address: '' } },
    };
    return { ...rest, id, sourceKey: sourceKeys.id(id), rowHash: contentHash(city.keys, rest), importId: null };
  });
  await tx((open) => arrive(open, actor, arrivals));
}

type Filter = Pick<SignalQuery, 'q' | 'matter' | 'urgency' | 'channelId' | 'from' | 'to'>;

/** What reading all of them gives. */
function naive({ q, matter, urgency, channelId, from, to }: Filter): string[] {
  const begin = from ? Date.parse(`${from}T00:00:00+08:00`) : Number.NEGATIVE_INFINITY;
  const end = to ? Date.parse(`${to}T00:00:00+08:00`) + DAY_MS : Number.POSITIVE_INFINITY;
  const terms = searchTerms(q!);
  return signals
    .filter((one) => recheck(one.words, terms) && (!matter || one.matter === matter))
    .filter(() => (!urgency || urgency === 'normal') && (!channelId || channelId === world.channel))
    .filter((one) => begin <= one.receivedAt.getTime() && one.receivedAt.getTime() < end)
    .sort((a, b) => b.receivedAt.getTime() - a.receivedAt.getTime() || (a.id < b.id ? 1 : -1))
    .map((one) => one.id);
}

/** All pages, one after the other. */
async function pages(filter: Filter, limit: number): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const { rows, next } = await tx((open) => listSignals(open, actor, { ...filter, limit, cursor }));
    ids.push(...rows.map((row) => row.id));
    if (!next) return ids;
    cursor = next;
  }
}

const day = fc.integer({ min: 0, max: 950 }).map((ago) => new Date(now - ago * DAY_MS).toISOString().slice(0, 10));
const filters = fc.record(
  {
    q: fc.oneof(
      fc.constantFrom(...vocabulary),
      fc.tuple(fc.constantFrom(...vocabulary), fc.constantFrom(...vocabulary)).map((two) => two.join(' ')),
    ),
    matter: fc.constantFrom(...matters),
    urgency: fc.constantFrom('normal' as const, 'urgent' as const),
    channelId: fc.constant(world.channel),
    from: fc.oneof(day, fc.constant('2026-02-01')),
    to: fc.oneof(day, fc.constant('2026-01-31')),
  },
  { requiredKeys: ['q'] },
);

async function holds(runs: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(filters, fc.constantFrom(1, 3, 50), async (filter, limit) => {
      const expected = naive(filter);
      const first = expected.slice(0, 40 * limit);
      assert.deepEqual(
        (await pages(filter, limit === 1 ? 7 : limit)).slice(0, first.length),
        first,
        JSON.stringify(filter),
      );
      assert.deepEqual(await tx((open) => countSignals(open, actor, filter)), { count: expected.length, more: false });
    }),
    { numRuns: runs },
  );
}

test('before the database knows how frequent words are', { timeout: 60_000 }, async () => {
  await write(signals);
  await holds(25);
});

test('and when it knows: frequent words are walked for, others collected, the latest months first', {
  timeout: 60_000,
}, async () => {
  await city.pool.query(`analyze ${city.schema}.signal_search`);
  story.pass({ hours: 1 }); // statistics are read every few minutes
  await holds(50);
});

test('a ticket divided in two is found by what each of them says and is about', async () => {
  const id = await signal('井盖松动', { matter: 'help' });
  const { version } = await ok('dispatcher', 'GET', `/signals/${id}`);
  const newOne = newId();
  await ok('dispatcher', 'POST', `/signals/${id}/divisions`, {
    ...{
      id: newId(),
      version,
      newId: newOne,
      title: '井盖松动待修',
      newTitle: '夜间施工扰人',
      matter: 'complaint',
      reason: '两件事',
    },
  });
  const found = async (filter: Filter) => {
    const ids = await pages(filter, 50);
    assert.equal((await tx((open) => countSignals(open, actor, filter))).count, ids.length);
    return ids.filter((one) => one === id || one === newOne);
  };
  assert.deepEqual(await found({ q: '待修' }), [id]);
  assert.deepEqual(await found({ q: '夜间施工' }), [newOne]);
  assert.deepEqual(await found({ q: '井盖', matter: 'complaint' }), [newOne]);
  assert.deepEqual(await found({ q: '井盖', matter: 'help' }), [id]);
});
