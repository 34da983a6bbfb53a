/** The database server of the tests: the one bin/test started for all of them, or one of a single file run by hand. */
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedDatabase, startDatabase } from '#platform/embedded.ts';

export type TestServer = {
  /** As `suyuan_app`, `suyuan_owner` and the superuser. Put another database's name into them by `inDatabase`. */
  appUrl: string;
  ownerUrl: string;
  adminUrl: string;
};

/** The same server and role, another database. */
export const inDatabase = (url: string, name: string): string => url.replace(/\/[^/?]*(?=\?|$)/, `/${name}`);

/** A data folder under the system's temporary one which the server's account may pass through. */
export function temporaryData(): { dataDir: string; remove(): void } {
  const dataDir = mkdtempSync(join(tmpdir(), 'suyuan-test-'));
  chmodSync(dataDir, 0o711);
  const remove = () => {
    try {
      // It is a link where the temporary folder is closed to others.
      rmSync(realpathSync(join(dataDir, 'postgres')), { recursive: true, force: true });
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  };
  return { dataDir, remove };
}

/** Starts a server of its own in a temporary folder; ending it removes the folder. */
export async function startTestServer(): Promise<TestServer & { end(): Promise<void> }> {
  const { dataDir, remove } = temporaryData();
  // No test cuts the machine's power, and without fsync a database is made in half the time.
  const settings = { fsync: 'off', full_page_writes: 'off', max_connections: '200' };
  let database: EmbeddedDatabase;
  try {
    database = await startDatabase({ dataDir, say: () => {}, settings });
  } catch (error) {
    remove();
    throw error;
  }
  const { appUrl, ownerUrl, adminUrl } = database;
  const end = async () => {
    await database.stop();
    remove();
  };
  return { appUrl, ownerUrl, adminUrl, end };
}

/** The server the environment names: all three addresses, so that nobody's working database is taken for one. */
export function givenServer(): TestServer | undefined {
  const { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, SUYUAN_TEST_ADMIN_URL: adminUrl } = process.env;
  return appUrl && ownerUrl && adminUrl ? { appUrl, ownerUrl, adminUrl } : undefined;
}

/** What it starts ends after the file's last hook, once the file has closed its own connections. */
export function testServer(): Promise<TestServer> {
  server ??= findServer();
  return server;
}

let server: Promise<TestServer> | undefined;

async function findServer(): Promise<TestServer> {
  const given = givenServer();
  if (given) return given;
  const own = await startTestServer();
  process.once('beforeExit', own.end);
  return own;
}
