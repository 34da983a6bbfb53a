/** The PostgreSQL the program brings along: adopts the one that runs on this data folder, or starts it. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { findBinaries } from '#platform/embedded/binaries.ts';
import { checkVersion, clearUnfinished, makeCluster } from '#platform/embedded/cluster.ts';
import { databasePasswords } from '#platform/embedded/passwords.ts';
import { findPlace } from '#platform/embedded/place.ts';
import { makeExtensions, makeRoles } from '#platform/embedded/roles.ts';
import { address, bringUp, shutDown, type Up } from '#platform/embedded/server.ts';
import { memory, settings } from '#platform/embedded/settings.ts';
import { watch } from '#platform/embedded/watch.ts';
import type { Say } from '#platform/say.ts';

export type Database = {
  /** Connects as the app role, which reads and writes cities but cannot change the ledger. */
  appUrl: string;
  /** Connects as the owner of schemas and ledger: for migrations and the few commands that need it. */
  ownerUrl: string;
  /** Whether the server ran already: orphaned by a killed program, used by another one, or the user's own. */
  adopted: boolean;
  /** Ends the server, unless another program or person is connected to it. Close your own pools first. */
  stop(): Promise<void>;
};

export type EmbeddedDatabase = Database & { adminUrl: string; pid(): number };

export type EmbeddedOptions = {
  dataDir: string;
  /** Where `database.json` with the passwords stands; without it `keys` in the data folder. */
  keysDir?: string;
  say: Say;
  /** Settings of PostgreSQL that differ from ours, by name; for tests. */
  settings?: Record<string, string>;
};

/** Clients of others: programs of ours show their watch, whose name is not `program`; pools are named `suyuan …`. */
const OTHERS = `
  select count(*)::int as others from pg_stat_activity
  where backend_type = 'client backend' and pid <> pg_backend_pid()
    and application_name <> $1 and application_name not like 'suyuan %'`;

export async function startDatabase(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { dataDir, say, keysDir = join(dataDir, 'keys') } = options;
  const place = findPlace(dataDir, say);
  const binaries = findBinaries(place.account);
  const databaseExists = existsSync(place.cluster);
  const passwords = databasePasswords(keysDir, { databaseExists });
  if (databaseExists) {
    checkVersion(place, binaries);
    clearUnfinished(place);
  } else {
    say({ zh: '正在建立数据库…', en: 'Making the database…' });
    await makeCluster(place, binaries, passwords.postgres);
  }

  const program = `suyuan-${process.pid}-${randomBytes(3).toString('hex')}`;
  const conf = settings(place.socket, place.logs, memory(), options.settings);
  const admin = (socket: string) => address('postgres', passwords.postgres, 'postgres', socket, program);
  const bring = () => bringUp(place, binaries, conf, admin, say);
  const first = await bring();
  const { socket } = first.running;
  const ownerUrl = address('suyuan_owner', passwords.suyuan_owner, 'suyuan', socket, program);

  const leave = async ({ client, running }: Up) => {
    const answer = await client.query<{ others: number }>(OTHERS, [program]).catch(() => undefined);
    await client.end().catch(() => {});
    if (answer?.rows[0]?.others === 0) await shutDown(place.cluster, running.pid);
  };
  try {
    await makeRoles(first.client, passwords);
    await extend(ownerUrl);
  } catch (error) {
    await leave(first);
    throw error;
  }
  const watching = watch(first, bring, say);
  return {
    appUrl: address('suyuan_app', passwords.suyuan_app, 'suyuan', socket, program),
    ownerUrl,
    adminUrl: admin(socket),
    adopted: first.adopted,
    pid: () => watching.up().running.pid,
    async stop() {
      await watching.release();
      await leave(watching.up());
    },
  };
}

/** Makes what is missing in the database, on a connection of its own as owner. */
async function extend(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await makeExtensions(owner);
  } finally {
    await owner.end();
  }
}
