/** What a backup says of itself: at its beginning what it is, at its end what is in it. */
import { z } from 'zod';
import { type CityKeys, digest } from '#platform/keys.ts';

/** The version of the form. One that is higher is refused. */
export const VERSION = 1;

/** The parts of a backup, in the order they stand in the tar file; `files/` are as they stand in the city's folder. */
export const partName =
  /^(manifest\.json|tables\/[a-z_0-9]{1,63}\/\d{6}\.copy\.gz|jobs\.json|files\/[0-9a-f]{2}\/[0-9a-f]{62}(\.sealed)?|contents\.json|SHA256SUMS)$/;

const identifier = z.string().regex(/^[a-z_][a-z_0-9]{0,62}$/);

export const manifestShape = z.object({
  format: z.literal('suyuan-backup'),
  version: z.number().int(),
  id: z.uuid(),
  /** Version of the program that made it. */
  program: z.string(),
  made_at: z.iso.datetime(),
  city: z.object({ slug: z.string(), name_zh: z.string(), name_en: z.string() }),
  /** The ledger's epoch; a restore begins the next. */
  epoch: z.number().int().positive(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  /** Names of the keys, by which they are known without saying anything of them. */
  keys: z.object({ sealing: z.array(z.string()), codes: z.string() }),
  tables: z.array(z.object({ name: identifier, columns: z.array(identifier) })),
  /** Of partitioned tables. A bound is run as SQL, so nothing but two instants is one. */
  partitions: z.array(
    z.object({
      name: identifier,
      of: identifier,
      bound: z.string().regex(/^FOR VALUES FROM \((MINVALUE|'[\d :+-]+')\) TO \('[\d :+-]+'\)$/),
    }),
  ),
});
export type Manifest = z.infer<typeof manifestShape>;

export const contentsShape = z.object({
  rows: z.record(identifier, z.number().int().nonnegative()),
  /** Where each sequence stands; null: never used. */
  sequences: z.record(identifier, z.number().int().nullable()),
  jobs: z.number().int(),
  files: z.number().int(),
  /** In bytes. */
  files_size: z.number().int(),
  /** Files whose content was not that of their name when the backup was made: carried as they were found. */
  damaged_files: z.array(z.string()),
});
export type Contents = z.infer<typeof contentsShape>;

/** A job of the queue that names the city; `payload.city` becomes the slug it is restored under. */
export const jobsShape = z.array(
  z.object({
    task: z.string(),
    payload: z.record(z.string(), z.unknown()),
    queue: z.string().nullable(),
    run_at: z.string(),
    max_attempts: z.number().int(),
    key: z.string().nullable(),
    priority: z.number().int(),
  }),
);
export type Jobs = z.infer<typeof jobsShape>;

/** What keys are called in a backup: ids of the sealing keys, and a code by the key of codes of a word we all know. */
export const namesOfKeys = (keys: CityKeys): Manifest['keys'] => ({
  sealing: [...keys.sealing.keys()],
  codes: digest(keys, 'which keys').toString('hex', 0, 8),
});
