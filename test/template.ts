/** The database that every test file's own is copied from: made once a server, with one city and the named world in it. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { fixedClock } from '#clock/now.ts';
import { fillWorld, type World } from '#db/world.ts';
import { transact } from '#platform/city.ts';
import type { Config } from '#platform/config.ts';
import { createCity, type FirstCode } from '#root/create-city.ts';
import { openInstallation } from '#root/install.ts';
import { inDatabase, testServer } from '#test/server.ts';

/** A Thursday morning on which offices work. */
export const BEGIN = '2026-03-12T09:00:00+08:00';

/** `keys`: the city's key file, made for this run of tests alone. */
export type Template = { world: World; codes: FirstCode[]; keys: string };

/** Stands for the template in `pg_advisory_lock`: of the files that begin at once, one makes it and the others wait. */
const LOCK = 7_391_203;

/** @returns a new database, a copy of the template, with its keys laid into `dataDir`. */
export async function copyTemplate(name: string, dataDir: string): Promise<Template & { config: Config }> {
  const { adminUrl } = await testServer();
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await admin.query('select pg_advisory_lock($1)', [LOCK]);
    // One run of tests, one template: the next run may have other migrations.
    const source = `suyuan_template_${process.ppid}`;
    const template = (await find(admin, source)) ?? (await make(admin, source));
    // Files are copied, not written into the log page by page: a third less, and nothing here outlives a crash.
    await admin.query(`create database ${name} template ${source} strategy file_copy owner suyuan_owner`);
    mkdirSync(path.join(dataDir, 'keys'), { mode: 0o700 });
    writeFileSync(path.join(dataDir, 'keys', 'qinglan.json'), template.keys, { mode: 0o600 });
    return { ...template, config: await configFor(name, dataDir) };
  } finally {
    await admin.end();
  }
}

/** What is known of the template stands in a comment on it: nothing is left behind beside the database. */
async function find(admin: pg.Client, name: string): Promise<Template | undefined> {
  const { rows } = await admin.query(
    `select shobj_description(oid, 'pg_database') as kept from pg_database where datname = $1`,
    [name],
  );
  return rows[0]?.kept ? JSON.parse(rows[0].kept) : undefined;
}

async function make(admin: pg.Client, name: string): Promise<Template> {
  const folder = mkdtempSync(path.join(tmpdir(), 'suyuan-template-'));
  await admin.query(`drop database if exists ${name} with (force)`);
  await admin.query(`create database ${name} owner suyuan_owner`);
  const installation = await openInstallation(await configFor(name, folder), () => {}, 'template');
  let template: Template;
  try {
    const { city, codes } = await createCity({ ...installation, clock: fixedClock(BEGIN) }, 'qinglan', {
      zh: '青澜市',
      en: 'Qinglan',
    });
    const world = await transact(city, fillWorld);
    template = { codes, world, keys: readFileSync(path.join(folder, 'keys', 'qinglan.json'), 'utf8') };
  } finally {
    await installation.close();
    rmSync(folder, { recursive: true, force: true });
  }
  await admin.query(`comment on database ${name} is ${pg.escapeLiteral(JSON.stringify(template))}`);
  return template;
}

async function configFor(name: string, dataDir: string): Promise<Config> {
  const { appUrl, ownerUrl } = await testServer();
  return {
    host: '127.0.0.1',
    port: 0,
    dataDir,
    keysDir: path.join(dataDir, 'keys'),
    anchorsDir: path.join(dataDir, 'anchors'),
    databaseUrl: inDatabase(appUrl, name),
    databaseOwnerUrl: inDatabase(ownerUrl, name),
    fixedClock: new Date(BEGIN),
    trustProxy: false,
    metrics: false,
    tls: undefined,
  };
}
