/** Columns of cell references: `C7` stands in column 2, counted from 0. */

/** The column of a reference, or -1 if it has no letters. Grows without bound: the caller compares it with its limit. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const letter = reference.charCodeAt(i) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column - 1;
}

/** The letters of a column counted from 0: 0 → `A`, 27 → `AB`. */
export function columnLetters(column: number): string {
  const before = Math.floor(column / 26) - 1;
  return `${before >= 0 ? columnLetters(before) : ''}${String.fromCharCode(65 + (column % 26))}`;
}
