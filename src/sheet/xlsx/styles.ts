/** What each cell style of a workbook shows: the one thing of its looks that changes the meaning of a number. */
import { maxSmallPartBytes } from '#sheet/limits.ts';
import { type Shown, shownByFormat } from '#sheet/number-format.ts';
import type { Package } from '#sheet/xlsx/package.ts';
import { readXml } from '#sheet/xlsx/xml.ts';

/** By the style index of a cell (`s`), in the order of `cellXfs`. */
export async function readStyles(pkg: Package, name: string | undefined): Promise<Shown[]> {
  const part = name === undefined ? undefined : await pkg.part(name, maxSmallPartBytes);
  if (!part) return [];
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let within = '';
  await readXml(part.bytes, {
    open(element, a) {
      if (element === 'numFmts' || element === 'cellXfs') within = element;
      else if (element === 'numFmt' && within === 'numFmts') codes.set(Number(a.numFmtId), a.formatCode ?? '');
      else if (element === 'xf' && within === 'cellXfs') formats.push(Number(a.numFmtId ?? 0));
    },
    close(element) {
      if (element === within) within = '';
    },
  });
  return formats.map((id) => shownByFormat(id, codes.get(id)));
}
