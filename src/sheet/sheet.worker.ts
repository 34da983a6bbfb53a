/** The thread that reads a table file: it sends rows in batches and waits when two are not yet used. */
import { parentPort, workerData } from 'node:worker_threads';
import { Problem, problem } from '#platform/problem.ts';
import { openSheet } from '#sheet/open-sheet.ts';
import type { OpenOptions, Row, Sheet } from '#sheet/sheet.ts';
import type { FromReader } from '#sheet/sheet-rows.ts';

const batchRows = 500;
/** A batch ends early when its rows weigh this much: a cell counts 8 and each character of a string 1. */
const batchWeight = 1_000_000;
const batchesAhead = 2;

const { path, options } = workerData as { path: string; options: OpenOptions };
const port = parentPort!;
const send = (message: FromReader) => port.postMessage(message);

let credit = batchesAhead;
let wake = () => {};
port.on('message', () => {
  credit++;
  wake();
});

try {
  const sheet = await openSheet(path, options);
  const { kind, sheets, sheet: name, dateSystem } = sheet;
  send({ facts: { kind, sheets, sheet: name, dateSystem } });
  await sendRows(sheet);
  await sheet.close();
  send({ end: true });
} catch (error) {
  if (error instanceof Problem) send({ problem: error.body });
  else if ((error as NodeJS.ErrnoException).code === 'ENOSPC') send({ problem: problem('disk_full').body });
  else throw error;
}
port.close();

async function sendRows(sheet: Sheet) {
  let rows: Row[] = [];
  let weight = 0;
  try {
    for await (const row of sheet.rows()) {
      rows.push(row);
      weight += weightOf(row);
      if (rows.length < batchRows && weight < batchWeight) continue;
      await sendBatch({ rows, share: sheet.share() });
      rows = [];
      weight = 0;
    }
  } finally {
    // Of a file that breaks off, the rows before the break are used.
    if (rows.length > 0) await sendBatch({ rows, share: sheet.share() });
  }
}

async function sendBatch(batch: { rows: Row[]; share: number }) {
  while (credit === 0) {
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }
  credit--;
  send({ batch });
}

function weightOf({ cells }: Row): number {
  let weight = 8 * cells.length;
  for (const cell of cells) if (typeof cell === 'string') weight += cell.length;
  return weight;
}
