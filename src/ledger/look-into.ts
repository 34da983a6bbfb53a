/** A block that does not add up, looked into row by row: which of them was changed, taken out or put in. */
import type pg from 'pg';
import { blockByNumber, blockOf, notesOf, rowsOfBlock } from '#ledger/seal.store.ts';
import { agrees, leafReader, readNotes } from '#ledger/seal.ts';
import type { Findings } from '#ledger/verify-report.ts';
import { copied } from '#platform/copied.ts';
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
  for await (const rows of copied(client, rowsOfBlock(block.epoch, from, block.x), leafReader(keys))) {
    for (const { seq, leaf } of rows) {
      while (at < notes.length && notes[at]!.seq < seq) tell('missing', notes[at++]!.seq);
      if (notes[at]?.seq !== seq) tell('inserted', seq);
      else if (!agrees(notes[at++]!, leaf)) tell('changed', seq);
    }
  }
  while (at < notes.length) tell('missing', notes[at++]!.seq);
  if (told === 0) found.add({ what: 'broken', block: number });
}
