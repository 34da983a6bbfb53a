/** The database server of the tests: the one bin/test started for all of them, or one of a single file run by hand. */
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDatabase } from '#platform/embedded.ts';

export type TestServer = {
  /** As `suyuan_app`, `suyuan_owner` and the superuser. Put another database's name into them by `inDatabase`. */
  appUrl: string;
  ownerUrl: string;
  adminUrl: string;
};

/** The same server and role, another database. */
export const inDatabase = (url: string, name: string): string => url.replace(/\/[^/?]*(?=\?|$)/, `/${name}`);

/** Runs until process $1 is gone, then ends the server of data folder $2 and removes both. */
const GUARD = `
  while kill -0 "$1" 2>/dev/null; do sleep 1; done
  home=$(readlink -f "$2/postgres")
  kill -INT "$(head -n 1 "$home/cluster/postmaster.pid")" 2>/dev/null
  for second in 1 2 3 4 5 6 7 8 9; do [ -e "$home/cluster/postmaster.pid" ] && sleep 1; done
  rm -rf "$home" "$home.data-folder" "$2"`;

/**
 * A data folder under the system's temporary one, which the server's account may pass through. It goes, and its server
 * with it, by `remove` or when this process is gone, however it went: by itself, by timeout, by kill −9.
 */
export function temporaryData(): { dataDir: string; remove(): void } {
  const dataDir = mkdtempSync(join(tmpdir(), 'suyuan-test-'));
  chmodSync(dataDir, 0o711);
  const guard = spawn('sh', ['-c', GUARD, 'sh', String(process.pid), dataDir], {
    cwd: '/',
    detached: true,
    stdio: 'ignore',
  });
  guard.unref();
  const remove = () => {
    guard.kill();
    const link = join(dataDir, 'postgres');
    // It leads outside, to /var/lib/suyuan, where the temporary folder is closed to others.
    const home = existsSync(link) ? realpathSync(link) : link;
    for (const path of [home, `${home}.data-folder`, dataDir]) rmSync(path, { recursive: true, force: true });
  };
  return { dataDir, remove };
}

/** Starts a server of its own in a temporary folder; it ends with `end`, or with this process. */
export async function startTestServer(): Promise<TestServer & { end(): Promise<void> }> {
  const { dataDir, remove } = temporaryData();
  // No test cuts the machine's power, and without fsync a database is made in half the time.
  const settings = { fsync: 'off', full_page_writes: 'off', max_connections: '200' };
  const database = await startDatabase({ dataDir, say: () => {}, settings });
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

/** The server given, or one that ends after this process: once it has closed its own connections it may go. Asked twice, it is the same. */
export function testServer(): Promise<TestServer> {
  const given = givenServer();
  found ??= given ? Promise.resolve(given) : startTestServer();
  return found;
}

let found: Promise<TestServer> | undefined;
