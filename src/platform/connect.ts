/** The program's database: a server of the user's, checked for what Chinese and the ledger need, or the embedded one. */
import pg from 'pg';
import type { Config } from '#platform/config.ts';
import { makeExtensions } from '#platform/embedded/roles.ts';
import { type Database, startDatabase } from '#platform/embedded.ts';
import { problem } from '#platform/problem.ts';
import type { Say } from '#platform/say.ts';

/** One row about the database a connection reached. */
type Facts = {
  place: string;
  role: string;
  database: string;
  version: number;
  release: string;
  encoding: string;
  chinese: boolean;
};

const FACTS = `
  select current_database() || ' ' || pg_postmaster_start_time() as place,
    current_user as role, current_database() as database,
    current_setting('server_version_num')::int as version, current_setting('server_version') as release,
    current_setting('server_encoding') as encoding, '噪' ~ '[[:alpha:]]' as chinese`;

async function open(setting: string, connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    throw problem('database_unreachable', { setting, why: (error as Error).message });
  }
}

async function factsOf(client: pg.Client): Promise<Facts> {
  const { rows } = await client.query<Facts>(FACTS);
  const facts = rows[0]!;
  if (facts.version < 150_000) throw problem('database_too_old', { found: facts.release });
  if (facts.encoding !== 'UTF8') throw problem('database_encoding', { found: facts.encoding });
  if (!facts.chinese) throw problem('database_no_chinese');
  return facts;
}

const identifier = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** The owner makes the app role owner of its tables, and holds the two extensions. */
async function prepareOwner(owner: pg.Client, facts: Facts, app: string): Promise<void> {
  const may = facts.version < 160_000 ? 'MEMBER' : 'SET';
  const { rows } = await owner.query<{ may: boolean }>('select pg_has_role($1, $2) as may', [app, may]);
  if (!rows[0]?.may) {
    const sql = `grant ${identifier(app)} to ${identifier(facts.role)}`;
    throw problem('database_owner_lacks', { owner: facts.role, sql });
  }
  try {
    await makeExtensions(owner);
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (code !== '42501') throw problem('database_no_extensions', { why: message });
    const sql = `grant create on database ${identifier(facts.database)} to ${identifier(facts.role)}`;
    throw problem('database_owner_lacks', { owner: facts.role, sql });
  }
}

/** Whether the app role is kept from what the owner may: it is neither the owner nor has the owner's rights. */
async function twoRoles(owner: pg.Client, app: string): Promise<boolean> {
  const { rows } = await owner.query<{ same: boolean }>(`select pg_has_role($1, current_user, 'MEMBER') as same`, [
    app,
  ]);
  return rows[0]?.same === false;
}

async function connectGiven(appUrl: string, ownerUrl: string, say: Say): Promise<Database> {
  const app = await open('DATABASE_URL', appUrl);
  try {
    const appFacts = await factsOf(app);
    const owner = await open('DATABASE_OWNER_URL', ownerUrl);
    try {
      const ownerFacts = await factsOf(owner);
      if (ownerFacts.place !== appFacts.place) throw problem('database_two_places');
      await prepareOwner(owner, ownerFacts, appFacts.role);
      if (!(await twoRoles(owner, appFacts.role))) {
        say({
          zh: `数据库只用了一个角色 ${appFacts.role}：程序自身也能改动操作记录，建议用 DATABASE_OWNER_URL 另设所有者角色`,
          en: `The database is used by one role, ${appFacts.role}: the program itself could change the ledger; name an owner role apart by DATABASE_OWNER_URL`,
        });
      }
    } finally {
      await owner.end();
    }
  } finally {
    await app.end();
  }
  return { appUrl, ownerUrl, adopted: true, stop: async () => {} };
}

/** Throws the `database_…` problems. The caller ends it with `stop()`, after closing its own pools. */
export function connect(config: Config, say: Say): Promise<Database> {
  const { databaseUrl, databaseOwnerUrl, dataDir, keysDir } = config;
  if (databaseUrl) return connectGiven(databaseUrl, databaseOwnerUrl ?? databaseUrl, say);
  return startDatabase({ dataDir, keysDir, say });
}
