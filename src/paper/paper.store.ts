/** Reports as rows: what was made, of which day, and the file. */
import { sql } from 'kysely';
import type { Day } from '#clock/day.ts';
import type { PaperItem } from '#paper/paper.api.ts';
import { type Figures, type PaperKind, spansOf } from '#paper/paper.ts';
import { keysOf, pageOf } from '#people/cursor.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';

type Row = Omit<PaperItem, 'from' | 'madeAt'> & { madeAt: Date; hash: string };

const columns = sql`r.id, r.kind, to_char(r.day, 'YYYY-MM-DD') as day, r.size, r.made_at as "madeAt", p.name as by, r.file_hash as hash`;

const show = ({ hash: _, madeAt, ...row }: Row): PaperItem => ({
  ...row,
  from: spansOf(row.kind, row.day).now.from,
  madeAt: madeAt.toISOString(),
});

/** The latest day first; of a day, what was made last. */
export async function listPapers(tx: Tx, { cursor, limit }: { cursor?: string | undefined; limit: number }) {
  const after = cursor ? keysOf(cursor, 2) : undefined;
  const { rows } = await sql<Row>`
    select ${columns} from paper r left join person p on p.id = r.made_by
     where ${after ? sql`(r.day, r.id) < (${after[0]!}::date, ${after[1]!}::uuid)` : sql`true`}
     order by r.day desc, r.id desc limit ${limit + 1}`.execute(tx);
  const { items, next } = pageOf(rows, limit, (row) => [row.day, row.id]);
  return { items: items.map(show), next };
}

/** @throws not_found */
export async function loadPaper(tx: Tx, id: string): Promise<{ item: PaperItem; hash: string }> {
  const { rows } = await sql<Row>`
    select ${columns} from paper r left join person p on p.id = r.made_by where r.id = ${id}`.execute(tx);
  if (!rows[0]) throw problem('not_found');
  return { item: show(rows[0]), hash: rows[0].hash };
}

export async function isMade(tx: Tx, kind: PaperKind, day: Day): Promise<boolean> {
  const row = await tx
    .selectFrom('paper')
    .select('id')
    .where('kind', '=', kind)
    .where('day', '=', day)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

type Made = { id: string; kind: PaperKind; day: Day; figures: Figures; hash: string; size: number; by: string | null };

export async function insertPaper(tx: Tx, { id, kind, day, figures, hash, size, by }: Made): Promise<void> {
  const file = { figures: JSON.stringify(figures), file_hash: hash, size };
  await tx
    .insertInto('paper')
    .values({ id, kind, day, ...file, made_at: tx.now, made_by: by })
    .execute();
}

/** Asked before a file of the city is removed. */
export async function isPaperFile(tx: Tx, hash: string): Promise<boolean> {
  return Boolean(await tx.selectFrom('paper').select('id').where('file_hash', '=', hash).limit(1).executeTakeFirst());
}
