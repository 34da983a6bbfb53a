/** What stands in a city's schema, asked of the database itself: whatever tables later migrations add are carried too. */
import type pg from 'pg';
import type { Jobs, Manifest } from '#root/backup/manifest.ts';

type Client = pg.ClientBase;

export async function tablesOf(client: Client, schema: string): Promise<Manifest['tables']> {
  const { rows } = await client.query(
    `select c.relname as name, array(
        select a.attname::text from pg_attribute a
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum
      ) as columns
      from pg_class c where c.relnamespace = $1::regnamespace and c.relkind = 'r' order by 1`,
    [schema],
  );
  return rows;
}

export async function partitionsOf(client: Client, schema: string): Promise<Manifest['partitions']> {
  const { rows } = await client.query(
    `select c.relname as name, p.relname as of, pg_get_expr(c.relpartbound, c.oid) as bound
       from pg_inherits i join pg_class c on c.oid = i.inhrelid join pg_class p on p.oid = i.inhparent
      where c.relnamespace = $1::regnamespace and c.relkind = 'r' and c.relispartition order by 1`,
    [schema],
  );
  return rows;
}

/** Sequences stand outside every snapshot: asked after it was taken, they are never behind its rows. */
export async function sequencesOf(client: Client, schema: string): Promise<Record<string, number | null>> {
  const { rows } = await client.query(
    'select sequencename as name, last_value as last from pg_sequences where schemaname = $1 order by 1',
    [schema],
  );
  return Object.fromEntries(rows.map(({ name, last }) => [name, last]));
}

/** The jobs whose payload names the city. Those of the installation (sweeps) make themselves. */
export async function jobsOf(client: Client, slug: string): Promise<Jobs> {
  const { rows } = await client.query(
    `select j.task_identifier as task, p.payload, j.queue_name as queue, j.run_at::text as run_at, j.max_attempts, j.key,
            j.priority
       from graphile_worker.jobs j join graphile_worker._private_jobs p on p.id = j.id
      where p.payload ->> 'city' = $1 order by j.id`,
    [slug],
  );
  return rows;
}

/** The first two are dropped while rows are loaded and made again after: ten times as fast, and no order to be kept. */
export async function brakesOf(client: Client, schema: string): Promise<{ drop: string[]; make: string[] }> {
  const { rows: indexes } = await client.query(
    `select format('drop index %s', i.indexrelid::regclass) as drop, pg_get_indexdef(i.indexrelid) as make
       from pg_index i join pg_class t on t.oid = i.indrelid
      where t.relnamespace = $1::regnamespace and t.relkind = 'r' and not t.relispartition
        and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.contype <> 'f')`,
    [schema],
  );
  const { rows: keys } = await client.query(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
            format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as make
       from pg_constraint where connamespace = $1::regnamespace and contype = 'f' and conparentid = 0`,
    [schema],
  );
  // Foreign keys lean on unique indexes: dropped before them, made after.
  return { drop: [...keys, ...indexes].map((one) => one.drop), make: [...indexes, ...keys].map((one) => one.make) };
}
