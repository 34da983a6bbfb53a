/** Words as they are searched: one form for what was written full-width, spaced out or in capitals. Stored words stay verbatim. */

/**
 * Numbers of seven digits and more, and phones written in groups: they must not be found by searching words, because
 * who may search by phone is a right of its own (ARCHITECTURE, Search and May).
 */
const longNumber =
  /(?<!\d)(?:1[3-9]\d[^\p{L}\p{N}]{0,2}\d{4}[^\p{L}\p{N}]{0,2}\d{4}|0\d{2,3}[^\p{L}\p{N}]{0,2}\d{3,4}[^\p{L}\p{N}]{0,2}\d{4})(?!\d)|\d{7,}/gu;

export const breakMark = '|';

/**
 * The searched form: NFKC, lower case, invisible characters and spaces beside Chinese gone, and every run of anything
 * but letters and digits, as every long number, one `|`. Its runs are what stands between them. Applied to its own
 * result, or to a part of a run, it changes nothing. Traditional characters stay what they are.
 */
export function searchWords(words: string): string {
  const folded = words
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replace(/\p{Cf}+/gu, '')
    .replace(longNumber, breakMark)
    .replace(/\s+/g, (gap, at: number, all: string) => (besideHan(all, at, gap.length) ? '' : gap));
  return joinRuns(folded);
}

/** Letters, marks and numbers by UTF-16 unit: 0 not asked yet, 1 yes, 2 no. */
const known = new Uint8Array(0x1_0000);

/** What `/[^\p{L}\p{M}\p{N}]+/gu` would do to the breaks, in a quarter of the time, which would be half of an import's. */
function joinRuns(folded: string): string {
  let joined = '';
  let start = -1;
  for (let at = 0; at <= folded.length; at++) {
    if (at < folded.length && isInRun(folded, at)) {
      if (start < 0) start = at;
    } else if (start >= 0) {
      joined += (joined === '' ? '' : breakMark) + folded.slice(start, at);
      start = -1;
    }
  }
  return joined;
}

function isInRun(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit >= 0xd800 && unit <= 0xdfff) {
    const pair = unit < 0xdc00 ? text.slice(at, at + 2) : text.slice(Math.max(0, at - 1), at + 1);
    return /^[\ud800-\udbff][\udc00-\udfff]$/.test(pair) && /[\p{L}\p{M}\p{N}]/u.test(pair);
  }
  known[unit] ||= /[\p{L}\p{M}\p{N}]/u.test(text[at]!) ? 1 : 2;
  return known[unit] === 1;
}

/** Spaces beside a Chinese character are a matter of typing; between Latin words or two numbers they part them. */
function besideHan(text: string, at: number, length: number): boolean {
  return (
    /\p{Script=Han}$/u.test(text.slice(Math.max(0, at - 2), at)) || /^\p{Script=Han}/u.test(text.slice(at + length))
  );
}

/** What a query asks for: each part between spaces or punctuation, in the searched form, once; all must be there. */
export function searchTerms(query: string): string[] {
  const parts = query.split(/\s+/).flatMap((part) => searchWords(part).split(breakMark));
  return [...new Set(parts)].filter((part) => part !== '');
}

/** Do these words hold every term of `searchTerms`? The check after the index, which knows only pairs of characters. */
export function recheck(words: string, terms: readonly string[]): boolean {
  const searched = searchWords(words);
  return terms.every((term) => searched.includes(term));
}

/** `like` pattern for a term anywhere in a column that holds `searchWords`; `\` is PostgreSQL's own escape character. */
export function likePattern(term: string): string {
  return `%${term.replace(/[\\%_]/g, '\\$&')}%`;
}
