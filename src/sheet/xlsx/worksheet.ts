/** Rows of one worksheet part, as its XML comes by. */
import { problem } from '#platform/problem.ts';
import { maxCellChars, maxColumns, maxRowNumber } from '#sheet/limits.ts';
import { numberCell } from '#sheet/number-cell.ts';
import type { Shown } from '#sheet/number-format.ts';
import type { Cell } from '#sheet/sheet.ts';
import { columnOf } from '#sheet/xlsx/cell-ref.ts';
import { unescaped } from '#sheet/xlsx/escapes.ts';
import type { Attributes, Handlers } from '#sheet/xlsx/xml.ts';

export type WorksheetContext = { styles: Shown[]; dateSystem: 1900 | 1904; from: number };

/** A row as its cells came: only those that are there, so that a lone cell in column XFD costs one place, not 16,384. */
export type SparseRow = { number: number; columns: number[]; values: Cell[]; formulas: number[] };

/** A value that waits for shared string `index`. */
export type Waiting = { values: Cell[]; at: number; index: number };

export type WorksheetReading = {
  handlers: Handlers;
  /** The rows completed since the last call, empty ones included, and the cells in them that wait for a shared string. */
  take(): { rows: SparseRow[]; waiting: Waiting[] };
};

const plain: Shown = { as: 'plain' };
const isoDate = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d))?/;

/** Row and cell references are optional in the format: a row or cell without one follows its predecessor. */
export function readWorksheet({ styles, dateSystem, from }: WorksheetContext): WorksheetReading {
  let rows: SparseRow[] = [];
  let waiting: Waiting[] = [];
  let row: SparseRow = { number: 0, columns: [], values: [], formulas: [] };
  let wanted = false;
  let column = -1;
  let seen = 0;
  let formula = false;
  let type = 'n';
  let style = plain;
  let text = '';
  let collecting = false;
  let inPhonetic = false;

  function openRow(attributes: Attributes) {
    const number = Number(attributes.r ?? 0);
    const follows = Number.isInteger(number) && number > row.number && number <= maxRowNumber;
    row = { number: follows ? number : row.number + 1, columns: [], values: [], formulas: [] };
    wanted = row.number >= from;
    column = -1;
    seen = 0;
  }

  function openCell(attributes: Attributes) {
    column = attributes.r === undefined ? column + 1 : columnOf(attributes.r);
    if (column >= maxColumns || ++seen > maxColumns) {
      throw problem('sheet_row_too_wide', { row: row.number, limit: maxColumns });
    }
    type = attributes.t ?? 'n';
    style = (attributes.s === undefined ? undefined : styles[Number(attributes.s)]) ?? plain;
    text = '';
    formula = false;
  }

  function closeCell() {
    if (column < 0) return;
    if (formula) row.formulas.push(column);
    if (text === '') return;
    row.columns.push(column);
    if (type === 's') waiting.push({ values: row.values, at: row.values.length, index: Number(text) });
    row.values.push(type === 's' ? null : cellOf());
  }

  function cellOf(): Cell {
    if (type === 'n') return numberCell(text, style, dateSystem);
    if (type === 'b') return text.trim() === '1' || text.trim() === 'true';
    if (type === 'e') return { error: text };
    const iso = type === 'd' ? isoDate.exec(text) : null;
    if (iso) return { date: `${iso[1]}T${iso[2] ?? '00:00:00'}`, shown: iso[2] ? 'second' : 'day' };
    return unescaped(text);
  }

  return {
    handlers: {
      open(name, attributes) {
        if (name === 'row') openRow(attributes);
        else if (!wanted) return;
        else if (name === 'c') openCell(attributes);
        else if (name === 'v') collecting = true;
        else if (name === 't') collecting = !inPhonetic;
        else if (name === 'rPh') inPhonetic = true;
        else if (name === 'f') formula = true;
      },
      text(piece) {
        if (!collecting) return;
        text += piece;
        if (text.length > maxCellChars) throw problem('sheet_cell_too_long', { limit: maxCellChars });
      },
      close(name) {
        if (name === 'v' || name === 't') collecting = false;
        else if (name === 'rPh') inPhonetic = false;
        else if (!wanted) return;
        else if (name === 'c') closeCell();
        else if (name === 'row') {
          rows.push(row);
          wanted = false;
        }
      },
    },
    take() {
      const taken = { rows, waiting };
      rows = [];
      waiting = [];
      return taken;
    },
  };
}
