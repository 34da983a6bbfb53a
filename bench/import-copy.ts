/** The same rows by COPY into tables with the same indexes, by bare pg: as fast as a client can be without the program. */
import pg from 'pg';
import type { Place } from './place.ts';

const tables = {
  signal: 'select * from signal where channel_id = $channel',
  reporter: 'select r.* from reporter r join signal s on s.reporter_id = r.id where s.channel_id = $channel',
  signal_key: 'select k.* from signal_key k join signal s on s.id = k.signal_id where s.channel_id = $channel',
  signal_search: 'select x.* from signal_search x join signal s on s.id = x.signal_id where s.channel_id = $channel',
};

/** What `pg` knows of COPY and its types do not say. */
type Wire = { query(text: string): void; sendCopyFromChunk(chunk: Buffer): void; endCopyFrom(): void };
type Copy = Record<string, (...args: never[]) => void>;

function copy(
  client: pg.Client,
  text: string,
  on: { data?: (chunk: Buffer) => void; ready?: (wire: Wire) => void },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const query: Copy = {
      submit: (wire: Wire) => wire.query(text),
      handleCopyInResponse: (wire: Wire) => on.ready?.(wire),
      handleCopyData: ({ chunk }: { chunk: Buffer }) => on.data?.(chunk),
      handleCommandComplete: () => {},
      handleReadyForQuery: () => resolve(),
      handleError: (error: Error) => reject(error),
    };
    client.query(query as unknown as pg.Submittable);
  });
}

/** @returns seconds that the writing took. The rows are read into memory before. */
export async function copyBare({ installation, city }: Place, channel: string): Promise<number> {
  const client = new pg.Client({ connectionString: installation.owner.options.connectionString });
  await client.connect();
  await client.query(`set search_path to "${city.schema}", ext; create schema if not exists bench_copy`);
  const dumps: [string, Buffer[]][] = [];
  for (const [table, select] of Object.entries(tables)) {
    const chunks: Buffer[] = [];
    await client.query(
      `drop table if exists bench_copy.${table}; create table bench_copy.${table} (like ${table} including all)`,
    );
    await copy(client, `copy (${select.replace('$channel', `'${channel}'`)}) to stdout binary`, {
      data: (chunk) => chunks.push(Buffer.from(chunk)),
    });
    dumps.push([table, chunks]);
  }
  const begun = performance.now();
  for (const [table, chunks] of dumps) {
    await copy(client, `copy bench_copy.${table} from stdin binary`, {
      ready: (wire) => {
        for (const chunk of chunks) wire.sendCopyFromChunk(chunk);
        wire.endCopyFrom();
      },
    });
  }
  const seconds = (performance.now() - begun) / 1_000;
  await client.query('drop schema bench_copy cascade');
  await client.end();
  return seconds;
}
