/** What a verification tells: what was checked, up to when it is covered, and what was found, in both languages. */

import type { AnchorLine } from '#ledger/anchor.ts';
import { plural } from '#platform/fill.ts';
import type { Said } from '#platform/problem.ts';

export type Finding =
  | { what: 'changed' | 'missing'; seq: number; block: number }
  /** Without a block: of an epoch that is over, or that never was. */
  | { what: 'inserted'; seq: number; block?: number }
  | { what: 'broken' | 'block_changed' | 'block_missing' | 'anchor_differs' | 'anchor_gap'; block: number }
  | { what: 'cut'; block: number; last: number; rows: number };

export type Report = {
  ok: boolean;
  /** Rows read, and those of them that came after the last block. */
  rows: number;
  unsealed: number;
  blocks: number;
  /** When the last block was made: what was written after it is not covered. */
  covered: Date | null;
  /** The last line of the anchor that was held against the blocks; null without an anchor. */
  anchor: { lines: number; last: AnchorLine | null } | null;
  found: number;
  /** The first of them. */
  findings: Finding[];
};

const SHOWN = 100;

export type Findings = { add(finding: Finding): void; count(): number; list(): Finding[] };

export function findings(): Findings {
  const kept: Finding[] = [];
  let count = 0;
  return {
    add(finding) {
      count++;
      if (kept.length < SHOWN) kept.push(finding);
    },
    count: () => count,
    list: () => kept,
  };
}

export function findingWords(finding: Finding): Said {
  switch (finding.what) {
    case 'changed':
      return {
        zh: `第 ${finding.block} 块：第 ${finding.seq} 条被改动`,
        en: `Block ${finding.block}: row ${finding.seq} was changed`,
      };
    case 'missing':
      return {
        zh: `第 ${finding.block} 块：第 ${finding.seq} 条被删除`,
        en: `Block ${finding.block}: row ${finding.seq} is missing`,
      };
    case 'inserted':
      return finding.block === undefined
        ? {
            zh: `第 ${finding.seq} 条不属于任何应有的块，是插入的`,
            en: `Row ${finding.seq} belongs to no block there can be: it was inserted`,
          }
        : {
            zh: `第 ${finding.block} 块：第 ${finding.seq} 条是封存之后插入的`,
            en: `Block ${finding.block}: row ${finding.seq} was inserted after it was sealed`,
          };
    case 'broken':
      return { zh: `第 ${finding.block} 块与封存时不符`, en: `Block ${finding.block} is not what was sealed` };
    case 'block_changed':
      return {
        zh: `第 ${finding.block} 块的封存记录被改动，或与前一块接不上`,
        en: `The seal of block ${finding.block} was changed, or does not follow the block before`,
      };
    case 'block_missing':
      return { zh: `第 ${finding.block} 块的封存记录不见了`, en: `The seal of block ${finding.block} is missing` };
    case 'anchor_differs':
      return {
        zh: `第 ${finding.block} 块与锚点文件所记不符`,
        en: `Block ${finding.block} is not what the anchor says`,
      };
    case 'anchor_gap':
      return {
        zh: `锚点文件缺第 ${finding.block} 块或顺序不对`,
        en: `The anchor lacks block ${finding.block}, or is out of order there`,
      };
    case 'cut':
      return {
        zh: `台账末尾被删：锚点文件记到第 ${finding.last} 块，台账从第 ${finding.block} 块起没有了（封存时共 ${finding.rows} 条）`,
        en: `The end of the ledger was cut: the anchor goes to block ${finding.last}, the ledger has nothing from block ${finding.block} on (${finding.rows} ${plural(finding.rows, 'row', 'rows')} when sealed)`,
      };
  }
}

/** The report as lines to read. `time` writes an instant as the city's people read it. */
export function reportWords(report: Report, time: (at: Date) => string): Said[] {
  const { rows, blocks, unsealed, covered, anchor, found } = report;
  const lines: Said[] = [
    {
      zh: `核对了 ${rows} 条、${blocks} 块，逐条重算`,
      en: `Checked ${rows} ${plural(rows, 'row', 'rows')} in ${blocks} ${plural(blocks, 'block', 'blocks')}, every row computed again`,
    },
    covered
      ? {
          zh: `封存覆盖到 ${time(covered)}；其后 ${unsealed} 条尚未封存，不在核对之内`,
          en: `Covered up to ${time(covered)}; ${unsealed} ${plural(unsealed, 'row after it is', 'rows after it are')} not sealed yet and not covered`,
        }
      : { zh: '还没有封存任何一块，什么也没有核对', en: 'Nothing is sealed yet, so nothing is covered' },
    anchorWords(anchor, time),
  ];
  lines.push(...report.findings.map(findingWords));
  if (found > report.findings.length)
    lines.push({ zh: `另有 ${found - report.findings.length} 处`, en: `and ${found - report.findings.length} more` });
  lines.push(
    report.ok
      ? { zh: '相符：封存的每一条都与封存时一样', en: 'Whole: every sealed row is as it was sealed' }
      : { zh: `不符：发现 ${found} 处`, en: `Not whole: ${found} found` },
  );
  return lines;
}

function anchorWords(anchor: Report['anchor'], time: (at: Date) => string): Said {
  if (!anchor)
    return {
      zh: '没有对照锚点文件：台账末尾若连同封存记录一起被删，这样看不出来（请用 --anchor）',
      en: 'No anchor was compared: an end cut off together with its seals would not be seen (use --anchor)',
    };
  if (!anchor.last)
    return { zh: '锚点文件是空的，末尾被删看不出来', en: 'The anchor is empty: a cut end would not be seen' };
  return {
    zh: `对照了锚点文件 ${anchor.lines} 行，到 ${time(new Date(anchor.last.at))}；此后的末尾若被删，看不出来`,
    en: `Compared with ${anchor.lines} ${plural(anchor.lines, 'line', 'lines')} of the anchor, up to ${time(new Date(anchor.last.at))}; a cut after that would not be seen`,
  };
}
