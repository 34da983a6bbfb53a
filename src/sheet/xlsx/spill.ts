/** A growing list of strings kept on disk in pages, of which the last used stay in memory. */
import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Strings of one page: enough that reading in order needs few reads, few enough that reading at random is cheap. */
const pageChars = 16 * 1024;
const pageStrings = 512;
/** Pages in memory: at two bytes a character about 8 MB. */
const pagesKept = 256;

type Page = { strings: string[]; usedAt: number };

export type Spill = {
  count(): number;
  add(text: string): void;
  /** The string added as number `index` from 0; nothing beyond the last. */
  at(index: number): string | undefined;
  close(): void;
};

/**
 * Pages go to a file in `tempDir` that loses its name at once: it vanishes with the process, however that ends.
 * Memory: the pages kept and 24 bytes a page, that is 2 MB for 2 GB of strings. Synchronous: use it off the main thread.
 */
export function openSpill(tempDir: string): Spill {
  const path = join(tempDir, `strings-${randomUUID()}`);
  const file = openSync(path, 'wx+', 0o600);
  unlinkSync(path);

  const first: number[] = [];
  const offset: number[] = [];
  const kept = new Map<number, Page>();
  let tick = 0;
  let end = 0;
  let count = 0;
  let filling: string[] = [];
  let filled = 0;

  function flush() {
    const lengths = new Uint32Array([filling.length, ...filling.map((text) => text.length)]);
    const bytes = Buffer.concat([Buffer.from(lengths.buffer), Buffer.from(filling.join(''), 'utf16le')]);
    first.push(count - filling.length);
    offset.push(end);
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done, bytes.length - done, end + done);
    end += bytes.length;
    filling = [];
    filled = 0;
  }

  function keep(page: number, loaded: Page) {
    if (kept.size >= pagesKept) {
      let oldest = page;
      let since = tick;
      for (const [other, { usedAt }] of kept) if (usedAt < since) [oldest, since] = [other, usedAt];
      kept.delete(oldest);
    }
    kept.set(page, loaded);
  }

  function load(page: number): string[] {
    const from = offset[page]!;
    const bytes = Buffer.alloc((offset[page + 1] ?? end) - from);
    for (let done = 0; done < bytes.length; ) done += readSync(file, bytes, done, bytes.length - done, from + done);
    const lengths = new Uint32Array(bytes.buffer, 4, bytes.readUInt32LE(0));
    let at = 4 + lengths.byteLength;
    return Array.from(lengths, (length) => {
      at += length * 2;
      return bytes.toString('utf16le', at - length * 2, at);
    });
  }

  return {
    count: () => count,
    add(text) {
      filling.push(text);
      count++;
      filled += text.length;
      if (filled >= pageChars || filling.length === pageStrings) flush();
    },
    at(index) {
      if (!(index >= 0 && index < count)) return undefined;
      const inFilling = index - (count - filling.length);
      if (inFilling >= 0) return filling[inFilling];
      const number = pageOf(first, index);
      let page = kept.get(number);
      if (!page) {
        page = { strings: load(number), usedAt: 0 };
        keep(number, page);
      }
      page.usedAt = ++tick;
      return page.strings[index - first[number]!];
    },
    close: () => closeSync(file),
  };
}

/** The last page that begins at or before `index`. */
function pageOf(first: number[], index: number): number {
  let low = 0;
  let high = first.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (first[middle]! <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}
