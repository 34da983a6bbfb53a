/** The series of numbers of a channel (工单编号): a pattern that an office writes, and what may be in one. Pure. */

/** Longest that a number may become beside what other systems and sheets take. */
export const SERIES_LONGEST = 30;
const pieces = /\{(?:YYYY|MM|DD|N)\}/g;
const RUNNING = '{N}';
const allowed = /^[\p{Script=Han}A-Za-z0-9\-–/〔〕（）()[\]【】]*$/u;

export type SeriesFlaw = 'series_running' | 'series_touches' | 'series_signs' | 'series_long';

/**
 * What is wrong with a pattern; nothing where it can be taken. The running number is the city's own and never used twice:
 * where it is the last run of digits and none touches it, no two numbers can meet. Empty: the usual one, whose is longer.
 */
export function flawOfSeries(series: string): SeriesFlaw | undefined {
  if (series === '') return undefined;
  if (series.length > SERIES_LONGEST) return 'series_long';
  if (series.split(RUNNING).length !== 2) return 'series_running';
  if (!allowed.test(series.replaceAll(pieces, ''))) return 'series_signs';
  const [before = '', after = ''] = series.split(RUNNING);
  if (before === '' || /[0-9}]$/.test(before) || /[0-9{]/.test(after)) return 'series_touches';
  return undefined;
}

/** A number of it, to look at before it is taken. @param day `YYYY-MM-DD` */
export function exampleOf(series: string, code: string, day: string, running = '000123'): string {
  const [year = '', month = '', date = ''] = day.split('-');
  if (series === '') return `${year}${month}${date}${code}${running}`;
  const of: Record<string, string> = { '{YYYY}': year, '{MM}': month, '{DD}': date, [RUNNING]: running };
  return series.replaceAll(pieces, (piece) => of[piece]!);
}
