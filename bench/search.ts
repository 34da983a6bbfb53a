/** List and search at a million signals: 200 queries over rare, middling and frequent words with filters, first page and the 100th. */
import { loadActor } from '#people/actor.store.ts';
import { transact } from '#platform/city.ts';
import { countSignals } from '#signal/find.store.ts';
import type { SignalQuery } from '#signal/signal.api.ts';
import { listSignals } from '#signal/signal.store.ts';
import { benchPlace, percentile, table } from './place.ts';
import { fillSignals, matterList } from './signals.ts';
import { writerOf } from './words.ts';

const ROWS = Number(process.env.BENCH_ROWS ?? 1_000_000);
const QUERIES = Number(process.env.BENCH_QUERIES ?? 200);
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
const seconds = await fillSignals(place, actor, ROWS);
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
