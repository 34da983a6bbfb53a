/** The part of the catalogue of problems that is about the sealed ledger. */
export const ledgerProblems = {
  anchor_ahead: [
    500,
    '台账封存到第 {block} 块，锚点文件却已有第 {line} 块：台账末尾可能被删，请执行 suyuan ledger verify 并查明原因',
    'The ledger is sealed up to block {block}, but its anchor file has block {line}: its end may have been cut; run suyuan ledger verify and find out why',
  ],
  anchor_differs: [
    500,
    '台账第 {block} 块与锚点文件所记不符：台账可能被改动，请执行 suyuan ledger verify 并查明原因',
    'Block {block} of the ledger is not what its anchor file says: the ledger may have been changed; run suyuan ledger verify and find out why',
  ],
  anchor_unreadable: [500, '锚点文件 {file} 无法读取（{why}）', 'The anchor file {file} cannot be read ({why})'],
  row_unknown: [404, '台账没有第 {seq} 条', 'The ledger has no row {seq}'],
  row_unsealed: [409, '第 {seq} 条尚未封存，请一分钟后再试', 'Row {seq} is not sealed yet; try again in a minute'],
  row_broken: [
    409,
    '第 {seq} 条所在的第 {block} 块与封存时不符，无法证明；请执行 suyuan ledger verify',
    'Block {block} of row {seq} is not what was sealed, so nothing can be proved; run suyuan ledger verify',
  ],
} as const satisfies Record<string, readonly [status: number, zh: string, en: string]>;
