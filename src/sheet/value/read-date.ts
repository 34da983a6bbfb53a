/** Reads the date of a cell in every form offices export; refuses what could mean two days. */
import { wallTimeOfSerial } from '#sheet/serial.ts';
import { type Cell, cellText } from '#sheet/sheet.ts';
import { withArabicDate } from '#sheet/value/chinese-numerals.ts';
import { type DateRead, type Day, dateOf } from '#sheet/value/date.ts';
import { keyText } from '#sheet/value/fold-digits.ts';
import { timeOfDay } from '#sheet/value/time-of-day.ts';

const ordered: RegExp[] = [
  /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?/,
  /^(\d{4})\s*([-/.、])\s*(\d{1,2})\s*\2\s*(\d{1,2})(?!\d)/,
];
const packed = /^(\d{4})(\d\d)(\d\d)(?:[\sT]?(\d\d):?(\d\d)(?::?(\d\d)(?:\.?\d{3})?)?)?$/;
const weekday = /^[\s,]*[([]?\s*(?:星期|周|礼拜)[一二三四五六日天]\s*[)\]]?/;
const zone = /\s*(z|(?:gmt|utc)?\s*([+-])(\d\d):?(\d\d))$/i;
const english =
  /^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(?:(\d{1,2}:\d\d(?::\d\d)?)\s+(?:cst\s+)?)?(\d{4})$/i;
const englishDayFirst = /^(\d{1,2})[\s-]([a-z]{3})[a-z]*[\s,-]+(\d{4})(?:\s+(\S.*))?$/i;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Day numbers of 1990 to 2100 in both date systems have five digits; fewer or more are no day number. */
const serialText = /^\d{5}(\.\d+)?$/;

/**
 * A date-formatted cell is taken as it is; a bare number is a day number in the file's date system or packed digits
 * (20260312, 20260312090533); text in the forms of the tests beside this file. Text with a zone is turned to China's
 * time (+08:00, without the summer times of before 1992), any other is that already.
 */
export function readDate(cell: Cell | undefined, { dateSystem }: { dateSystem: 1900 | 1904 }): DateRead {
  if (typeof cell === 'object' && cell !== null && 'date' in cell) return fromCell(cell.date, cell.shown);
  const text = withArabicDate(keyText(cellText(cell)).replace(/\s+/g, ' '));
  if (text === '') return { problem: 'field_required' };
  if (serialText.test(text)) return fromSerial(Number(text), dateSystem);
  return fromPacked(text) ?? fromOrdered(text) ?? fromEnglish(text) ?? { problem: whyUnreadable(text) };
}

function fromCell(date: string, shown: 'day' | 'minute' | 'second'): DateRead {
  const [year, month, day, hour, minute, second] = date.split(/[-T:]/).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const time = { day: undefined, minute: { hour, minute }, second: { hour, minute, second } }[shown];
  return dateOf({ year, month, day }, time);
}

function fromSerial(serial: number, dateSystem: 1900 | 1904): DateRead {
  const date = wallTimeOfSerial(serial, dateSystem);
  if (date === undefined) return { problem: 'date_unreadable' };
  return fromCell(date, Number.isInteger(serial) ? 'day' : date.endsWith(':00') ? 'minute' : 'second');
}

function fromPacked(text: string): DateRead | undefined {
  const found = packed.exec(text);
  if (!found) return undefined;
  const [year, month, day, hour, minute, second] = found.slice(1).map((n) => (n === undefined ? undefined : Number(n)));
  const time = hour === undefined ? undefined : { hour, minute: minute!, ...(second === undefined ? {} : { second }) };
  return dateOf({ year: year!, month: month!, day: day! }, time);
}

/** Year, month and day in this order, then perhaps a weekday and a time. */
function fromOrdered(text: string): DateRead | undefined {
  for (const form of ordered) {
    const found = form.exec(text);
    if (!found) continue;
    const [year, month, day] = found
      .slice(1)
      .filter((n) => /^\d+$/.test(n))
      .map(Number);
    const rest = text
      .slice(found[0].length)
      .replace(weekday, '')
      .replace(/^[.。]$/, '')
      .trim();
    return withTime({ year: year!, month: month!, day: day! }, rest);
  }
  return undefined;
}

function withTime(day: Day, rest: string): DateRead {
  if (rest === '') return dateOf(day, undefined);
  // Without a T, seconds or a name, what looks like a zone is the end of a range: 9:00-10:30.
  const zoned = /^t|z$|gmt|utc|:\d+:/i.test(rest) ? zone.exec(rest) : null;
  const bare = (zoned ? rest.slice(0, zoned.index) : rest).replace(/^[T,]\s*/i, '').replace(/\s*(?=:)|(?<=:)\s*/g, '');
  const time = timeOfDay(bare);
  if (!time) return { problem: 'date_unreadable' };
  if (!zoned) return dateOf(day, time);
  const [, , sign, hours, minutes] = zoned;
  return dateOf(day, time, sign === undefined ? 0 : Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)));
}

/** `Thu Mar 12 09:05:33 CST 2026` is what Java writes by itself; CST is China's time there. */
function fromEnglish(text: string): DateRead | undefined {
  const monthFirst = english.exec(text);
  const dayFirst = englishDayFirst.exec(text);
  const name = monthFirst?.[1] ?? dayFirst?.[2];
  const month = months.indexOf(name?.toLowerCase() ?? '') + 1;
  if (month === 0) return undefined;
  if (monthFirst)
    return withTime({ year: Number(monthFirst[4]), month, day: Number(monthFirst[2]) }, monthFirst[3] ?? '');
  return withTime({ year: Number(dayFirst![3]), month, day: Number(dayFirst![1]) }, dayFirst![4] ?? '');
}

function whyUnreadable(text: string) {
  if (/^\d{1,2}\s*([-/.])\s*\d{1,2}\s*\1\s*\d{1,4}(\D|$)/.test(text) || /^\d{2}年\d{1,2}月/.test(text))
    return 'date_ambiguous';
  if (/^\d{1,2}\s*月\s*\d{1,2}\s*[日号]?/.test(text) || /^\d{1,2}[-/.]\d{1,2}(\s|$)/.test(text))
    return 'date_without_year';
  if (/^\d{4}\s*(年\s*(\d{1,2}\s*月?)?|[-/.]\s*\d{1,2})$/.test(text)) return 'date_without_day';
  return 'date_unreadable';
}
