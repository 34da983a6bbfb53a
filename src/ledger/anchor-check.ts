/** The anchor held against the blocks, line by line as they are read. */
import { type AnchorLine, anchorLines, lineOf, sameLine } from '#ledger/anchor.ts';
import type { Block } from '#ledger/seal.ts';
import type { Findings, Report } from '#ledger/verify-report.ts';
import { problem } from '#platform/problem.ts';

export type AnchorCheck = {
  /** Every block, in its order. */
  block(block: Block): Promise<void>;
  /** After the last block: what the anchor has beyond it was cut off. */
  end(last: Block | undefined): Promise<void>;
  report(): Report['anchor'];
};

/** @param file without it nothing is compared. */
export function anchorCheck(file: string | undefined, found: Findings): AnchorCheck {
  if (!file) return { block: async () => {}, end: async () => {}, report: () => null };
  const lines = anchorLines(file);
  let line: AnchorLine | undefined;
  let last: AnchorLine | null = null;
  let count = 0;
  /** Lines must count 1, 2, 3 …; the first that does not is told once, and the count goes on from it. */
  const next = async () => {
    const read = await lines.next().catch((error: Error) => {
      throw problem('anchor_unreadable', { file, why: error.message });
    });
    line = read.done ? undefined : read.value;
    if (!line) return;
    if (line.number !== (last?.number ?? 0) + 1) found.add({ what: 'anchor_gap', block: (last?.number ?? 0) + 1 });
    last = line;
    count++;
  };
  let begun = false;
  const begin = async () => {
    if (!begun) await next();
    begun = true;
  };
  return {
    async block(block) {
      await begin();
      while (line && line.number < block.number) await next();
      if (line?.number !== block.number) return; // not written yet, or a gap that has been told
      if (!sameLine(line, lineOf(block))) found.add({ what: 'anchor_differs', block: block.number });
      await next();
    },
    async end(block) {
      await begin();
      const from = (block?.number ?? 0) + 1;
      let rows = 0;
      for (; line; await next()) if (line.number >= from) rows += line.rows;
      if (last && last.number >= from) found.add({ what: 'cut', block: from, last: last.number, rows });
    },
    report: () => ({ lines: count, last }),
  };
}
