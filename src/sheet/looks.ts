/** What the cells of a column look like, whatever the column is called. */
import type { Look } from '#sheet/field.ts';
import { type Cell, cellText } from '#sheet/sheet.ts';
import { isBlank } from '#sheet/value/blank.ts';
import { readDate } from '#sheet/value/read-date.ts';
import { readPhone } from '#sheet/value/read-phone.ts';

/** The hundred commonest surnames cover about 85 % of people (Ministry of Public Security's yearly report). */
const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文';
const person = new RegExp(`^[${surnames}]([\\p{Script=Han}·]{1,3}|[*某]{1,2}|先生|女士|小姐|同志)$`, 'u');

const tests: Record<Exclude<Look, 'longText'>, (cell: Cell) => boolean> = {
  // Five digits alone may be a day number or anything else.
  date: (cell) => !/^\d{5}(\.\d+)?$/.test(cellText(cell)) && 'at' in readDate(cell, { dateSystem: 1900 }),
  phone: (cell) => {
    const read = readPhone(cell);
    return 'phone' in read ? read.phone.length >= 7 : read.problem === 'lost_digits' || read.problem === 'value_masked';
  },
  number: (cell) => /^-?[\d,]+(\.\d+)?%?$/.test(cellText(cell).trim()),
  person: (cell) => person.test(cellText(cell).trim()),
};

/** Words of a complaint are longer than any name or address: half of the cells have at least this many characters. */
const longChars = 25;

/** How many of the cells that are not blank look so. */
export function looking(look: Look, cells: (Cell | undefined)[]): { fit: number; of: number } {
  const filled = cells.filter((cell): cell is Cell => !isBlank(cell));
  const fit = filled.filter((cell) =>
    look === 'longText' ? cellText(cell).length >= longChars : tests[look](cell),
  ).length;
  return { fit, of: filled.length };
}
