/** Is the window as narrow as a phone? The same width as in the style sheets. */
import { cell, useCell } from '#web/place/cell.ts';

const narrow = matchMedia('(max-width: 720px)');
const phoneCell = cell(narrow.matches);
narrow.addEventListener('change', () => phoneCell.set(narrow.matches));

export const useIsPhone = (): boolean => useCell(phoneCell);
