/** Imports as rows: made, taken up by one runner at a time, moved forward, closed. */

import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import { SILENCE_MS, TAKES_MAX } from '#intake/import.ts';
import type { MappedColumn } from '#intake/intake.ts';
import type { City } from '#platform/city.ts';
import type { Tx } from '#platform/db.ts';
import { type ProblemBody, problem } from '#platform/problem.ts';
import type { Import } from '#platform/tables.gen.ts';

export type ImportRow = Selectable<Import>;

export type NewImport = {
  id: string;
  kind: string;
  options: unknown;
  fileName: string;
  hash: string;
  size: number;
  madeBy: string | null;
};

export async function insertImport(tx: Tx, made: NewImport): Promise<void> {
  await tx
    .insertInto('import')
    .values({
      ...{
        id: made.id,
        kind: made.kind,
        options: JSON.stringify(made.options),
        file_name: made.fileName,
        file_hash: made.hash,
      },
      ...{ file_size: made.size, state: 'uploaded', made_by: made.madeBy, made_at: tx.now },
    })
    .execute();
}

/** @param lock keeps it as it is until the transaction ends. @throws not_found */
export async function loadImport(tx: Tx, id: string, lock = false): Promise<ImportRow> {
  const query = tx.selectFrom('import').selectAll().where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (!row) throw problem('not_found');
  return row;
}

export type Plan = { sheet: string; headerRow: number; columns: readonly MappedColumn[]; options: unknown };

export async function planImport(tx: Tx, id: string, plan: Plan): Promise<void> {
  await tx
    .updateTable('import')
    .set({
      ...{
        sheet: plan.sheet,
        header_row: plan.headerRow,
        mapping: JSON.stringify(plan.columns),
        options: JSON.stringify(plan.options),
      },
      ...{ state: 'running', started_at: tx.now, cursor_row: plan.headerRow },
    })
    .where('id', '=', id)
    .execute();
}

/** Ready to be taken up again, from where it stood. */
export async function reopenImport(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('import')
    .set({ state: 'running', runner: null, takes: 0, error: null, finished_at: null })
    .where('id', '=', id)
    .execute();
}

/** A runner's place in the server's table of locks. */
const placeOf = (runner: string) => `hashtextextended('import ' || ${runner}::text, 0)`;

/**
 * Shows that the runner lives, on a connection of its own, until it is let go. The server itself knows at once when the
 * connection ends, however the program did; to be called before the import is taken up.
 */
export async function beThere(city: City, runner: string): Promise<() => Promise<void>> {
  const client = await city.pool.connect();
  try {
    await client.query(`select pg_advisory_lock(${placeOf('$1')})`, [runner]);
  } catch (error) {
    client.release(true);
    throw error;
  }
  return async () =>
    client.release(
      await client.query('select pg_advisory_unlock_all()').then(
        () => false,
        () => true,
      ),
    );
}

/** Its runner is not there, or has been silent: one that hangs is followed too, and finds that it is not its turn any more. */
export const nobodyRuns = (silenceMs: number) => sql<boolean>`(runner is null
  or beat_at < clock_timestamp() - make_interval(secs => ${silenceMs / 1000})
  or pg_try_advisory_xact_lock(${sql.raw(placeOf('runner'))}))`;

/**
 * Takes up a running import that nobody runs, whose runner is gone or has been silent.
 * The machine's own time is meant: a fixed clock must not make the dead seem alive.
 * @returns the row, or nothing where it is not to be had.
 */
export async function takeUp(
  tx: Tx,
  id: string,
  runner: string,
  silenceMs = SILENCE_MS,
): Promise<ImportRow | undefined> {
  return tx
    .updateTable('import')
    .set({ runner, takes: sql`takes + 1`, beat_at: sql`clock_timestamp()` })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .where(nobodyRuns(silenceMs))
    .returningAll()
    .executeTakeFirst();
}

/** Running imports without a living runner; those taken up too often are not among them. */
export async function silentImports(tx: Tx, silenceMs = SILENCE_MS): Promise<{ id: string; spent: boolean }[]> {
  const rows = await tx
    .selectFrom('import')
    .select(['id', 'takes'])
    .where('state', '=', 'running')
    .where(nobodyRuns(silenceMs))
    .execute();
  return rows.map(({ id, takes }) => ({ id, spent: takes >= TAKES_MAX }));
}

const worked = sql<number>`worked_ms + greatest(0, extract(epoch from clock_timestamp() - beat_at) * 1000)::bigint`;

/** @returns whether the import is still the runner's and still to be run. */
export async function beat(tx: Tx, id: string, runner: string): Promise<boolean> {
  const done = await tx
    .updateTable('import')
    .set({ worked_ms: worked, beat_at: sql`clock_timestamp()` })
    .where('id', '=', id)
    .where('runner', '=', runner)
    .where('state', '=', 'running')
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

export type Counts = Record<'read' | 'accepted' | 'repeated' | 'revised' | 'rejected' | 'noted' | 'left_out', number>;

/**
 * Moves the cursor forward with what the rows up to it came to: the last statement of a chunk's transaction.
 * @returns false where somebody else has the import now, or it was stopped: then the chunk must not stand.
 */
export async function advance(
  tx: Tx,
  id: string,
  runner: string,
  { from, to, share }: { from: number; to: number; share: number },
  counts: Counts,
): Promise<boolean> {
  const { rows } = await sql`
    update import set cursor_row = ${to}, share = ${share}, takes = 0, worked_ms = ${worked}, beat_at = clock_timestamp(),
        read = read + ${counts.read}, accepted = accepted + ${counts.accepted}, repeated = repeated + ${counts.repeated},
        revised = revised + ${counts.revised}, rejected = rejected + ${counts.rejected}, noted = noted + ${counts.noted},
        left_out = left_out + ${counts.left_out}
     where id = ${id} and runner = ${runner} and state = 'running' and cursor_row = ${from} returning id`.execute(tx);
  return rows.length === 1;
}

export type Ending = { state: 'finished' } | { state: 'failed'; error: ProblemBody };

/** @returns false where it is not this runner's any more. */
export async function closeImport(
  tx: Tx,
  id: string,
  runner: string,
  ending: Ending,
  rejectsHash: string | null,
): Promise<boolean> {
  const done = await tx
    .updateTable('import')
    .set({
      ...{ state: ending.state, finished_at: tx.now, rejects_hash: rejectsHash, worked_ms: worked, runner: null },
      error: ending.state === 'failed' ? JSON.stringify(ending.error) : null,
      ...(ending.state === 'finished' && { share: 1 }),
    })
    .where('id', '=', id)
    .where('runner', '=', runner)
    .where('state', '=', 'running')
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

export async function stopRow(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('import')
    .set({ state: 'stopped', finished_at: tx.now, runner: null })
    .where('id', '=', id)
    .execute();
}

/** Each time somebody ran it, the program ended: it is not tried again by itself. */
export async function giveUp(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('import')
    .set({ state: 'failed', error: JSON.stringify(problem('import_stuck').body), finished_at: tx.now, runner: null })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .execute();
}
