/** The anchor: a file outside the database with a line for every block, against which a ledger cut short is found. */
import { Buffer } from 'node:buffer';
import { closeSync, createReadStream, fstatSync, openSync, readSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Block } from '#ledger/seal.ts';
import { diskError, errorCode, syncFolder } from '#platform/files-disk.ts';

const hex = z.string().regex(/^[0-9a-f]{64}$/);
const lineShape = z.object({
  number: z.int().positive(),
  epoch: z.int(),
  x: z.int(),
  rows: z.int(),
  root: hex,
  chain: hex,
  at: z.iso.datetime(),
});
export type AnchorLine = z.infer<typeof lineShape>;

export type Anchor = { last(): Promise<AnchorLine | undefined>; append(lines: AnchorLine[]): Promise<void> };

export const anchorPath = (folder: string, slug: string) => path.join(folder, `${slug}.anchor`);

export function lineOf({ number, epoch, x, rows, root, chain, at }: Block): AnchorLine {
  return { number, epoch, x, rows, root: root.toString('hex'), chain: chain.toString('hex'), at: at.toISOString() };
}

export const sameLine = (a: AnchorLine, b: AnchorLine): boolean =>
  Object.keys(lineShape.shape).every((key) => a[key as keyof AnchorLine] === b[key as keyof AnchorLine]);

/** A line that was cut by a crash says nothing; the sealer has written it again below. */
function parse(text: string): AnchorLine | undefined {
  try {
    return lineShape.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Lines only ever come to it, each on the disk before the call returns. */
export function anchorFile(file: string): Anchor {
  return {
    last: async () => lastLine(file),
    append: (lines) => append(file, lines),
  };
}

const LONGEST = 1_024;

/** The last whole line. A torn one after it is passed over. */
function lastLine(file: string): AnchorLine | undefined {
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw diskError(error);
  }
  try {
    const { size } = fstatSync(handle);
    const tail = Buffer.alloc(Math.min(size, 8 * LONGEST));
    readSync(handle, tail, 0, tail.length, size - tail.length);
    return tail.toString().split('\n').map(parse).findLast(Boolean);
  } finally {
    closeSync(handle);
  }
}

/** Never in the way of others: the program serves requests while the disk takes its time. */
async function append(file: string, lines: AnchorLine[]): Promise<void> {
  try {
    await mkdir(path.dirname(file), { recursive: true, mode: 0o750 });
    const handle = await open(file, 'a+', 0o640);
    try {
      const { size } = await handle.stat();
      const end = Buffer.alloc(1);
      if (size > 0) await handle.read(end, 0, 1, size - 1);
      const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
      const torn = size > 0 && end.toString() !== '\n';
      await handle.appendFile(torn ? `\n${text}` : text);
      await handle.sync();
      if (size === 0) syncFolder(path.dirname(file));
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw diskError(error);
  }
}

/** Every whole line in its order, a few in memory at a time. @throws what the disk says where the file cannot be read */
export async function* anchorLines(file: string): AsyncGenerator<AnchorLine> {
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    const line = parse(text);
    if (line) yield line;
  }
}
