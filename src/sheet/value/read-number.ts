/** Reads a figure as people write it into a cell: `1,234.5`, `98.05%`, `35 件`, or a number of the sheet itself. */
import { type Cell, cellText } from '#sheet/sheet.ts';
import { keyText } from '#sheet/value/fold-digits.ts';

/** `unit` is what stands behind the figure, empty where nothing does. */
export type NumberRead = { number: number; unit: string } | { problem: 'reading_not_a_number' };

const figure = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)?(\.\d+)?\s*([^\d\s.,+-][^\d]*)?$/;

/** A cell that the sheet shows as a percentage is read as shown: 98.05%, not 0.9805. */
export function readNumber(cell: Cell | undefined): NumberRead {
  const text = keyText(cellText(cell)).replace('−', '-');
  const found = figure.exec(text);
  const [, sign = '', whole = '', part = '', unit = ''] = found ?? [];
  if (!found || whole + part === '') return { problem: 'reading_not_a_number' };
  return { number: Number(`${sign}${whole.replaceAll(',', '') || '0'}${part}`), unit: unit.trim() };
}
