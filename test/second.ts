/** An empty second installation: a database and a data folder of its own, in which nothing is yet. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import pg from 'pg';
import type { PersonName, World } from '#db/world.ts';
import { cookieName } from '#people/cookie.ts';
import { beginSession } from '#people/session.store.ts';
import { transact } from '#platform/city.ts';
import type { Config } from '#platform/config.ts';
import { type Installation, openInstallation } from '#root/install.ts';
import { makeServer } from '#root/server.ts';
import { inDatabase, testServer } from '#test/server.ts';
import { BEGIN } from '#test/template.ts';

let count = 0;

export async function secondInstallation(): Promise<{ installation: Installation; config: Config }> {
  const { appUrl, ownerUrl, adminUrl } = await testServer();
  count += 1;
  const name = `second_${process.pid}_${count}`;
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`create database ${name} owner suyuan_owner`);
  const dataDir = mkdtempSync(path.join(tmpdir(), 'suyuan-second-'));
  const config: Config = {
    host: '127.0.0.1',
    port: 0,
    dataDir,
    anchorsDir: path.join(dataDir, 'anchors'),
    keysDir: path.join(dataDir, 'keys'),
    databaseUrl: inDatabase(appUrl, name),
    databaseOwnerUrl: inDatabase(ownerUrl, name),
    fixedClock: new Date(BEGIN),
    trustProxy: false,
    metrics: false,
    tls: undefined,
  };
  const installation = await openInstallation(config, () => {}, 'second');
  after(async () => {
    await installation.close();
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
    rmSync(dataDir, { recursive: true, force: true });
  });
  return { installation, config };
}

/** Calls its API as a person of the city that was restored there; the answer as it came. */
export async function callerOf(installation: Installation, slug: string, people: World['people']) {
  const app = await makeServer(installation);
  after(() => app.close());
  const city = installation.cities.get(slug)!;
  return async (person: PersonName, method: 'GET' | 'POST', address: string, payload?: object) => {
    const cookie = await transact(city, (tx) =>
      beginSession(tx, people[person], { source: '127.0.0.1', agent: 'story' }, true),
    );
    return app.inject({
      method,
      url: `/c/${slug}/api${address}`,
      headers: { 'x-suyuan': '1', cookie: `${cookieName(slug)}=${cookie}` },
      ...(payload && { payload }),
    });
  };
}
