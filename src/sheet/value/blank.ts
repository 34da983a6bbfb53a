/** What people write into a cell to say that there is nothing to say. */
import { type Cell, cellText } from '#sheet/sheet.ts';
import { keyText } from '#sheet/value/fold-digits.ts';

const nothing = new Set('/ \\ - -- — —— － 无 暂无 没有 空 (空) (无) n/a na null none'.split(' '));

/** For optional fields only: in words `无` is an answer. The error of a formula is nothing too. */
export function isBlank(cell: Cell | undefined): boolean {
  if (typeof cell === 'object' && cell !== null && 'error' in cell) return true;
  const text = cellText(cell);
  if (text.length > 16 && text.trim() !== '') return false;
  const key = keyText(text).toLowerCase();
  return key === '' || nothing.has(key);
}
