/** Finds the header of a table wherever it stands: below merged titles, unit lines and notes, in one row or two. */
import { plainName } from '#sheet/column-name.ts';
import { type Cell, cellText, type Row } from '#sheet/sheet.ts';

/** `index` counts from 0; `name` as written on one line, `上/下` for a header of two rows, '' where there is none. */
export type Column = { index: number; name: string };

/** Data begins below row number `headerRow`. `titleRows` are those above the header, `headerRows` the header itself. */
export type Header = { headerRow: number; columns: Column[]; titleRows: Row[]; headerRows: Row[] };

const longestName = 40;
/** Cells of a row that are looked at: no office's table has more columns, and a hostile one has 16,384. */
const mostNames = 300;

/**
 * `knownNames` are all names any field goes by. The row with most of them is the header; without any the first row
 * that is made of short, different words over most of the width. Nothing if no row looks like one.
 */
export function findHeader(firstRows: Row[], knownNames: readonly string[]): Header | undefined {
  const known = new Set(knownNames.map(plainName));
  const scores = firstRows.map((row) => score(row, known));
  let best = scores.indexOf(Math.max(...scores, 0));
  if (best < 0 || scores[best] === 0) best = firstRows.findIndex((row) => standsAlone(row, firstRows));
  const row = firstRows[best];
  if (!row) return undefined;

  const above = firstRows[best - 1];
  const below = firstRows[best + 1];
  if (above && above.number === row.number - 1) {
    const names = joined(above, row);
    if (names) return header(firstRows, best - 1, 2, names);
  }
  if (below && below.number === row.number + 1) {
    const names = joined(row, below);
    if (names) return header(firstRows, best, 2, names);
  }
  return header(firstRows, best, 1, row.cells.map(oneLine));
}

function header(rows: Row[], first: number, count: number, names: string[]): Header {
  const headerRows = rows.slice(first, first + count);
  const data = rows.slice(first + count);
  const width = Math.max(names.length, ...data.map((row) => row.cells.length));
  const columns = Array.from({ length: width }, (_, index) => ({ index, name: names[index] ?? '' })).filter(
    ({ index, name }) => name !== '' || data.some((row) => cellText(row.cells[index]).trim() !== ''),
  );
  return { headerRow: headerRows.at(-1)!.number, columns, titleRows: rows.slice(0, first), headerRows };
}

/** Known names in the row: two of them, or one that is the whole row, make a header. */
function score(row: Row, known: Set<string>): number {
  const filled = row.cells.slice(0, mostNames).filter((cell) => cellText(cell).trim() !== '');
  const names = filled.filter(looksLikeName).map((cell) => plainName(oneLine(cell)));
  if (names.length < filled.length * 0.6) return 0;
  const exact = names.filter((name) => known.has(name)).length;
  if (exact === filled.length && exact > 0) return exact;
  const alike = names.filter((name) => !known.has(name) && endsLike(name, known)).length;
  return exact + alike >= 2 ? exact + alike / 2 : 0;
}

/** 诉求人联系电话 ends in 联系电话: half of the name at least has to be known, and counts half. */
function endsLike(name: string, known: Set<string>): boolean {
  for (let from = 1; from <= name.length / 2 && name.length - from >= 2; from++) {
    if (known.has(name.slice(from))) return true;
  }
  return false;
}

/** For tables of other matters: all cells short words, none twice, over at least 60 % of the widest row. */
function standsAlone(row: Row, rows: Row[]): boolean {
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const filled = row.cells.filter((cell) => cellText(cell).trim() !== '');
  return (
    filled.length >= 2 &&
    filled.length >= width * 0.6 &&
    filled.every(looksLikeName) &&
    new Set(filled.map(oneLine)).size === filled.length &&
    row !== rows.at(-1)
  );
}

/** Short words; not a number or date, not `填报人：张三` (a form line above the table). */
function looksLikeName(cell: Cell): boolean {
  if (typeof cell !== 'string') return false;
  const text = cell.trim();
  return (
    text.length > 0 &&
    text.length <= longestName &&
    /\p{L}/u.test(text) &&
    !/[:：]/.test(text) &&
    !/^\d.*[年月日\d]$/.test(text)
  );
}

/**
 * Names of a two-row header, or nothing if the rows are not one. The upper row has gaps right of a name that spans
 * several columns and the lower row names just these; elsewhere the lower row is empty (a name two rows high) or repeats.
 */
function joined(upper: Row, lower: Row): string[] | undefined {
  const width = Math.max(upper.cells.length, lower.cells.length);
  const top = Array.from({ length: width }, (_, i) => oneLine(upper.cells[i]));
  const bottom = Array.from({ length: width }, (_, i) => oneLine(lower.cells[i]));
  if (top.filter((name) => name !== '').length < 2) return undefined;
  const named = [...upper.cells, ...lower.cells].filter((cell) => cellText(cell).trim() !== '');
  if (!named.every(looksLikeName)) return undefined;

  const names: string[] = [];
  let group = '';
  let groups = 0;
  for (const [i, under] of bottom.entries()) {
    const over = top[i]!;
    if (over !== '' && over !== group) {
      const spans =
        under !== '' &&
        under !== over &&
        i + 1 < width &&
        (top[i + 1] === '' || top[i + 1] === over) &&
        bottom[i + 1] !== '';
      if (under !== '' && under !== over && !spans) return undefined;
      group = spans ? over : '';
      if (spans) groups++;
      names.push(spans ? `${over}/${under}` : over);
    } else {
      if (under !== '' && group === '') return undefined;
      if (under === '') group = '';
      names.push(under === '' ? '' : `${group}/${under}`);
    }
  }
  return groups > 0 ? names : undefined;
}

function oneLine(cell: Cell | undefined): string {
  return cellText(cell).replace(/\s+/g, ' ').trim();
}
