/** What is shown of a person where the full thing needs a logged reason: 张*, 138****8000, 110105********0123, 京A**12. */
import { type PersonalKind, personalSpans } from '#text/personal.ts';
import { areaCodeOf, halfWidth, phoneDigits } from '#text/phone.ts';

/** The words with every identifier masked, and every one of `names` (of people marked or known) as `maskName` does. */
export function maskWords(words: string, names: readonly string[] = []): string {
  let shown = '';
  let from = 0;
  for (const { start, end, kind, value } of personalSpans(words)) {
    shown += maskNames(words.slice(from, start), names) + maskers[kind](value);
    from = end;
  }
  return shown + maskNames(words.slice(from), names);
}

const maskers: Record<PersonalKind, (value: string) => string> = {
  phone: maskPhone,
  id_number: maskIdNumber,
  bank_card: (value) => `${'*'.repeat(value.length - 4)}${value.slice(-4)}`,
  plate: (value) => `${value.slice(0, 2)}**${value.slice(-2)}`,
  email: (value) => `${value.slice(0, 1)}***${value.slice(value.indexOf('@'))}`,
};

/** Names of one character are left alone: they would mask every 王 and 高 in the text. */
function maskNames(words: string, names: readonly string[]): string {
  const known = names.filter((name) => [...name.trim()].length > 1).map((name) => name.trim());
  if (words === '' || known.length === 0) return words;
  const longestFirst = known
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return words.replace(new RegExp(longestFirst.join('|'), 'g'), maskName);
}

const twoCharacterSurname =
  /^(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|司空|夏侯|端木|独孤|南宫|长孙|宇文|轩辕)/;
const title = /(?:先生|女士|小姐|同志|老师|师傅|阿姨|大爷|大妈|叔叔|奶奶|爷爷|某某?)$/;

/** `张三` → `张*`, `欧阳一二` → `欧阳*`, `张三先生` → `张*先生`; `张先生` tells no more than the surname and stays. */
export function maskName(name: string): string {
  const trimmed = name.trim();
  const called = title.exec(trimmed)?.[0] ?? '';
  const own = trimmed.slice(0, trimmed.length - called.length);
  const long = twoCharacterSurname.exec(own)?.[0];
  if (called !== '' && (own === long || [...own].length < 2)) return trimmed;
  const surname = long !== undefined && own !== long ? long : [...own].slice(0, 1).join('');
  return own === '' ? '' : `${surname}*${called}`;
}

/** `138****8000`; a landline keeps its area code and last four digits: `0531-****1234`; the short ones show nothing. */
export function maskPhone(phone: string): string {
  const digits = phoneDigits(phone);
  if (/^1\d{10}$/.test(digits)) return `${digits.slice(0, 3)}****${digits.slice(-4)}`;
  const area = areaCodeOf(digits);
  if (area) return `${area}-****${digits.slice(-4)}`;
  return digits.length < 7 ? '*'.repeat(digits.length) : `****${digits.slice(-4)}`;
}

/** 18 or 15 characters keep the first six and the last four or three; a passport keeps its first and its last two. */
export function maskIdNumber(idNumber: string): string {
  const value = halfWidth(idNumber).replace(/\s/g, '').toUpperCase();
  const [first, last] =
    value.length === 18 ? [6, 4] : value.length === 15 ? [6, 3] : value.length > 5 ? [1, 2] : [0, 0];
  return `${value.slice(0, first)}${'*'.repeat(value.length - first - last)}${value.slice(value.length - last)}`;
}
