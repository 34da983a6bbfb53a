/** The exported ledger: one row a line, with who took it out and when on every page and in the last row. */
import { PassThrough, type Readable } from 'node:stream';
import { dayOf, wallClock } from '#clock/day.ts';
import type { AuditRow } from '#people/audit.api.ts';
import type { Cell } from '#sheet/sheet.ts';
import { writeWorkbook } from '#sheet/write-workbook.ts';

const columns = [
  { name: '序号', width: 10 },
  { name: '时间', width: 20 },
  { name: '操作人', width: 14 },
  { name: '代谁办理', width: 14 },
  { name: '动作', width: 22 },
  { name: '对象', width: 28 },
  { name: '单位', width: 28 },
  { name: '理由', width: 40 },
  { name: '内容', width: 60 },
];

const actorWords = { person: '（未知人员）', token: '接口', reporter: '诉求人', program: '系统' };

const cellsOf = (row: AuditRow): Cell[] => [
  { number: row.seq, text: String(row.seq) },
  { date: timeOf(new Date(row.at)), shown: 'second' },
  row.actor?.name || actorWords[row.actorKind],
  row.forWhom?.name ?? '',
  row.verbName.zh,
  row.thingName ?? row.thing,
  row.unit?.name ?? '',
  row.reason ?? '',
  JSON.stringify(row.data, (_, value) => (typeof value === 'string' ? (row.names[value] ?? value) : value)),
];

/** Wall time in Shanghai: `2026-03-12T09:00:05`. */
const timeOf = (at: Date): string =>
  `${dayOf(at)}T${wallClock(at).time}:${String(at.getUTCSeconds()).padStart(2, '0')}`;

/** Streams while it is written. */
export function auditSheet(rows: AuditRow[], by: string, at: Date): Readable {
  const file = new PassThrough();
  const watermark = `${by} 于 ${timeOf(at).replace('T', ' ')} 从溯源导出，内部使用`;
  writeWorkbook(file, { sheetName: '审计台账', watermark, columns, rows: rows.map(cellsOf) }).catch((error) =>
    file.destroy(error),
  );
  return file;
}
