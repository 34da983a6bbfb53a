/** Which sheet of a file is read. */
import { problem } from '#platform/problem.ts';
import type { SheetName } from '#sheet/sheet.ts';

/** The one asked for, hidden or not; else the first that is shown; else the first. */
export function chooseSheet<S extends SheetName>(sheets: S[], name: string | undefined): S {
  const chosen =
    name === undefined
      ? (sheets.find((sheet) => !sheet.hidden) ?? sheets[0])
      : sheets.find((sheet) => sheet.name === name);
  if (!chosen) throw name === undefined ? problem('sheet_none') : problem('sheet_unknown', { name });
  return chosen;
}
