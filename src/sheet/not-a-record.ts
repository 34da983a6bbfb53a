/** Rows below the header that are no records: totals, notes, headers printed again, blanks. */
import { plainName } from '#sheet/column-name.ts';
import type { Column } from '#sheet/header.ts';
import { cellText, type Row } from '#sheet/sheet.ts';

export type NotARecord = 'empty' | 'header' | 'total' | 'note';

const total =
  /^(本页|本表|以上|全部|全市|各项)?(合计|总计|小计|共计|累计|总数)(共?[\d.,]+(条|件|个|人|户|家|项|元|次)?)?$/;
const noteBegins =
  /^[(（【*※]?\s*(备注|注释?|说明|填表说明|填报说明|填表人|填报人|填报单位|制表人?|制表单位|审核人?|审批人?|复核人?|负责人|经办人|单位负责人|分管领导|填表日期|填报日期|制表日期|打印日期|打印时间|导出时间|导出人|数据来源|统计时间|统计口径|联系人|联系电话|第\s*\d+\s*页|以下(空白|无正文))\s*([一二三四五\d]*[:：]|$|[,，共]|[)）】])/;

/**
 * Why the row is no record, or nothing if it is one. In doubt it is one: a note must leave half of the columns empty
 * and a total stand in one of the first three filled cells, with nothing long beside it. Tell the user what was left out.
 */
export function isNotARecord(row: Row, columns: readonly Column[]): NotARecord | undefined {
  const texts = row.cells.map((cell) => cellText(cell).trim());
  const filled = texts.filter((text) => text !== '');
  if (filled.length === 0) return 'empty';
  if (repeatsHeader(texts, columns)) return 'header';
  const named = columns.filter(({ name }) => name !== '').length;
  if (filled.every((text) => text.length <= 20) && filled.slice(0, 3).some((text) => total.test(plainName(text))))
    return 'total';
  if (named > 1 && filled.length <= named / 2 && noteBegins.test(filled[0]!)) return 'note';
  return undefined;
}

/** Half of a two-row header counts as well, so the names are compared whole and in parts. */
function repeatsHeader(texts: string[], columns: readonly Column[]): boolean {
  let same = 0;
  let filled = 0;
  for (const { index, name } of columns) {
    const text = plainName(texts[index] ?? '');
    if (text === '') continue;
    filled++;
    if ([name, ...name.split('/')].some((part) => plainName(part) === text)) same++;
  }
  return same >= 1 && same >= filled * 0.8 && (same >= 2 || columns.length === 1);
}
