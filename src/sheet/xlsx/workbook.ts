/** What a workbook says of itself: its sheets in order, its date system, whether it carries macros. */
import { posix } from 'node:path';
import { problem } from '#platform/problem.ts';
import { maxSmallPartBytes } from '#sheet/limits.ts';
import type { SheetName } from '#sheet/sheet.ts';
import type { Package } from '#sheet/xlsx/package.ts';
import { type Attributes, readXml } from '#sheet/xlsx/xml.ts';

export type Workbook = {
  sheets: (SheetName & { part: string })[];
  dateSystem: 1900 | 1904;
  /** The file is .xlsm by content. The macros are never looked at. */
  macros: boolean;
  styles: string | undefined;
  sharedStrings: string | undefined;
};

/** Reads the list of sheets. Refuses packages that are no workbook, by what they are instead. */
export async function readWorkbook(pkg: Package): Promise<Workbook> {
  const main = (await relations(pkg, '')).find((r) => r.type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const part = await pkg.part(main, maxSmallPartBytes);
  if (!part || main.endsWith('.bin')) throw problem('sheet_not_a_table', { what: whatZipIs(pkg, main) });

  const listed: { name: string; hidden: boolean; relation: string }[] = [];
  let dateSystem: 1900 | 1904 = 1900;
  let root = '';
  await readXml(part.bytes, {
    open(name, a) {
      root ||= name;
      if (name === 'workbookPr' && isTrue(a.date1904)) dateSystem = 1904;
      if (name !== 'sheet') return;
      const hidden = a.state === 'hidden' || a.state === 'veryHidden';
      listed.push({ name: a.name ?? '', hidden, relation: relationId(a) });
    },
  });
  if (root !== 'workbook') throw problem('sheet_not_a_table', { what: whatZipIs(pkg, main) });

  const related = await relations(pkg, main);
  const targetOf = (type: string) => related.find((r) => r.type === type)?.target;
  const byId = new Map(related.map((r) => [r.id, r]));
  const sheets = listed.flatMap(({ name, hidden, relation }) => {
    const target = byId.get(relation);
    return target?.type === 'worksheet' ? [{ name, hidden, part: target.target }] : [];
  });
  return {
    sheets,
    dateSystem,
    macros: pkg.names.has('xl/vbaproject.bin'),
    styles: targetOf('styles'),
    sharedStrings: targetOf('sharedStrings'),
  };
}

type Relation = { id: string; type: string; target: string };

/** The relations of a part ('' = of the package), types by their last word: the strict and the usual namespace differ. */
async function relations(pkg: Package, of: string): Promise<Relation[]> {
  const folder = of.slice(0, of.lastIndexOf('/') + 1);
  const part = await pkg.part(`${folder}_rels/${of.slice(folder.length)}.rels`, maxSmallPartBytes);
  const found: Relation[] = [];
  if (!part) return found;
  await readXml(part.bytes, {
    open(name, a) {
      if (name !== 'Relationship' || a.TargetMode === 'External') return;
      const target = a.Target ?? '';
      found.push({
        id: a.Id ?? '',
        type: (a.Type ?? '').split('/').at(-1)!,
        target: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
      });
    },
  });
  return found;
}

function relationId(attributes: Attributes): string {
  const name = Object.keys(attributes).find((key) => key.endsWith(':id'));
  return name ? attributes[name]! : '';
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

function whatZipIs(pkg: Package, main: string): string {
  if (main.endsWith('.bin')) return 'Excel .xlsb';
  if (pkg.names.has('word/document.xml')) return 'Word .docx';
  if (pkg.names.has('ppt/presentation.xml')) return 'PowerPoint .pptx';
  if (pkg.names.has('content.xml') && pkg.names.has('mimetype')) return 'OpenDocument';
  if (pkg.names.has('ofd.xml')) return 'OFD';
  return 'ZIP';
}
