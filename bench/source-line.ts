/** The source line of problems with 1,000 signals each, beside a bare count of the same edges; and the plan of its one query. */
import { sql } from 'kysely';
import { loadActor } from '#people/actor.store.ts';
import { transact } from '#platform/city.ts';
import { sourceLineQuery } from '#views/source-line.store.ts';
import { sourceLine } from '#views/source-line.view.ts';
import { fillLines } from './lines-fill.ts';
import { benchPlace, percentile, table } from './place.ts';
import { copySignals, fillSignals } from './signals.ts';

const ROWS = Number(process.env.BENCH_ROWS ?? 2_000_000);
/** Those that come in as they do every day; the others are copies of them. */
const ARRIVED = 100_000;
const REQUESTS = 100;

const place = await benchPlace();
const { city, world } = place;
const load = (id: string) => transact(city, (tx) => loadActor(tx, id));
const seconds = await fillSignals(place, (await load(world.people.dispatcher))!, Math.min(ROWS, ARRIVED));
await copySignals(place, ROWS);
const { full, bare } = await fillLines(place);
const actor = (await load(world.people.office))!;

const timed = async (work: () => Promise<unknown>) => {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
};
const line = (id: string) => () =>
  transact(city, (tx) => sourceLine(tx, actor, { kind: 'problem', id, signals: 'folded' }));
const count = (id: string) => () =>
  transact(city, (tx) =>
    sql`select count(*) from signal_problem where problem_id = ${id} and closed_at is null`.execute(tx),
  );
const again = (ids: string[]) => Array.from({ length: REQUESTS }, (_, i) => ids[i % ids.length]!);
const each = async (ids: string[], work: (id: string) => () => Promise<unknown>) => {
  const times: number[] = [];
  for (const id of ids) times.push(await timed(work(id)));
  return times;
};

const runs: [string, number[]][] = [
  ['whole line, first time', await each(full, line)],
  ['whole line, again', await each(again(full), line)],
  ['signals and problem alone, first time', await each(bare, line)],
  ['signals and problem alone, again', await each(again(bare), line)],
  ['bare count of the same edges', await each(again([...full, ...bare]), count)],
];
table(
  `Source line at ${ROWS.toLocaleString('en')} signals (the first ${ARRIVED.toLocaleString('en')} filled in ${Math.round(seconds)} s), milliseconds`,
  ['what', 'requests', 'median', 'p95', 'most'],
  runs.map(([name, times]) => [
    name,
    times.length,
    ...[0.5, 0.95, 1].map((share) => percentile(times, share).toFixed(1)),
  ]),
);
const plan = await transact(city, (tx) =>
  sql<{
    'QUERY PLAN': string;
  }>`explain (analyze, buffers) ${sourceLineQuery(tx, actor, 'problem', full[0]!, false)}`.execute(tx),
);
process.stdout.write(`\n\`\`\`\n${plan.rows.map((row) => row['QUERY PLAN']).join('\n')}\n\`\`\`\n`);
await place.end();
