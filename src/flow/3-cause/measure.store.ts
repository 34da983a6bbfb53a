/** Measures as rows: one locked for a decision, the causes each answers, and those carried out together. */
import { sql } from 'kysely';
import { problemsOf } from '#cause/cause.scope.ts';
import type { Layer } from '#cause/cause.ts';
import type { MeasureState } from '#cause/measure.ts';
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { problem } from '#platform/problem.ts';

export type MeasureRow = { id: string; layer: Layer; words: string; state: MeasureState; version: number };

/** The causes that a measure answers now. */
export async function causesAnswered(tx: Tx, measureId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('measure_cause')
    .select('cause_id')
    .where('measure_id', '=', measureId)
    .where('closed_at', 'is', null)
    .execute();
  return rows.map((row) => row.cause_id);
}

/** A measure on a cause under a problem that the actor sees, locked for a decision. @throws not_found */
export async function lockMeasure(tx: Tx, actor: Actor, id: string) {
  const measure = await tx
    .selectFrom('measure')
    .select(['id', 'layer', 'words', 'state', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  const causes = await causesAnswered(tx, id);
  const under = await Promise.all(causes.map((cause) => problemsOf(tx, actor, cause)));
  if (!measure || !under.some(({ seen }) => seen)) throw problem('not_found');
  return { measure: measure as MeasureRow, problems: [...new Set(under.flatMap(({ all }) => all))] };
}

export async function insertMeasure(
  tx: Tx,
  { id, layer, words, by }: { id: string; layer: Layer; words: string; by: string },
): Promise<void> {
  await tx
    .insertInto('measure')
    .values({ id, layer, words, state: 'proposed', made_by: by, made_at: tx.now, changed_at: tx.now })
    .execute();
}

export type MeasureChange = Partial<Pick<MeasureRow, 'layer' | 'words' | 'state'>>;

export async function writeMeasure(tx: Tx, id: string, change: MeasureChange): Promise<number> {
  const { version } = await tx
    .updateTable('measure')
    .set((eb) => ({ ...change, changed_at: tx.now, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

/** The measure answers just these causes from now on. */
export async function answerCauses(tx: Tx, measureId: string, causes: string[], by: string): Promise<void> {
  await sql`update measure_cause set closed_by = ${by}, closed_at = ${tx.now}
     where measure_id = ${measureId} and closed_at is null and cause_id <> all(${causes}::uuid[])`.execute(tx);
  const rows = causes.map((cause_id) => ({
    id: newId(),
    measure_id: measureId,
    cause_id,
    opened_by: by,
    opened_at: tx.now,
  }));
  await tx
    .insertInto('measure_cause')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['measure_id', 'cause_id']).where('closed_at', 'is', null).doNothing())
    .execute();
}

/** What answered one cause answers the other from now on. */
export async function moveMeasures(tx: Tx, from: string, to: string, by: string): Promise<void> {
  const { rows } = await sql<{ measure_id: string }>`
    update measure_cause set closed_by = ${by}, closed_at = ${tx.now} where cause_id = ${from} and closed_at is null
    returning measure_id`.execute(tx);
  for (const { measure_id } of rows) {
    await answerCauses(tx, measure_id, [...(await causesAnswered(tx, measure_id)), to], by);
  }
}

type Pair = { operational: string; organisational: string };

export async function openPair(tx: Tx, { operational, organisational }: Pair, by: string): Promise<void> {
  await tx
    .insertInto('measure_pair')
    .values({
      id: newId(),
      operational_id: operational,
      organisational_id: organisational,
      opened_by: by,
      opened_at: tx.now,
    })
    .onConflict((conflict) =>
      conflict.columns(['operational_id', 'organisational_id']).where('closed_at', 'is', null).doNothing(),
    )
    .execute();
}

export async function closePair(tx: Tx, { operational, organisational }: Pair, by: string): Promise<void> {
  await tx
    .updateTable('measure_pair')
    .set({ closed_by: by, closed_at: tx.now })
    .where('operational_id', '=', operational)
    .where('organisational_id', '=', organisational)
    .where('closed_at', 'is', null)
    .execute();
}
