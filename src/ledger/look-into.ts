/** A block that does not add up, looked into row by row: which of them was changed, taken out or put in. */
import type pg from 'pg';
import { blockByNumber, blockOf, notesOf, rowsOfBlock, streamed } from '#ledger/seal.store.ts';
import { agrees, headOf, leafOf, readNotes } from '#ledger/seal.ts';
import type { Findings } from '#ledger/verify-report.ts';
import type { CityKeys } from '#platform/keys.ts';

/** Rows and what was noted of them are walked together by `seq`. Where both agree, the seal itself was changed. */
export async function lookInto(client: pg.ClientBase, keys: CityKeys, number: number, found: Findings): Promise<void> {
  const block = (await blockByNumber(client, number))!;
  const from = (await blockOf(client, block.epoch, block.x - 1))?.from ?? 0;
  const notes = readNotes(await notesOf(client, number));
  let at = 0;
  let told = 0;
  const tell = (what: 'changed' | 'missing' | 'inserted', seq: number) => {
    told++;
    found.add({ what, seq, block: number });
  };
  for await (const rows of streamed(client, `block_${number}`, rowsOfBlock, [block.epoch, from, block.x])) {
    for (const { row } of rows) {
      const { seq } = headOf(row);
      while (at < notes.length && notes[at]!.seq < seq) tell('missing', notes[at++]!.seq);
      if (notes[at]?.seq !== seq) tell('inserted', seq);
      else if (!agrees(notes[at++]!, leafOf(keys, row))) tell('changed', seq);
    }
  }
  while (at < notes.length) tell('missing', notes[at++]!.seq);
  if (told === 0) found.add({ what: 'broken', block: number });
}
