/** A backup's rows into a schema that nobody has seen yet: as its migrations made it, then COPY, then what came after. */

import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { applyOne, handOver, type Migration, makePartitions } from '#platform/migrate.ts';
import { problem } from '#platform/problem.ts';
import type { Progress } from '#root/backup/backup.ts';
import { type Contents, type Jobs, jobsShape, type Manifest } from '#root/backup/manifest.ts';
import { bytesOf, type Part, shaped } from '#root/backup/read-archive.ts';
import { brakesOf, partitionsOf, tablesOf } from '#root/backup/tables.ts';

/** Where a backup goes: under this slug, in this schema, in the owner's open transaction on `client`. */
export type Place = { client: pg.PoolClient; slug: string; schema: string; appRole: string; now: Date };

const expand = promisify(gunzip);
/** No part that this program wrote is as large; one that expands further is none of ours. */
const LARGEST = 256 << 20;

/** The schema as it was when the backup was made: its migrations, its partitions. @throws backup_damaged */
export async function makeSchema(place: Place, manifest: Manifest, migrations: Migration[]): Promise<void> {
  const { client, slug, schema } = place;
  await client.query(`create schema "${schema}"`);
  const then = new Set(manifest.migrations.map(({ name }) => name));
  for (const one of migrations.filter(({ name }) => then.has(name))) await applyOne(client, slug, schema, one);
  const there = new Set((await partitionsOf(client, schema)).map(({ name }) => name));
  for (const { name, of, bound } of manifest.partitions.filter((one) => !there.has(one.name))) {
    await client.query(`create table "${schema}"."${name}" partition of "${schema}"."${of}" ${bound}`);
  }
  const told = (tables: Manifest['tables']) => JSON.stringify(tables.toSorted((a, b) => (a.name < b.name ? -1 : 1)));
  if (told(await tablesOf(client, schema)) !== told(manifest.tables)) {
    throw problem('backup_damaged', { part: 'manifest.json' });
  }
}

/** Rows and jobs, as far as the parts are such; returns the first that is not. Memory: one part. */
export async function loadRows(
  place: Place,
  { tables }: Manifest,
  { rows, sequences }: Contents,
  parts: AsyncGenerator<Part>,
  withoutIdentifiers: boolean,
  onProgress: Progress,
): Promise<Jobs> {
  const { client, schema } = place;
  await client.query(`set local search_path to "${schema}", ext`);
  const brakes = await brakesOf(client, schema);
  for (const sql of brakes.drop) await client.query(sql);
  const loaded: Contents['rows'] = Object.fromEntries(tables.map(({ name }) => [name, 0]));
  const columns = new Map(tables.map(({ name, columns: list }) => [name, list.map((one) => `"${one}"`).join(', ')]));
  let part = await next(parts);
  while (part && part.name !== 'jobs.json') {
    const table = tableOf(part);
    if (table === undefined || !columns.has(table)) throw problem('backup_damaged', { part: part.name });
    const { count, after } = await copyIn(client, table, columns.get(table)!, part, parts);
    loaded[table]! += count;
    onProgress(table, count);
    part = after;
  }
  for (const [table, count] of Object.entries(rows)) {
    if (loaded[table] !== count) throw problem('backup_damaged', { part: `tables/${table}` });
  }
  for (const [name, last] of Object.entries(sequences)) {
    if (last !== null) await client.query('select setval($1::regclass, $2)', [`"${schema}"."${name}"`, last]);
  }
  if (withoutIdentifiers) await dropIdentifiers(client, schema);
  onProgress('indexes', brakes.make.length);
  for (const sql of brakes.make) await client.query(sql);
  return part ? shaped(jobsShape, await bytesOf(part), part.name) : [];
}

const next = async (parts: AsyncGenerator<Part>) => (await parts.next()).value as Part | undefined;
const tableOf = ({ name }: Part) => /^tables\/([^/]+)\//.exec(name)?.[1];

/** All parts of one table in one COPY; hands back the part after them. */
async function copyIn(client: pg.PoolClient, table: string, columns: string, first: Part, parts: AsyncGenerator<Part>) {
  let part: Part | undefined = first;
  async function* lines() {
    for (; part && tableOf(part) === table; part = await next(parts)) {
      yield (await expand(await bytesOf(part), { maxOutputLength: LARGEST })) as Buffer;
    }
  }
  const copy = client.query(copyFrom(`copy "${table}" (${columns}) from stdin`));
  await pipeline(Readable.from(lines(), { objectMode: false }), copy);
  return { count: copy.rowCount, after: part };
}

/**
 * What needs the keys goes: every `x_sealed` and what is named after it (`x_key`, `x_confirmed_at`), and the tables of codes
 * by which sealed values are found (`…_key`).
 */
async function dropIdentifiers(client: pg.PoolClient, schema: string): Promise<void> {
  const { rows } = await client.query(
    `select format('update %s set %s', s.attrelid::regclass, string_agg(format('%I = null', c.attname), ', ')) as sql
       from pg_attribute s join pg_class t on t.oid = s.attrelid and t.relkind = 'r' and t.relnamespace = $1::regnamespace
       join pg_attribute c on c.attrelid = s.attrelid and c.attnum > 0 and not c.attisdropped and not c.attnotnull
        and starts_with(c.attname, left(s.attname, -6))
      where s.attname ~ '_sealed$' group by s.attrelid
     union all
     select format('truncate %s', t.oid::regclass) from pg_class t join pg_attribute k on k.attrelid = t.oid
      where t.relnamespace = $1::regnamespace and t.relkind = 'r' and t.relname ~ '_key$' and k.attname = 'key'`,
    [`"${schema}"`],
  );
  for (const { sql } of rows) await client.query(sql);
}

/** From the backup's state to this program's: newer migrations, rights, partitions, statistics. */
export async function bringUpToDate(place: Place, manifest: Manifest, migrations: Migration[]): Promise<void> {
  const { client, slug, schema, appRole, now } = place;
  await handOver(client, schema, appRole);
  const then = new Set(manifest.migrations.map(({ name }) => name));
  for (const one of migrations.filter(({ name }) => !then.has(name))) {
    await applyOne(client, slug, schema, one);
    await handOver(client, schema, appRole);
  }
  await makePartitions(client, schema, appRole, now);
  for (const { name } of await tablesOf(client, schema)) await client.query(`analyze "${schema}"."${name}"`);
}

/** The jobs that were waiting, for this slug. They act inside the city alone. */
export async function enqueue({ client, slug }: Place, jobs: Jobs): Promise<void> {
  for (const { task, payload, queue, run_at, max_attempts, key, priority } of jobs) {
    await client.query(
      `select graphile_worker.add_job($1, $2::json, queue_name => $3, run_at => $4, max_attempts => $5, job_key => $6,
         priority => $7)`,
      [task, JSON.stringify({ ...payload, city: slug }), queue, run_at, max_attempts, key, priority],
    );
  }
}
