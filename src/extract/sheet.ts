/** The file of an extract: what the list shows, the personal columns that were granted, and who took it out, when, what for. */
import { PassThrough } from 'node:stream';
import { type ExtractColumn, columns as personal } from '#extract/extract.ts';
import type { ExtractRow } from '#extract/signals.store.ts';
import type { Cell } from '#sheet/sheet.ts';
import { writeWorkbook } from '#sheet/write-workbook.ts';
import { matters, states } from '#signal/signal.ts';

const wallTime = (instant: string) => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 19);

type Column = { name: string; width: number; cell: (row: ExtractRow) => Cell };

const open: readonly Column[] = [
  { name: '编号', width: 22, cell: ({ item }) => item.number },
  { name: '渠道', width: 12, cell: ({ item }) => item.channel.name },
  { name: '受理时间', width: 18, cell: ({ item }) => ({ date: wallTime(item.receivedAt), shown: 'minute' }) },
  { name: '类别', width: 8, cell: ({ item }) => matters[item.matter].zh },
  { name: '标题', width: 30, cell: ({ item }) => item.title ?? '' },
  { name: '内容（打码）', width: 60, cell: ({ item }) => item.words },
  { name: '地点', width: 20, cell: ({ item }) => item.place ?? '' },
  { name: '状态', width: 12, cell: ({ item }) => states[item.state].zh },
  { name: '问题', width: 16, cell: ({ item }) => item.problem?.number ?? '' },
];

const widths: Record<ExtractColumn, number> = { name: 12, phone: 16, idNumber: 22, address: 30, words: 60 };

export type Taken = { city: string; by: string; decidedBy: string; at: Date; purpose: string };

/** @returns the stream, and a promise of how many rows it held. */
export function drawExtract(granted: readonly ExtractColumn[], rows: AsyncIterable<ExtractRow>, taken: Taken) {
  const columns: Column[] = [
    ...open,
    ...granted.map((name) => ({
      name: personal[name].zh,
      width: widths[name],
      cell: (row: ExtractRow) => row.personal[name],
    })),
  ];
  const { city, by, decidedBy, at, purpose } = taken;
  const time = wallTime(at.toISOString()).replace('T', ' ');
  const watermark = `${city} ${by} ${time} 导出，${decidedBy} 批准，用于：${purpose}。含个人信息，用后销毁`;
  const file = new PassThrough();
  let count = 0;
  async function* cells() {
    for await (const row of rows) {
      count += 1;
      yield columns.map(({ cell }) => cell(row));
    }
  }
  const written = writeWorkbook(file, { sheetName: '线索', watermark, columns, rows: cells() }).catch((error) =>
    file.destroy(error),
  );
  return { file, counted: async () => written.then(() => count) };
}
