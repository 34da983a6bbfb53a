/** Which number formats show a date, a time of day or a plain number. */

/** `day`, `minute`, `second`: a date shown so far; `time`: a time of day; `plain`: a number; `percent`: its hundredfold; `zeros`: padded by zeros. */
export type Shown =
  | { as: 'day' | 'minute' | 'second' | 'time' | 'plain' | 'percent' }
  | { as: 'zeros'; digits: number };

const plain: Shown = { as: 'plain' };

/**
 * Format numbers that need no definition in the file, with those of Chinese versions.
 * Source: ECMA-376 part 1, 18.8.30 (numFmt): 9–10, 14–22 and 45–47 everywhere, 27–36 and 50–58 for zh-cn.
 */
const builtin = new Map<number, Shown['as']>();
for (const id of [14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]) builtin.set(id, 'day');
for (const id of [18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56]) builtin.set(id, 'time');
builtin.set(22, 'minute');
for (const id of [9, 10]) builtin.set(id, 'percent');

/** What a cell with this format number shows; `code` is the file's own definition, if it has one. */
export function shownByFormat(id: number, code: string | undefined): Shown {
  if (code !== undefined) return shownByCode(code);
  const as = builtin.get(id);
  return as && as !== 'zeros' ? { as } : plain;
}

/** What a format code such as `yyyy"年"m"月"d"日" hh:mm` shows. Only its first section (positive numbers) counts. */
export function shownByCode(code: string): Shown {
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .split(';', 1)[0]!
    .replace(/\[(h+|m+|s+)\]/gi, '$1')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/general|g\/通用格式/gi, '')
    .toLowerCase();
  if (/^0{2,}$/.test(bare)) return { as: 'zeros', digits: bare.length };
  if (bare.includes('%')) return { as: 'percent' };
  const letters = bare.replace(/e[+-]/g, '').replace(/am\/pm|a\/p|上午\/下午/g, 'h');
  const clock = /[hs]/.test(letters);
  if (/[ydeb]/.test(letters) || (!clock && /m/.test(letters))) {
    return { as: clock ? (/s/.test(letters) ? 'second' : 'minute') : 'day' };
  }
  // Months and minutes share a letter: with hours beside it `m` counts as a month only where a day or year stands too.
  return clock ? { as: 'time' } : plain;
}
