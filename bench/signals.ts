/** A year of made-up signals, written as they arrive and merged into the index of search on the way. */
import type { Actor } from '#people/actor.ts';
import { transact } from '#platform/city.ts';
import { newId } from '#platform/ids.ts';
import { type Arrival, contentHash, sourceKeys } from '#signal/arrival.ts';
import { arrive } from '#signal/arrive.actions.ts';
import { mergeIndex } from '#signal/search.store.ts';
import type { Matter } from '#signal/signal.ts';
import type { Place } from './place.ts';
import { writerOf } from './words.ts';

const CHUNK = 1_000;
/** Rows between two merges, as when a large import is merged behind. */
const MERGE_EACH = 20_000;
const YEAR_MS = 365 * 86_400_000;

export const matterList: Matter[] = ['help', 'help', 'help', 'complaint', 'complaint', 'consult', 'suggest', 'praise'];

/** Fills the city up to so many signals, over the year before now; @returns seconds, 0 where they were kept from another run. */
export async function fillSignals({ city, world }: Place, actor: Actor, rows: number): Promise<number> {
  const writer = writerOf(7);
  const begun = performance.now();
  const now = Date.now();
  const { rows: there } = await city.pool.query(`select count(*)::int as n from ${city.schema}.signal_search`);
  for (let start = there[0].n; start < rows; start += CHUNK) {
    const arrivals = Array.from({ length: Math.min(CHUNK, rows - start) }, (_, i): Arrival => {
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
        receivedAt: new Date(now - YEAR_MS + Math.floor(((start + i) / rows) * YEAR_MS)),
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
  if (there[0].n >= rows && looked[0].at) return 0; // kept from another run, merged and analysed
  await transact(city, mergeIndex);
  const client = await city.pool.connect();
  await client.query('set statement_timeout to 0');
  for (const name of ['signal_search', 'signal']) await client.query(`vacuum analyze ${city.schema}.${name}`);
  client.release(true);
  return (performance.now() - begun) / 1_000;
}

/** Copies what is there until the city has so many, without their index of search: for benches that read no words. */
export async function copySignals({ city }: Place, rows: number): Promise<void> {
  const client = await city.pool.connect();
  await client.query(`set statement_timeout to 0; set search_path to ${city.schema}, ext`);
  const own: Record<string, string> = {
    id: 'gen_random_uuid()',
    number: `s.number || '/' || part`,
    source_key: 's.source_key || int4send(part)',
    received_at: `s.received_at + part * interval '1 second'`,
  };
  const { rows: there } = await client.query(
    `select (select count(*)::int from signal) as n, array_agg(column_name::text order by ordinal_position) as columns
       from information_schema.columns where table_schema = $1 and table_name = 'signal'`,
    [city.schema],
  );
  const { n, columns } = there[0] as { n: number; columns: string[] };
  const values = columns.map((name) => own[name] ?? `s.${name}`);
  for (let part = 1; part * n < rows; part += 1) {
    await client.query(`insert into signal (${columns}) select ${values} from signal s cross join (select ${part}::int as part) x
      where s.number not like '%/%' limit ${Math.min(n, rows - part * n)}`);
    process.stderr.write(`\r${((part + 1) * n).toLocaleString('en')} rows`);
  }
  process.stderr.write('\n');
  await client.query('vacuum analyze signal');
  client.release(true);
}
