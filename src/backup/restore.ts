/** A city out of a backup: everything is checked first, then it is made in one transaction, and held. */
import path from 'node:path';
import { beginEpoch } from '#ledger/epoch.ts';
import { schemaOf } from '#platform/db.ts';
import type { CityKeys } from '#platform/keys.ts';
import { loadCityKeys, makeCityKeys } from '#platform/keys-file.ts';
import { type Migration, readMigrations } from '#platform/migrate.ts';
import { Problem, problem } from '#platform/problem.ts';
import { refusalOf } from '#platform/refusal.ts';
import type { Progress } from '#root/backup/backup.ts';
import { bringUpToDate, enqueue, loadRows, makeSchema, type Place } from '#root/backup/load.ts';
import { type Contents, type Manifest, namesOfKeys } from '#root/backup/manifest.ts';
import { checkArchive, type Part, readArchive } from '#root/backup/read-archive.ts';
import { takeFile } from '#root/backup/take-file.ts';
import { SLUG } from '#root/create-city.ts';
import { cityOf, type Installation } from '#root/install.ts';

export type Options = {
  /** Another slug than that of the backup. */
  slug?: string | undefined;
  /** Gives up what needs the keys of the backup; the city gets new ones. */
  withoutIdentifiers?: boolean;
  onProgress?: Progress;
};

export type Restored = {
  city: string;
  id: string;
  made_at: string;
  rows: number;
  files: number;
  jobs: number;
  epoch: number;
};

/**
 * Nothing is changed before the whole file, the program's version, the slug and the keys are found right; then schema, rows
 * and jobs come in one transaction: cut off at any moment, nothing of it is there. (Files are named by their content: those
 * already written are found there the next time.) The city is held until `release`.
 * @throws backup_…, city_slug, keys_exist, disk_full, unavailable
 */
export async function restore(installation: Installation, file: string, options: Options = {}): Promise<Restored> {
  const { withoutIdentifiers = false, onProgress = () => {} } = options;
  onProgress('check', 0);
  const { manifest, contents } = await checkArchive(file);
  const slug = options.slug ?? manifest.city.slug;
  const migrations = await readMigrations('city');
  await mustFit(installation, manifest, migrations, slug);
  mustHaveKeys(installation.config.keysDir, manifest, slug, withoutIdentifiers);
  const epoch = manifest.epoch + 1;
  const client = await installation.owner.connect();
  try {
    const now = installation.clock.now();
    const place = { client, slug, schema: schemaOf(slug), appRole: installation.appRole, now };
    await client.query(
      'begin; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0; set local synchronous_commit = on',
    );
    await fill(place, installation, { file, manifest, contents, migrations, withoutIdentifiers, onProgress });
    await begin(place, manifest, epoch, withoutIdentifiers);
    await commitWithKeys(place, installation.config.keysDir, withoutIdentifiers);
    client.release();
  } catch (error) {
    client.release(true); // in the middle of a COPY it cannot be used again; the server undoes what was begun
    if (isSchemaThere(error)) throw problem('backup_city_here', { slug });
    throw error instanceof Problem ? error : refusalOf(error);
  }
  const { name_zh: zh, name_en: en } = manifest.city;
  installation.cities.set(slug, cityOf(installation, slug, { zh, en }));
  const rows = Object.values(contents.rows).reduce((sum, count) => sum + count, 0);
  const { files, jobs } = contents;
  return { city: slug, id: manifest.id, made_at: manifest.made_at, rows, files, jobs, epoch };
}

/** Somebody else has made, or is just making, the city: asked of the database itself. */
function isSchemaThere(error: unknown): boolean {
  const { code, constraint } = error as { code?: string; constraint?: string };
  return code === '42P06' || constraint === 'pg_namespace_nspname_index';
}

async function mustFit({ pool }: Installation, manifest: Manifest, migrations: Migration[], slug: string) {
  const known = new Map(migrations.map(({ name, checksum }) => [name, checksum]));
  const unknown = manifest.migrations.filter(({ name }) => !known.has(name)).map(({ name }) => name);
  if (unknown.length > 0) throw problem('backup_newer', { program: manifest.program, what: unknown.join(', ') });
  const other = manifest.migrations.find(({ name, checksum }) => known.get(name) !== checksum);
  if (other) throw problem('backup_other_program', { name: other.name });
  if (!SLUG.test(slug)) throw problem('city_slug', { slug });
  const { rows } = await pool.query(
    'select from suyuan.city where slug = $1 union all select from pg_namespace where nspname = $2',
    [slug, schemaOf(slug)],
  );
  if (rows.length > 0) throw problem('backup_city_here', { slug });
}

function mustHaveKeys(keysDir: string, manifest: Manifest, slug: string, without: boolean): void {
  let here: CityKeys | undefined;
  try {
    here = loadCityKeys(keysDir, slug);
  } catch (error) {
    if (!(error instanceof Problem) || error.body.code !== 'keys_missing') throw error;
  }
  if (without) {
    if (here) throw problem('keys_exist', { city: slug });
    return;
  }
  if (!here) throw problem('backup_keys_missing', { slug });
  const held = namesOfKeys(here);
  const missing = manifest.keys.sealing.filter((id) => !held.sealing.includes(id));
  if (held.codes !== manifest.keys.codes) missing.push(manifest.keys.codes);
  if (missing.length > 0) throw problem('backup_keys_other', { slug, missing: missing.join(', ') });
}

type Filling = {
  file: string;
  manifest: Manifest;
  contents: Contents;
  migrations: Migration[];
  withoutIdentifiers: boolean;
  onProgress: Progress;
};

async function fill(place: Place, { config }: Installation, filling: Filling): Promise<void> {
  const { file, manifest, contents, migrations, withoutIdentifiers, onProgress } = filling;
  const parts = readArchive(file);
  await makeSchema(place, manifest, migrations);
  await skipManifest(parts);
  const jobs = await loadRows(place, manifest, contents, parts, withoutIdentifiers, onProgress);
  const folder = path.join(config.dataDir, 'files', place.slug);
  let files = 0;
  for await (const part of parts) {
    if (part.name.startsWith('files/') && !(withoutIdentifiers && part.name.endsWith('.sealed'))) {
      await takeFile(folder, part);
      files += 1;
      if (files % 100 === 0) onProgress('files', files);
    } else {
      for await (const _ of part.content); // the list of checksums has been looked at
    }
  }
  onProgress('files', files);
  await bringUpToDate(place, manifest, migrations);
  await enqueue(place, jobs);
}

async function skipManifest(parts: AsyncGenerator<Part>): Promise<void> {
  const { value } = await parts.next();
  for await (const _ of (value as Part).content); // read when the file was checked
}

async function begin({ client, slug, schema, now }: Place, manifest: Manifest, epoch: number, without: boolean) {
  const { id, made_at, program, city } = manifest;
  const data = { made_at, program, from: city.slug, epoch, without_identifiers: without };
  await beginEpoch(client, schema, epoch, now, { verb: 'backup.restored', kind: 'backup', thing: id, data });
  await client.query(
    'insert into suyuan.city (slug, name_zh, name_en, held_since, restored_from) values ($1, $2, $3, $4, $5)',
    [slug, city.name_zh, city.name_en, now, id],
  );
}

/** A city without its old keys gets new ones: written before the commit, since a city without keys must not exist. */
async function commitWithKeys({ client, slug }: Place, keysDir: string, withoutIdentifiers: boolean): Promise<void> {
  if (withoutIdentifiers) makeCityKeys(keysDir, slug);
  await client.query('commit');
}
