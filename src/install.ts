/** The installation: its database brought up to date, its cities opened. Server, worker and command line begin here. */

import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { runMigrations } from 'graphile-worker';
import type pg from 'pg';
import { type Clock, fixedClock, realClock } from '#clock/now.ts';
import { type City, openCity } from '#platform/city.ts';
import type { Config } from '#platform/config.ts';
import { connect } from '#platform/connect.ts';
import { openPool } from '#platform/db.ts';
import { plural } from '#platform/fill.ts';
import { loadCityKeys } from '#platform/keys-file.ts';
import { migrateCity, migrateInstallation } from '#platform/migrate.ts';
import type { Said } from '#platform/problem.ts';
import type { Say } from '#platform/say.ts';
import { silent } from '#platform/silent.ts';
import { reactions } from '#root/reactions.ts';

export type Installation = {
  config: Config;
  clock: Clock;
  /** The app role's pool: all that the program does every day. */
  pool: pg.Pool;
  /** The owner's: migrations, new cities. */
  owner: pg.Pool;
  appRole: string;
  cities: Map<string, City>;
  /** Closes both pools and lets the embedded database go, unless somebody else is on it. */
  close(): Promise<void>;
};

/** @param name is seen in pg_stat_activity: `server`, `cli`. */
export async function openInstallation(config: Config, say: Say, name: string): Promise<Installation> {
  // Passable for the account the database runs as; the keys in it are not.
  mkdirSync(config.dataDir, { recursive: true, mode: 0o711 });
  const database = await connect(config, say);
  const pool = openPool(database.appUrl, name);
  const owner = openPool(database.ownerUrl, `${name} owner`, 2);
  const close = async () => {
    await Promise.allSettled([pool.end(), owner.end()]);
    await database.stop();
  };
  try {
    const { rows } = await pool.query('select current_user as name');
    const appRole: string = rows[0].name;
    await migrateInstallation(owner, appRole);
    await migrateQueue(owner, appRole);
    const clock = config.fixedClock ? fixedClock(config.fixedClock.toISOString()) : realClock();
    const installation = { config, clock, pool, owner, appRole, cities: new Map<string, City>(), close };
    await openCities(installation, say);
    return installation;
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * The queue's own migrations run as the owner; its tables then belong to the app role, since they are under row level
 * security, which only an owner passes.
 */
async function migrateQueue(owner: pg.Pool, appRole: string): Promise<void> {
  await runMigrations({ pgPool: owner, noPreparedStatements: true, logger: silent });
  await owner.query(`grant usage, create on schema graphile_worker to "${appRole}"`);
  const { rows } = await owner.query(
    `select relname as name, case relkind when 'v' then 'view' else 'table' end as kind from pg_class
      where relnamespace = 'graphile_worker'::regnamespace and relkind in ('r', 'v') and pg_get_userbyid(relowner) <> $1`,
    [appRole],
  );
  for (const { name, kind } of rows) await owner.query(`alter ${kind} graphile_worker."${name}" owner to "${appRole}"`);
  const { rows: me } = await owner.query('select current_user as name');
  if (me[0].name !== appRole) await owner.query(`revoke create on schema graphile_worker from "${appRole}"`);
}

async function openCities(installation: Installation, say: Say): Promise<void> {
  const { rows } = await installation.pool.query(
    'select slug, name_zh, name_en, training from suyuan.city order by slug',
  );
  for (const { slug, name_zh, name_en, training } of rows) {
    const applied = await migrateCity(installation.owner, slug, installation.appRole, installation.clock.now());
    if (applied.length > 0) {
      say({
        zh: `${name_zh}：数据库升级 ${applied.length} 步`,
        en: `${name_en}: ${applied.length} ${plural(applied.length, 'migration', 'migrations')} applied`,
      });
    }
    installation.cities.set(slug, cityOf(installation, slug, { zh: name_zh, en: name_en }, training));
  }
}

export function cityOf({ config, pool, clock }: Installation, slug: string, name: Said, training = false): City {
  return openCity({
    slug,
    name,
    training,
    pool,
    clock,
    keys: loadCityKeys(config.keysDir, slug),
    filesDir: path.join(config.dataDir, 'files', slug),
    wakes: new Set(Object.keys(reactions)),
  });
}
