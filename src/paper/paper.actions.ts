/** Makes the draft of a report of a day that has passed, and keeps it. Made anew, it stands beside the earlier one. */
import { Readable } from 'node:stream';
import { type Day, dayOf } from '#clock/day.ts';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { drawPaper } from '#paper/draw.ts';
import { figuresOf } from '#paper/figures.store.ts';
import type { PaperItem } from '#paper/paper.api.ts';
import { insertPaper, loadPaper } from '#paper/paper.store.ts';
import { isReportable, kinds, type PaperKind, spansOf } from '#paper/paper.ts';
import { textOf } from '#paper/text.ts';
import { type Actor, mustBeAbleTo, signing } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { putFile } from '#platform/files.ts';
import { fieldProblem, problem } from '#platform/problem.ts';

/** A report of a city has some dozen pages: 60 KB. */
const LIMIT = 4 << 20;

/** @throws malformed (paper_day), where the day has not ended or a week does not end on it */
export async function makePaper(
  tx: Tx,
  actor: Actor,
  input: { id: string; kind: PaperKind; day: Day },
): Promise<PaperItem> {
  const { id, kind, day } = input;
  mustBeAbleTo(actor, 'paper.make');
  const by = signing(actor, 'paper.make');
  if (!(await once(tx, by, id, 'paper.make', input))) return (await loadPaper(tx, id)).item;
  if (!isReportable(kind, day, dayOf(tx.now)))
    throw problem('malformed', { count: 1 }, { fields: [fieldProblem('day', 'paper_day')] });
  const figures = await figuresOf(tx, spansOf(kind, day));
  const blocks = textOf(kind, day, figures);
  const bytes = await drawPaper(`${kinds[kind].zh} ${day}`, blocks);
  const { hash, size } = await putFile(tx.city, Readable.from([bytes]), { limit: LIMIT, seal: false });
  await insertPaper(tx, { id, kind, day, figures, hash, size, by: by.kind === 'person' ? by.id : null });
  await record(tx, by, { verb: 'paper.make', kind: 'paper', thing: id, data: { kind, day }, request: id });
  return (await loadPaper(tx, id)).item;
}
