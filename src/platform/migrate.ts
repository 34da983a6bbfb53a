/** Migrations: plain SQL files, numbered, forward only, each city's schema in one transaction a file. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import { schemaOf } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';

const folder = path.resolve(import.meta.dirname, '../../db/migrations');

export type Migration = { name: string; sql: string; checksum: string };

export async function readMigrations(kind: 'suyuan' | 'city'): Promise<Migration[]> {
  const names = (await readdir(path.join(folder, kind))).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(path.join(folder, kind, name), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/** A number that stands for this program in `pg_advisory_lock`: two programs never migrate at once. */
const LOCK = 7_391_202;

async function locked<T>(owner: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await owner.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    return await work(client);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => {});
    client.release();
  }
}

async function applyMissing(client: pg.PoolClient, scope: string, schema: string, all: Migration[], app: string) {
  const { rows } = await client.query('select name, checksum from suyuan.migration where scope = $1', [scope]);
  const done = new Map<string, string>(rows.map((row) => [row.name, row.checksum]));
  const unknown = [...done.keys()].filter((name) => !all.some((one) => one.name === name));
  if (unknown.length > 0) throw problem('database_newer', { names: unknown.join(', ') });
  const applied: string[] = [];
  for (const one of all) {
    const checksum = done.get(one.name);
    if (checksum === one.checksum) continue;
    if (checksum) throw problem('migration_changed', { name: one.name });
    await client.query('begin');
    try {
      await applyOne(client, scope, schema, one);
      if (scope !== 'suyuan') await handOver(client, schema, app);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      throw error;
    }
    applied.push(one.name);
  }
  return applied;
}

/** Runs one file and notes that it was run; the transaction is the caller's. */
export async function applyOne(client: pg.ClientBase, scope: string, schema: string, one: Migration): Promise<void> {
  await client.query(`set local search_path to "${schema}", ext`);
  await client.query(one.sql);
  await client.query('insert into suyuan.migration (scope, name, checksum) values ($1, $2, $3)', [
    scope,
    one.name,
    one.checksum,
  ]);
}

/** The app role owns everything of a city but the ledger, which it may only insert into and read, and its seals, which it may read. */
export async function handOver(client: pg.ClientBase, schema: string, app: string): Promise<void> {
  const { rows: me } = await client.query('select current_user as name');
  if (me[0].name === app) return; // one role only: the program has said so at start
  await client.query(`grant usage, create on schema "${schema}" to "${app}"`);
  const { rows } = await client.query(
    `select c.relname as name, c.relkind as kind from pg_class c
      where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'p', 'S')
        and pg_get_userbyid(c.relowner) <> $2 and not exists (
          select from pg_depend d where d.objid = c.oid and d.deptype in ('a', 'i') and c.relkind = 'S')
      order by 1`,
    [`"${schema}"`, app],
  );
  for (const { name, kind } of rows) {
    const table = `"${schema}"."${name}"`;
    if (/^ledger(_|$)/.test(name)) {
      await client.query(
        kind === 'S' ? `grant usage on sequence ${table} to "${app}"` : `grant select, insert on ${table} to "${app}"`,
      );
    } else if (name === 'seal') {
      await client.query(`grant select on ${table} to "${app}"`);
    } else {
      await client.query(`alter ${kind === 'S' ? 'sequence' : 'table'} ${table} owner to "${app}"`);
    }
  }
  await client.query(`revoke create on schema "${schema}" from "${app}"`);
}

/** Brings the installation's own schema up to date; returns the files that were applied. */
export function migrateInstallation(owner: pg.Pool, app: string): Promise<string[]> {
  return locked(owner, async (client) => {
    await client.query('create schema if not exists suyuan');
    await client.query('create schema if not exists ext');
    await client.query('create extension if not exists btree_gist schema ext');
    await client.query(`create table if not exists suyuan.migration (
      scope text not null, name text not null, checksum text not null,
      at timestamptz not null default now(), primary key (scope, name))`);
    const applied = await applyMissing(client, 'suyuan', 'suyuan', await readMigrations('suyuan'), app);
    await client.query(
      `grant usage on schema suyuan, ext to "${app}"; grant select on all tables in schema suyuan to "${app}"`,
    );
    return applied;
  });
}

/** Brings one city's schema up to date, made if it is new, and the ledger's partitions 24 months ahead of `now`. */
export function migrateCity(owner: pg.Pool, slug: string, app: string, now: Date): Promise<string[]> {
  return locked(owner, async (client) => {
    const schema = schemaOf(slug);
    await client.query(`create schema if not exists "${schema}"`);
    const applied = await applyMissing(client, slug, schema, await readMigrations('city'), app);
    await makePartitions(client, schema, app, now);
    return applied;
  });
}

const MONTHS_AHEAD = 24;

/** One partition a month, from the month before (clocks of two machines differ) to 24 months ahead. */
export async function makePartitions(client: pg.ClientBase, schema: string, app: string, now: Date): Promise<void> {
  const { rows } = await client.query(
    `select relname from pg_class where relnamespace = $1::regnamespace and relname like 'ledger\\_2%'`,
    [`"${schema}"`],
  );
  const there = new Set(rows.map((row) => row.relname));
  const first = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1);
  const months = Array.from({ length: MONTHS_AHEAD + 2 }, (_, i) => {
    const from = new Date(first);
    from.setUTCMonth(from.getUTCMonth() + i);
    return from.toISOString().slice(0, 7);
  });
  for (const month of months) {
    const name = `ledger_${month.replace('-', '')}`;
    if (there.has(name)) continue;
    const to = new Date(`${month}-01T00:00:00Z`);
    to.setUTCMonth(to.getUTCMonth() + 1);
    await client.query(
      `create table "${schema}"."${name}" partition of "${schema}".ledger for values from ('${month}-01T00:00:00Z') to ('${to.toISOString()}');
       grant select, insert on "${schema}"."${name}" to "${app}"`,
    );
  }
  // What happened before the program began (a demo's or an older system's past) stands in one partition.
  if (there.size === 0) {
    await client.query(
      `create table "${schema}".ledger_200000 partition of "${schema}".ledger for values from (minvalue) to ('${months[0]}-01T00:00:00Z');
       grant select, insert on "${schema}".ledger_200000 to "${app}"`,
    );
  }
}
