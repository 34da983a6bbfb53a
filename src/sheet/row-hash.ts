/** The fingerprint of a row: identity of a signal whose file has no number column. */
import { createHash } from 'node:crypto';
import { type Cell, cellText } from '#sheet/sheet.ts';

/**
 * SHA-256, hex, over the texts of the cells as they stand; empty cells at the end do not count, so that a column added
 * to the right leaves the hashes of old rows alone. Equal rows have equal hashes: tell them apart by their occurrence.
 */
export function rowHash(cells: readonly (Cell | undefined)[]): string {
  const texts = cells.map(cellText);
  while (texts.at(-1) === '') texts.pop();
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex');
}
