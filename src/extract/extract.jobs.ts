/** Jobs of extracts: making what was granted, also what a killed program has left, and destroying what is over. */
import type { TaskList } from 'graphile-worker';
import { sql } from 'kysely';
import { MAKE, makeExtract } from '#extract/extract.actions.ts';
import { forgetFile, outlived } from '#extract/extract.store.ts';
import { type City, transact } from '#platform/city.ts';
import { removeFile } from '#platform/files.ts';

export const extractCrontab = '*/10 * * * * extract-sweep ?max=1';

/** @returns how many files were destroyed. */
export async function sweepExtracts(city: City): Promise<number> {
  const waiting = await transact(
    city,
    async (tx) => (await sql<{ id: string }>`select id from data_extract where state = 'granted'`.execute(tx)).rows,
  );
  for (const { id } of waiting) await transact(city, (tx) => makeExtract(tx, id));
  const gone = await transact(city, outlived);
  for (const { id, hash } of gone) {
    // The row keeps the name until the file is gone: a program killed in between does it again.
    await removeFile(city, hash, true);
    await transact(city, (tx) => forgetFile(tx, id));
  }
  return gone.length;
}

export function extractTasks(cities: ReadonlyMap<string, City>): TaskList {
  return {
    [MAKE]: async (payload) => {
      const { city: slug, extract } = payload as { city: string; extract: string };
      const city = cities.get(slug);
      if (!city) throw new Error(`the city ${slug} is not open`);
      await transact(city, (tx) => makeExtract(tx, extract));
    },
    'extract-sweep': async () => {
      for (const city of cities.values()) await sweepExtracts(city);
    },
  };
}
