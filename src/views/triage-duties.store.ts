/** Whose duty each category would be that is proposed in a page of the queue: by the list in force, read once for all. */
import { dayOf } from '#clock/day.ts';
import type { Tx } from '#platform/db.ts';
import { openBook } from '#triage/duty/book.store.ts';
import { dutiesIn } from '#triage/duty/whose-duty.store.ts';
import type { QueueItem } from '#views/triage-desk.api.ts';
import type { QueueRow } from '#views/triage-desk.store.ts';

type Units = QueueItem['units'];
export type Duties = (row: QueueRow, categoryId: string) => Units;

export async function dutiesOf(tx: Tx, rows: readonly QueueRow[]): Promise<Duties> {
  const asked = rows.flatMap((row) => {
    const categories = [row.decided ?? [], (row.said?.category ?? []).map((answer) => answer.id)].flat();
    return [...new Set(categories)].map((categoryId) => ({ row, categoryId }));
  });
  const matters = asked.map(({ row, categoryId }) => ({
    ...{ categoryId, areaId: row.area_id },
    words: `${row.title ?? ''} ${row.words}`,
  }));
  const duties = await dutiesIn(tx, await openBook(tx, dayOf(tx.now)), matters);
  const found = new Map(asked.map(({ row, categoryId }, n) => [`${row.id} ${categoryId}`, unitsOf(duties[n]!)]));
  return (row, categoryId) => found.get(`${row.id} ${categoryId}`) ?? [];
}

/** A rule is sure of what it says; several lines that are equally precise leave it open, and each is shown. */
function unitsOf({ answers }: Awaited<ReturnType<typeof dutiesIn>>[number]): Units {
  return answers.flatMap(({ lead, choices, why }) =>
    (lead ? [lead] : choices).map(({ id, name, shortName }) => ({
      ...{ id, name, shortName: shortName || name, why, because: [] },
      confidence: answers.length === 1 && lead ? 1 : 1 / Math.max(answers.length, choices.length),
    })),
  );
}
