/** Draws a report as an editable .docx in the form of official papers (GB/T 9704-2012: page, type sizes, page numbers), as far as a draft needs. */
import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Block } from '#paper/text.ts';

/** Twips: A4 with 37 mm above, 35 mm below, 28 mm and 26 mm at the sides; 22 lines of 28 characters. */
const page = { size: { width: 11_906, height: 16_838 }, margin: { top: 2098, bottom: 1984, left: 1588, right: 1474 } };
const TEXT_WIDTH = 11_906 - 1588 - 1474;
const LINE = 579;
const TABLE_LINE = 360;
/** A little closer than the type is wide, in twips: 28 characters of 16 points are wider than the text. Not by a grid of characters, which programs lay out each in their way. */
const CLOSER = -4;
/** Two characters. */
const INDENT = 640;
/** Half points: 2 号, 3 号, 小四, 4 号. */
const sizes = { title: 44, text: 32, table: 24, number: 28 } as const;

/** The fonts are commercial: they are named and not shipped; without them the reader's program takes others. */
const font = (eastAsia: string) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia });
const song = font('方正小标宋简体');
const fang = font('仿宋_GB2312');
const hei = font('黑体');

const spacing = { line: LINE, lineRule: LineRuleType.EXACT, before: 0, after: 0 };

const plain = (words: string, run: { font: ReturnType<typeof font>; size: number }, more: object = {}) =>
  new Paragraph({
    spacing,
    ...more,
    children: [new TextRun({ text: words, color: '000000', characterSpacing: CLOSER, ...run })],
  });

function drawn(block: Block): (Paragraph | Table)[] {
  switch (block.as) {
    case 'title':
      return [
        plain(
          block.words,
          { font: song, size: sizes.title },
          { alignment: AlignmentType.CENTER, heading: HeadingLevel.TITLE },
        ),
      ];
    case 'under':
      return [
        plain(
          block.words,
          { font: fang, size: sizes.text },
          { alignment: AlignmentType.CENTER, spacing: { ...spacing, after: LINE } },
        ),
      ];
    case 'heading':
      return [
        plain(
          block.words,
          { font: hei, size: sizes.text },
          { heading: HeadingLevel.HEADING_1, indent: { firstLine: INDENT }, keepNext: true },
        ),
      ];
    case 'annex':
      return [
        plain(block.words, { font: hei, size: sizes.text }, { heading: HeadingLevel.HEADING_1, pageBreakBefore: true }),
      ];
    case 'text':
      return [
        plain(
          block.words,
          { font: fang, size: sizes.text },
          { indent: { firstLine: INDENT }, alignment: AlignmentType.BOTH },
        ),
      ];
    case 'table':
      return [table(block), plain('', { font: fang, size: sizes.table })];
  }
}

function table({ head, shares, rows }: Extract<Block, { as: 'table' }>): Table {
  const widths = shares.map((share) => Math.floor((TEXT_WIDTH * share) / 100));
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map(
        (words, column) =>
          new TableCell({
            width: { size: widths[column]!, type: WidthType.DXA },
            verticalAlign: VerticalAlign.CENTER,
            margins: { top: 40, bottom: 40, left: 80, right: 80 },
            children: [
              new Paragraph({
                spacing: { ...spacing, line: TABLE_LINE },
                alignment: isHead ? AlignmentType.CENTER : column === 0 ? AlignmentType.LEFT : AlignmentType.RIGHT,
                children: [new TextRun({ text: words, font: isHead ? hei : fang, size: sizes.table })],
              }),
            ],
          }),
      ),
    });
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
  });
}

/** — 1 —, on the outer side. */
const footer = (alignment: (typeof AlignmentType)[keyof typeof AlignmentType]) =>
  new Footer({
    children: [
      new Paragraph({
        alignment,
        indent: { left: 280, right: 280 },
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: font('宋体'), size: sizes.number })],
      }),
    ],
  });

/** @returns the bytes of the file */
export function drawPaper(title: string, blocks: readonly Block[]): Promise<Buffer> {
  const file = new Document({
    title,
    creator: '溯源',
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { font: fang, size: sizes.text } } } },
    sections: [
      {
        properties: { page, grid: { linePitch: LINE, type: 'lines' } },
        footers: { default: footer(AlignmentType.RIGHT), even: footer(AlignmentType.LEFT) },
        children: blocks.flatMap(drawn),
      },
    ],
  });
  return Packer.toBuffer(file);
}
