/** A city built beside: in a schema that nobody opens, put into its place in one transaction, wholly or not at all. */

import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { City } from '#platform/city.ts';
import { kyselyOn, openPool, schemaOf } from '#platform/db.ts';
import { loadCityKeys, makeCityKeys } from '#platform/keys-file.ts';
import { migrateCity } from '#platform/migrate.ts';
import { Problem, problem, type Said } from '#platform/problem.ts';
import { refusalOf } from '#platform/refusal.ts';
import { cityOf, type Installation } from '#root/install.ts';

/** `training`: such a city is made anew in the place of the one before it; any other is made once. */
export type What = { slug: string; name: Said; training: boolean };

/** Done in the transaction that puts it into its place, by the owner: `old` is the schema that stands there, if one does. */
export type Carry = (client: pg.ClientBase, from: { old: string; fresh: string }) => Promise<unknown>;

/** No slug has a plus sign. */
const besideOf = (slug: string) => `${slug}+new`;
const TRIES = 6;

/**
 * Stopped at any moment, the city is as it was before, or is the new one; what was left beside goes the next time.
 * @throws city_exists, city_not_training, city_busy where another is at it
 */
export async function buildBeside<T>(
  installation: Installation,
  what: What,
  fill: (city: City) => Promise<T>,
  carry?: Carry,
): Promise<{ city: City; made: T }> {
  const { appRole, clock } = installation;
  const { slug } = what;
  // Connections of its own: it holds its lock for a minute, and others need the owner's meanwhile.
  const owner = openPool(installation.owner.options.connectionString!, 'beside', 2);
  const client = await owner.connect();
  // What is lost with the machine is lost beside; the commit that counts is written through.
  const quick = new pg.Pool({ ...installation.pool.options, max: 4, options: '-c synchronous_commit=off' });
  quick.on('error', () => {});
  try {
    await mustBeFree(client, what);
    await dropBeside(client, slug);
    keysOf(installation, slug);
    await migrateCity(owner, besideOf(slug), appRole, clock.now());
    const city = cityOf(installation, slug, what.name, what.training);
    const schema = schemaOf(besideOf(slug));
    const beside = { ...city, schema, pool: quick, db: kyselyOn(quick, schema), wakes: new Set<string>() };
    const made = await fill(beside);
    await putInPlace(client, what, clock.now(), carry);
    installation.cities.set(slug, city);
    return { city, made };
  } finally {
    await quick.end();
    client.release(true); // and with the connection goes its lock
    await owner.end();
  }
}

async function mustBeFree(client: pg.PoolClient, { slug, training }: What): Promise<void> {
  await client.query('set statement_timeout = 0');
  const { rows: lock } = await client.query(
    `select pg_try_advisory_lock(hashtextextended('beside ' || $1, 0)) as mine`,
    [slug],
  );
  if (!lock[0].mine) throw problem('city_busy', { slug });
  const { rows } = await client.query('select training from suyuan.city where slug = $1', [slug]);
  if (rows[0] && !training) throw problem('city_exists', { slug });
  if (rows[0] && !rows[0].training) throw problem('city_not_training', { slug });
  const { rows: schemas } = await client.query('select from pg_namespace where nspname = $1', [schemaOf(slug)]);
  // A schema without its city is somebody's who was stopped while making one: not ours to throw away.
  if (!rows[0] && schemas.length > 0) throw problem('city_exists', { slug });
}

async function dropBeside(client: pg.PoolClient, slug: string): Promise<void> {
  const scope = besideOf(slug);
  await client.query(`drop schema if exists "${schemaOf(scope)}" cascade`);
  await client.query('delete from suyuan.migration where scope = $1', [scope]);
}

/** Those that are there, left by one that was stopped or of the city that is made anew; else new ones. */
function keysOf({ config }: Installation, slug: string): void {
  try {
    loadCityKeys(config.keysDir, slug);
  } catch (error) {
    if (!(error instanceof Problem) || error.body.code !== 'keys_missing') throw error;
    makeCityKeys(config.keysDir, slug);
  }
}

/** Lost to a transaction of the old city that runs on and on, or in a ring with one: tried again. */
const AGAIN = new Set(['40P01', '55P03']);

async function putInPlace(client: pg.PoolClient, what: What, now: Date, carry?: Carry): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await client.query(`begin; set local lock_timeout = '5s'; set local synchronous_commit = on`);
      await swap(client, what, now, carry);
      await client.query('commit');
      return;
    } catch (error) {
      await client.query('rollback').catch(() => {});
      if (attempt >= TRIES || !AGAIN.has((error as { code?: string }).code ?? ''))
        throw error instanceof Problem ? error : refusalOf(error);
      await sleep(200 * attempt);
    }
  }
}

async function swap(client: pg.PoolClient, { slug, name, training }: What, now: Date, carry?: Carry): Promise<void> {
  const [old, fresh] = [schemaOf(slug), schemaOf(besideOf(slug))];
  const { rows: tables } = await client.query(
    `select format('%I.%I', nspname, relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where nspname = $1 and relkind in ('r', 'p') and not relispartition order by relname`,
    [old],
  );
  if (tables.length > 0) {
    // Whoever has begun in the old city ends there first: nobody writes half here and half there.
    await client.query(`lock table ${tables.map((table) => table.name).join(', ')} in access exclusive mode`);
    await carry?.(client, { old, fresh });
    await client.query(`drop schema "${old}" cascade`);
  }
  await client.query(`alter schema "${fresh}" rename to "${old}"`);
  await client.query('delete from suyuan.migration where scope = $1', [slug]);
  await client.query('update suyuan.migration set scope = $1 where scope = $2', [slug, besideOf(slug)]);
  await client.query(
    `insert into suyuan.city (slug, name_zh, name_en, training, made_anew_at) values ($1, $2, $3, $4, $5)
      on conflict (slug) do update set made_anew_at = excluded.made_anew_at`,
    [slug, name.zh, name.en, training, training ? now : null],
  );
}
