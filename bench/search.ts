/** List and search at a million signals: 200 queries over rare, middling and frequent words with filters, first page and the 100th. */
import { loadActor } from '#people/actor.store.ts';
import type { Actor } from '#people/actor.ts';
import { transact } from '#platform/city.ts';
import { newId } from '#platform/ids.ts';
import { type Arrival, contentHash, sourceKeys } from '#signal/arrival.ts';
import { arrive } from '#signal/arrive.actions.ts';
import { countSignals } from '#signal/find.store.ts';
import { mergeIndex } from '#signal/search.store.ts';
import type { SignalQuery } from '#signal/signal.api.ts';
import { listSignals } from '#signal/signal.store.ts';
import type { Matter } from '#signal/signal.ts';
import { benchPlace, type Place, percentile, table } from './place.ts';
import { writerOf } from './words.ts';

const ROWS = Number(process.env.BENCH_ROWS ?? 1_000_000);
const QUERIES = Number(process.env.BENCH_QUERIES ?? 200);
const CHUNK = 1_000;
/** Rows between two merges, as when a large import is merged behind. */
const MERGE_EACH = 20_000;
const YEAR_MS = 365 * 86_400_000;

const matterList: Matter[] = ['help', 'help', 'help', 'complaint', 'complaint', 'consult', 'suggest', 'praise'];

async function fill({ city, world }: Place, actor: Actor): Promise<number> {
  const writer = writerOf(7);
  const begun = performance.now();
  const now = Date.now();
  const { rows: there } = await city.pool.query(`select count(*)::int as n from ${city.schema}.signal_search`);
  for (let start = there[0].n; start < ROWS; start += CHUNK) {
    const arrivals = Array.from({ length: Math.min(CHUNK, ROWS - start) }, (_, i): Arrival => {
      const id = newId();
      const rest = {
        channelId: world.channel,
        sourceNumber: `B${start + i}`,
        matter: writer.random.pick(matterList),
        urgency: 'normal' as const,
        secret: false,
        wantsReply: true,
        title: null,
        words: writer.message(200),
        place: null,
        areaId: null,
        category: null,
        extra: {},
        reporter: { name: '', phone: '', idNumber: '', address: '' },
        saidAt: null,
        receivedAt: new Date(now - YEAR_MS + Math.floor(((start + i) / ROWS) * YEAR_MS)),
        disposition: null,
      };
      return { ...rest, id, sourceKey: sourceKeys.id(id), rowHash: contentHash(city.keys, rest), importId: null };
    });
    await transact(city, (tx) => arrive(tx, actor, arrivals));
    if (start % MERGE_EACH === 0) {
      await transact(city, mergeIndex);
      process.stderr.write(`\r${start.toLocaleString('en')} rows`);
    }
  }
  process.stderr.write('\n');
  const { rows: looked } = await city.pool.query(
    `select last_analyze is not null as at from pg_stat_user_tables where schemaname = $1 and relname = 'signal'`,
    [city.schema],
  );
  if (there[0].n >= ROWS && looked[0].at) return 0; // kept from another run, merged and analysed
  await transact(city, mergeIndex);
  const client = await city.pool.connect();
  await client.query('set statement_timeout to 0');
  for (const name of ['signal_search', 'signal']) await client.query(`vacuum analyze ${city.schema}.${name}`);
  client.release(true);
  return (performance.now() - begun) / 1_000;
}

/** By rank: the commonest 40, the middle, and words that few messages hold; every third with a filter, every fifth two words. */
function queries(): { name: string; query: SignalQuery }[] {
  const writer = writerOf(11);
  const kinds = [
    ['frequent', 0, 40],
    ['middling', 40, 1_000],
    ['rare', 1_000, 20_000],
  ] as const;
  return Array.from({ length: QUERIES }, (_, i) => {
    const [name, from, to] = kinds[i % 3]!;
    const word = () => writer.word(from + writer.random.below(to - from));
    const q = i % 5 === 4 ? `${word()} ${writer.word(writer.random.below(40))}` : word();
    const filter =
      i % 3 === 1
        ? { matter: writer.random.pick(matterList) }
        : i % 7 === 3
          ? { from: '2026-03-01', to: '2026-10-31' }
          : {};
    return { name: `${name}${Object.keys(filter).length > 0 ? ' + filter' : ''}`, query: { q, limit: 50, ...filter } };
  });
}

const place = await benchPlace();
const { city, world } = place;
const actor = (await transact(city, (tx) => loadActor(tx, world.people.dispatcher)))!;
const seconds = await fill(place, actor);
const timed = async (work: () => Promise<unknown>) => {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
};
const times = new Map<string, { first: number[]; deep: number[]; count: number[] }>();
for (const { name, query } of queries()) {
  const kept = times.get(name) ?? { first: [], deep: [], count: [] };
  times.set(name, kept);
  kept.first.push(await timed(() => transact(city, (tx) => listSignals(tx, actor, query))));
  kept.count.push(await timed(() => transact(city, (tx) => countSignals(tx, actor, query))));
  let cursor: string | undefined;
  // The 99 pages of 50 before it, walked in larger steps: the cursor is the same.
  for (let step = 0; step < 25; step++) {
    const { next } = await transact(city, (tx) => listSignals(tx, actor, { ...query, limit: 198, cursor }));
    if (!next) break;
    cursor = next;
  }
  kept.deep.push(await timed(() => transact(city, (tx) => listSignals(tx, actor, { ...query, cursor }))));
}
const plain: number[] = [];
let cursor: string | undefined;
for (let page = 0; page < 100; page++) {
  plain.push(
    await timed(async () => {
      const { next } = await transact(city, (tx) => listSignals(tx, actor, { cursor, limit: 50 }));
      cursor = next ?? undefined;
    }),
  );
}
const ms = (list: number[], share: number) => percentile(list, share).toFixed(1);
const all = {
  first: [...times.values()].flatMap((t) => t.first),
  deep: [...times.values()].flatMap((t) => t.deep),
  count: [...times.values()].flatMap((t) => t.count),
};
table(
  `Search at ${ROWS.toLocaleString('en')} signals (filled and merged in ${Math.round(seconds)} s), milliseconds`,
  [
    'words',
    'queries',
    'first page median',
    'first page p95',
    'after 99 × next median',
    'after 99 × next p95',
    'count p95',
  ],
  [...[...times].sort(), ['all', all] as const].map(([name, t]) => [
    name,
    t.first.length,
    ms(t.first, 0.5),
    ms(t.first, 0.95),
    ms(t.deep, 0.5),
    ms(t.deep, 0.95),
    ms(t.count, 0.95),
  ]),
);
table('List without words, 100 pages of 50', ['median', 'p95'], [[ms(plain, 0.5), ms(plain, 0.95)]]);
await place.end();
