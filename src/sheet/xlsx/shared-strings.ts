/** The shared strings of a workbook, read only as far as the rows need them and kept on disk. */
import { problem } from '#platform/problem.ts';
import { maxCellChars } from '#sheet/limits.ts';
import { unescaped } from '#sheet/xlsx/escapes.ts';
import type { Package } from '#sheet/xlsx/package.ts';
import { openSpill } from '#sheet/xlsx/spill.ts';
import { walkXml } from '#sheet/xlsx/xml.ts';

export type SharedStrings = {
  /** Reads on until string number `index` (from 0) is there, or to the end. */
  upTo(index: number): Promise<void>;
  at(index: number): string | undefined;
  close(): Promise<void>;
};

/** Programs number their strings in the order of the rows, so the first rows of a large file come at once. */
export async function openSharedStrings(
  pkg: Package,
  name: string | undefined,
  tempDir: string,
): Promise<SharedStrings> {
  const part = name === undefined ? undefined : await pkg.part(name);
  if (!part) return { upTo: async () => {}, at: () => undefined, close: async () => {} };

  const spill = openSpill(tempDir);
  let text = '';
  let inText = false;
  let inPhonetic = false;
  const walk = walkXml(part.bytes, {
    open(element) {
      if (element === 'si') text = '';
      else if (element === 'rPh') inPhonetic = true;
      else if (element === 't') inText = !inPhonetic;
    },
    text(piece) {
      if (!inText) return;
      text += piece;
      if (text.length > maxCellChars) throw problem('sheet_cell_too_long', { limit: maxCellChars });
    },
    close(element) {
      if (element === 't') inText = false;
      else if (element === 'rPh') inPhonetic = false;
      else if (element === 'si') spill.add(unescaped(text));
    },
  });
  return {
    async upTo(index) {
      while (spill.count() <= index) if ((await walk.next()).done) return;
    },
    at: spill.at,
    async close() {
      await walk.return(undefined);
      spill.close();
    },
  };
}
