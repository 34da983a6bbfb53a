/** Excel out of exactly what is seen: the list's own filter and masking, with who took it out on every page. */
import { PassThrough } from 'node:stream';
import { record } from '#ledger/record.ts';
import { type Actor, signing } from '#people/actor.ts';
import type { FileReply } from '#people/serve.ts';
import { transact } from '#platform/city.ts';
import type { Tx } from '#platform/db.ts';
import { parse } from '#platform/malformed.ts';
import type { Cell } from '#sheet/sheet.ts';
import { openWorkbook, type WorkbookWriter } from '#sheet/write-workbook.ts';
import { type SignalItem, type SignalQuery, signalQuery } from '#signal/signal.api.ts';
import { listSignals, showLine } from '#signal/signal.store.ts';
import { matters, states, urgencies } from '#signal/signal.ts';

/** More rows than anybody reads; who needs all of them asks for less, by date. */
const MOST = 50_000;
const PAGE = 200;

const columns: { name: string; width: number; cell: (item: SignalItem) => Cell }[] = [
  { name: '编号', width: 22, cell: (item) => item.number },
  { name: '来源编号', width: 18, cell: (item) => item.sourceNumber ?? '' },
  { name: '渠道', width: 12, cell: (item) => item.channel.name },
  { name: '受理时间', width: 18, cell: (item) => ({ date: wallTime(item.receivedAt), shown: 'minute' }) },
  { name: '类别', width: 8, cell: (item) => matters[item.matter].zh },
  { name: '紧急程度', width: 10, cell: (item) => urgencies[item.urgency].zh },
  { name: '标题', width: 30, cell: (item) => item.title ?? '' },
  { name: '内容', width: 60, cell: (item) => item.words },
  { name: '地点', width: 20, cell: (item) => item.place ?? '' },
  { name: '状态', width: 12, cell: (item) => states[item.state].zh },
  { name: '问题', width: 16, cell: (item) => item.problem?.number ?? '' },
  { name: '已答复', width: 8, cell: (item) => (item.answered ? '是' : '否') },
];

const wallTime = (instant: string) => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 19);

/** Streams page after page, each read in its own transaction; that it was taken out stands in the ledger first. */
export async function exportSignals(tx: Tx, actor: Actor, raw: Record<string, string>): Promise<FileReply> {
  const { cursor: _, limit: __, ...filter } = parse(signalQuery, raw);
  const by = signing(actor, 'signal.read');
  const asked = Object.keys(filter).filter((key) => filter[key as keyof typeof filter] !== undefined);
  await record(tx, by, { verb: 'export.signals', kind: 'export', thing: actor.id!, data: { filter: asked } });
  const file = new PassThrough();
  const watermark = `${tx.city.name.zh} ${actor.name} ${wallTime(tx.now.toISOString()).replace('T', ' ')}`;
  const workbook = openWorkbook(file, {
    sheetName: '线索',
    widths: columns.map(({ width }) => width),
    frozenRows: 1,
    watermark,
  });
  write(tx, actor, filter, workbook).catch((error) => file.destroy(error));
  return { file, name: `线索-${wallTime(tx.now.toISOString()).slice(0, 10)}.xlsx`, type: XLSX };
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function write(
  tx: Tx,
  actor: Actor,
  filter: Omit<SignalQuery, 'cursor' | 'limit'>,
  workbook: WorkbookWriter,
): Promise<void> {
  const { city } = tx;
  await workbook.row(
    columns.map(({ name }) => name),
    'heading',
  );
  let cursor: string | undefined;
  for (let written = 0; written < MOST; written += PAGE) {
    const page = await transact(city, (own) => listSignals(own, actor, { ...filter, cursor, limit: PAGE }));
    for (const row of page.rows) await workbook.row(columns.map(({ cell }) => cell(showLine(row))));
    if (!page.next) break;
    cursor = page.next;
  }
  await workbook.end();
}
