/** A list as an Excel file out of exactly what is seen: page after page, with who took it out on every page. */
import { PassThrough } from 'node:stream';
import { record } from '#ledger/record.ts';
import { type Actor, signing } from '#people/actor.ts';
import type { Permission } from '#people/permissions.ts';
import type { FileReply } from '#people/serve.ts';
import { transact } from '#platform/city.ts';
import type { Tx } from '#platform/db.ts';
import type { Cell } from '#sheet/sheet.ts';
import { openWorkbook } from '#sheet/write-workbook.ts';

/** More rows than anybody reads; who needs all of them asks for less, by a filter. */
const MOST = 50_000;
export const PAGE = 200;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export type ListFile<Row> = {
  name: string;
  permission: Permission;
  /** The ledger's verb; that it was taken out stands there first, with the filters that were set. */
  verb: string;
  filters: readonly string[];
  columns: readonly { name: string; width: number; cell: (row: Row) => Cell }[];
  /** Each page is read in a transaction of its own. */
  read(tx: Tx, cursor: string | undefined): Promise<{ items: Row[]; next: string | null }>;
};

export const wallTime = (instant: string) => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 19);

export async function listFile<Row>(tx: Tx, actor: Actor, list: ListFile<Row>): Promise<FileReply> {
  const by = signing(actor, list.permission);
  await record(tx, by, { verb: list.verb, kind: 'export', thing: actor.id!, data: { filter: list.filters } });
  const file = new PassThrough();
  const at = wallTime(tx.now.toISOString());
  write(tx, actor, list, file, at).catch((error) => file.destroy(error));
  return { file, name: `${list.name}-${at.slice(0, 10)}.xlsx`, type: XLSX };
}

async function write<Row>({ city }: Tx, actor: Actor, list: ListFile<Row>, file: PassThrough, at: string) {
  const { name, columns, read } = list;
  const workbook = await openWorkbook(file, {
    sheetName: name,
    widths: columns.map(({ width }) => width),
    frozenRows: 1,
    watermark: `${city.name.zh} ${actor.name} ${at.replace('T', ' ')}`,
  });
  await workbook.row(
    columns.map((column) => column.name),
    'heading',
  );
  let cursor: string | undefined;
  for (let written = 0; written < MOST; written += PAGE) {
    const page = await transact(city, (own) => read(own, cursor));
    for (const row of page.items) await workbook.row(columns.map(({ cell }) => cell(row)));
    if (!page.next) break;
    cursor = page.next;
  }
  await workbook.end();
}
