/** A city of this installation: its name, its place in the database, its keys and files, and the transactions on it. */
import type { Kysely } from 'kysely';
import type pg from 'pg';
import type { Clock } from '#clock/now.ts';
import { kyselyOn, schemaOf, type Tx } from '#platform/db.ts';
import type { CityKeys } from '#platform/keys.ts';
import { Problem, type Said } from '#platform/problem.ts';
import { refusalOf } from '#platform/refusal.ts';
import type { DB } from '#platform/tables.gen.ts';

export type City = {
  readonly slug: string;
  readonly schema: string;
  readonly name: Said;
  /** Made anew every night; nothing of it goes outside. */
  readonly training: boolean;
  readonly db: Kysely<DB>;
  readonly pool: pg.Pool;
  readonly keys: CityKeys;
  /** Folder of this city's files. */
  readonly filesDir: string;
  readonly clock: Clock;
  /** The verbs whose ledger rows wake a reaction: the keys of `reactions.ts`. */
  readonly wakes: ReadonlySet<string>;
};

export type CityParts = Omit<City, 'schema' | 'db'>;

export function openCity(parts: CityParts): City {
  const schema = schemaOf(parts.slug);
  return { ...parts, schema, db: kyselyOn(parts.pool, schema) };
}

/** A refusal whose traces must stay: a failed sign-in is counted although it is refused. */
export class Kept extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** Lost to another transaction through no fault of the caller: tried again with nothing written. */
const TRY_AGAIN = new Set(['40001', '40P01']);

/**
 * Runs `work` in one transaction of the city. A throw undoes everything, except what is thrown as `Kept`, which commits
 * first. Deadlocks are tried again, so `work` has no effect outside the database before it returns.
 */
export async function transact<T>(city: City, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      const done = await city.db.transaction().execute(async (trx) => {
        const tx: Tx = Object.assign(trx, { now: city.clock.now(), city });
        try {
          return { value: await work(tx) };
        } catch (error) {
          if (error instanceof Kept) return { kept: error.problem };
          throw error;
        }
      });
      if ('kept' in done) throw done.kept;
      return done.value as T;
    } catch (error) {
      if (attempt < 4 && TRY_AGAIN.has((error as { code?: string }).code ?? '')) continue;
      throw error instanceof Problem ? error : refusalOf(error);
    }
  }
}
