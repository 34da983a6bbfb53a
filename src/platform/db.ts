/** The database: one pool, one Kysely per city whose every transaction begins on that city's search path. */
import {
  type CompiledQuery,
  Kysely,
  PostgresAdapter,
  type PostgresDialectConfig,
  PostgresDriver,
  PostgresIntrospector,
  type PostgresPool,
  type PostgresPoolClient,
  PostgresQueryCompiler,
  type Transaction,
} from 'kysely';
import pg from 'pg';
import type { City } from '#platform/city.ts';
import type { DB } from '#platform/tables.gen.ts';

/** A city's transaction: the tables, the instant it began, and the city it belongs to. Verbs take it first. */
export type Tx = Transaction<DB> & { readonly now: Date; readonly city: City };

const DATE = 1082;
const INT8 = 20;
const NUMERIC = 1700;

// Dates stay 'YYYY-MM-DD'; counts and sequences fit a double (2^53 rows is beyond any city).
const parsers: Record<number, (value: string) => unknown> = { [DATE]: (v) => v, [INT8]: Number, [NUMERIC]: Number };
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    format !== 'binary' && parsers[oid] ? parsers[oid] : pg.types.getTypeParser(oid, format as 'text'),
};

/** Opens the pool that all cities share. `name` is seen in pg_stat_activity. */
export function openPool(connectionString: string, name: string, max = 12): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    application_name: `suyuan ${name}`,
    types: types as unknown as pg.CustomTypesConfig,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    // A statement that runs longer than this holds a connection others wait for.
    statement_timeout: 60_000,
  });
  // An idle connection that breaks must not end the program; the next use opens a new one.
  pool.on('error', () => {});
  pool.on('connect', (client) => void client.on('error', () => {}));
  return pool;
}

/** Schema names are built from slugs the database has checked; quoted all the same. */
export const schemaOf = (slug: string) => `city_${slug.replaceAll('-', '_')}`;
export const searchPath = (schema: string) => `set local search_path to "${schema}", ext`;

const raw = (sql: string) => ({ sql, parameters: [], query: { kind: 'RawNode' } }) as unknown as CompiledQuery;

/** `begin` and the search path in one round trip. */
class CityDriver extends PostgresDriver {
  readonly #begin: CompiledQuery;

  constructor(config: PostgresDialectConfig, schema: string) {
    super(config);
    this.#begin = raw(`begin; ${searchPath(schema)}`);
  }

  override async beginTransaction(connection: Parameters<PostgresDriver['beginTransaction']>[0]): Promise<void> {
    await connection.executeQuery(this.#begin);
  }
}

/** A statement that begins so is parsed and planned once a connection: for those that many signals at once wait for. */
export const KEPT = '/* kept */';
const names = new Map<string, string>();

function nameOf(text: string): string {
  const name = names.get(text) ?? `kept ${names.size}`;
  names.set(text, name);
  return name;
}

/** The shared pool as Kysely sees it: closed by who opened it, and its connections keep what is `KEPT`. */
function keeping(pool: pg.Pool): PostgresPool {
  return {
    options: pool.options,
    async connect() {
      const client = await pool.connect();
      const query = (text: string, values?: unknown[]) =>
        client.query(text.startsWith(KEPT) ? { name: nameOf(text), text, values } : { text, values });
      const release = (broken?: boolean) => client.release(broken);
      return { query, release } as unknown as PostgresPoolClient;
    },
    async end() {},
  };
}

/** The Kysely of one schema over the shared pool. */
export function kyselyOn(pool: pg.Pool, schema: string): Kysely<DB> {
  return new Kysely<DB>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new CityDriver({ pool: keeping(pool) }, schema),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
}
