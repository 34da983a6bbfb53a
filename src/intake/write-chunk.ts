/** One chunk, one transaction: the rows written, the rest listed, the cursor moved. */
import { advance } from '#intake/import.store.ts';
import type { Intake, Note, Written } from '#intake/intake.ts';
import type { Chunk, ReadRow } from '#intake/read-rows.ts';
import { insertRemarks, type Remark } from '#intake/row.store.ts';
import type { Actor } from '#people/actor.ts';
import { type City, transact } from '#platform/city.ts';

/** The import was stopped, or another runner has it: what this one had under way is undone. */
export class NotMine extends Error {}

type Run = { city: City; actor: Actor; intake: Intake; importId: string; runner: string; options: unknown };

/** What a row can do to its statement: data exceptions and broken constraints (SQLSTATE classes 22 and 23). */
const rowsFault = (error: unknown) => /^2[23]/.test((error as { code?: string } | null)?.code ?? '');

/**
 * Writes the chunk that follows row `from`. A row that the database refuses is found by halving and is rejected alone.
 * @throws NotMine
 */
export async function writeChunk(run: Run, from: number, chunk: Chunk): Promise<void> {
  try {
    await writeWhole(run, from, chunk);
  } catch (error) {
    if (!rowsFault(error)) throw error;
    const [first, ...others] = chunk.rows;
    if (first && others.length === 0) return writeWhole(run, from, { ...chunk, rows: [refused(first)] });
    const half = chunk.rows.length >> 1;
    const to = chunk.rows[half - 1]!.number;
    await writeChunk(run, from, { rows: chunk.rows.slice(0, half), leftOut: 0, to, share: chunk.share });
    await writeChunk(run, to, { ...chunk, rows: chunk.rows.slice(half) });
  }
}

const refused = (row: ReadRow): ReadRow => ({ ...row, rejected: true, notes: [{ column: null, code: 'row_refused' }] });

async function writeWhole(run: Run, from: number, { rows, leftOut, to, share }: Chunk): Promise<void> {
  const { city, actor, intake, importId, runner, options } = run;
  await transact(city, async (tx) => {
    const good = rows.filter((row) => !row.rejected);
    const outcomes: Written[] =
      good.length > 0
        ? await intake.write(
            tx,
            actor,
            good.map((one) => one.row),
            options,
          )
        : [];
    const results = [
      ...good.map((one, i) => ({ one, outcome: outcomes[i]! })),
      ...rows.filter((row) => row.rejected).map((one) => ({ one, outcome: { rejected: one.notes } })),
    ];
    await insertRemarks(
      tx,
      importId,
      results.flatMap(({ one, outcome }) => remarkOn(one, outcome)),
    );
    const count = (wanted: string) => outcomes.filter((outcome) => outcome === wanted).length;
    const rejected = results.filter(({ outcome }) => typeof outcome === 'object').length;
    const noted = results.filter(({ one, outcome }) => typeof outcome === 'string' && one.notes.length > 0).length;
    const counts = { read: rows.length, rejected, noted, left_out: leftOut };
    const moved = await advance(
      tx,
      importId,
      runner,
      { from, to, share },
      {
        ...counts,
        accepted: count('accepted'),
        repeated: count('repeated'),
        revised: count('revised'),
      },
    );
    if (!moved) throw new NotMine();
  });
}

function remarkOn(one: ReadRow, outcome: Written): Remark[] {
  const row = { row: one.number, cells: one.cells };
  if (typeof outcome === 'object') return [{ ...row, kind: 'rejected', notes: outcome.rejected }];
  return one.notes.length > 0 ? [{ ...row, kind: 'noted', notes: one.notes satisfies Note[] }] : [];
}
