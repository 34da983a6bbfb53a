/** What a seal is: the code of a row, the root over a block of rows, and the chain over all blocks. */
import { Buffer } from 'node:buffer';
import { type CityKeys, ledgerCode } from '#platform/keys.ts';
import { rowCoder } from '#platform/keys-rows.ts';

/** The rows of its epoch with the `x` of the block before it (else 0) ≤ txid < `x`. Transaction ids stay far below 2^53. */
export type Block = {
  number: number;
  epoch: number;
  x: number;
  rows: number;
  root: Buffer;
  chain: Buffer;
  at: Date;
};

/** The `x` of the last block of an epoch that is over: whatever is still put into that epoch falls into it and is found. */
export const CLOSED = Number.MAX_SAFE_INTEGER;

/** Before the first block. */
export const NOTHING = Buffer.alloc(32);

/** The codes of rows and of blocks are told apart by their first byte, as are the leaves and nodes of RFC 6962. */
const LEAF = '\x00';
const CHAIN = '\x02';

/** @param row in the canonical form of `canonicalRow`. */
export const leafOf = (keys: Pick<CityKeys, 'codeWith' | 'ledger'>, row: string): Buffer =>
  ledgerCode(keys, LEAF + row);

export type Leaf = { seq: number; epoch: number; txid: number; leaf: Buffer };

/** Makes `leafOf` of many rows, from the bytes of their canonical forms: what sealing and verifying do all the time. */
export function leafReader({ codeWith, ledger }: CityKeys): (row: Buffer) => Leaf {
  const code = rowCoder(codeWith, ledger, LEAF);
  return (row) => ({ ...headOf(row.toString('latin1', 0, HEAD)), leaf: code(row) });
}

/** Binds everything a block says of itself, and through `before` all blocks before it. */
export function chainOf(keys: CityKeys, before: Buffer, block: Omit<Block, 'chain'>): Buffer {
  const { number, epoch, x, rows, root, at } = block;
  return ledgerCode(keys, CHAIN, before, root, [number, epoch, x, rows, at.getTime()].join(':'));
}

/** `(` and three numbers with their commas: 20, 11 and 20 characters at most. */
const HEAD = 55;

/** Where a row stands, read from the beginning of its canonical form `(seq,epoch,txid,…`. */
export function headOf(row: string): { seq: number; epoch: number; txid: number } {
  const first = row.indexOf(',');
  const second = row.indexOf(',', first + 1);
  const third = row.indexOf(',', second + 1);
  return {
    seq: Number(row.slice(1, first)),
    epoch: Number(row.slice(first + 1, second)),
    txid: Number(row.slice(second + 1, third)),
  };
}

const NOTE = 16;
const CODE = 8;

/** What is kept of each row beside its block, 16 bytes: enough to say which row a broken block is broken at. */
export function noteLeaves(leaves: { seq: number; leaf: Buffer }[]): Buffer {
  const notes = Buffer.alloc(leaves.length * NOTE);
  leaves.forEach(({ seq, leaf }, i) => {
    notes.writeBigInt64BE(BigInt(seq), i * NOTE);
    leaf.copy(notes, i * NOTE + NOTE - CODE, 0, CODE);
  });
  return notes;
}

export type Note = { seq: number; begins: Buffer };

export function readNotes(notes: Buffer): Note[] {
  return Array.from({ length: Math.floor(notes.length / NOTE) }, (_, i) => ({
    seq: Number(notes.readBigInt64BE(i * NOTE)),
    begins: notes.subarray(i * NOTE + NOTE - CODE, (i + 1) * NOTE),
  }));
}

export const agrees = (note: Note, leaf: Buffer): boolean => note.begins.equals(leaf.subarray(0, CODE));
