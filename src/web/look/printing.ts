/** Is the page being put on paper? Then what is shown piece by piece stands there whole. */
import { flushSync } from 'react-dom';
import { cell, useCell } from '#web/place/cell.ts';

const printingCell = cell(false);
// The browser takes its picture as soon as the listener returns.
addEventListener('beforeprint', () => flushSync(() => printingCell.set(true)));
addEventListener('afterprint', () => printingCell.set(false));

export const useIsPrinting = (): boolean => useCell(printingCell);
