/** Personal identifiers in a citizen's words: phones, ID numbers, bank cards, plates, e-mail. In doubt it is one. */
import { hasIdNumberShape, isIdNumber } from '#text/id-number.ts';
import { areaCodeOf, halfWidth, phoneDigits } from '#text/phone.ts';

export type PersonalKind = 'phone' | 'id_number' | 'bank_card' | 'plate' | 'email';

/** `start` to `end` (UTF-16, end excluded) in the words as they are; `value` in the form that codes are made of. */
export type PersonalSpan = { start: number; end: number; kind: PersonalKind; value: string };

/** A finder looks at a match and gives the value, or nothing when it is something else. `before`: the 12 characters ahead. */
type Finder = { kind: PersonalKind; pattern: RegExp; value: (found: string, before: string) => string | undefined };

const gap = '[ ._·-]{0,2}';
/** Numbers of cases are no numbers of people, though some begin with an area code and a date as ID numbers do. */
const caseLabel = /(?:编号|单号|案号|案卷号?|文号|流水号?|受理号|订单|工单|票号)[^\d]{0,3}$/;
const cardLabel = /(?:银行卡|卡号|账号|账户|帐号)[^\d]{0,4}$/;
const idLabel = /(?:身份证|证件)[^\d]{0,8}$/;
const notMoney = '(?!(?:\\.\\d+)? ?[万亿]?元)';

/** In the order of precedence: what one has found is not looked at by the next. */
const finders: Finder[] = [
  {
    kind: 'email',
    pattern: /[a-z0-9][a-z0-9._%+-]{0,63}@(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}/gi,
    value: (found) => found.toLowerCase(),
  },
  {
    kind: 'id_number',
    pattern: new RegExp(
      `(?<!\\d)[1-9]\\d{5}${gap}(?:18|19|20)\\d\\d${gap}\\d\\d${gap}\\d\\d${gap}\\d{3}[\\dx](?!\\d)`,
      'gi',
    ),
    value: (found, before) => {
      const value = bare(found);
      // one wrong digit after “身份证” still tells who it is
      const meant = idLabel.test(before) ? hasIdNumberShape(value) : isIdNumber(value) && !caseLabel.test(before);
      return meant ? value : undefined;
    },
  },
  {
    kind: 'id_number',
    pattern: /(?<!\d)[1-9]\d{14}(?!\d)/g,
    value: (found, before) =>
      hasIdNumberShape(found) && (idLabel.test(before) || !caseLabel.test(before)) ? found : undefined,
  },
  {
    kind: 'bank_card',
    pattern: /(?<!\d)\d{4}(?:[ -]?\d{4}){2,4}(?:[ -]?\d{1,3})?(?!\d)/g,
    value: (found, before) => {
      const value = bare(found);
      return cardLabel.test(before) || (isCard(value) && !caseLabel.test(before)) ? value : undefined;
    },
  },
  {
    kind: 'phone',
    pattern: new RegExp(`(?<!\\d)(?:(?:\\+|00)?86${gap})?0?1${gap}[3-9](?:${gap}\\d){9}(?!\\d)${notMoney}`, 'g'),
    value: (found) => (isGroupedAsMobile(found) ? phoneDigits(found) : undefined),
  },
  {
    kind: 'phone',
    pattern: new RegExp(
      `(?<!\\d)(?:(?:\\+|00)86${gap})?(?:\\(0?\\d{2,3}\\)|0?\\d{2,3})${gap}[2-9]\\d{2,3}${gap}\\d{4}(?!\\d)${notMoney}`,
      'g',
    ),
    value: (found) => {
      const value = phoneDigits(found);
      return areaCodeOf(value) ? value : undefined;
    },
  },
  {
    kind: 'phone',
    pattern: /(?<!\d)[2-9]\d{2,3}[ -]?\d{4}(?!\d)(?! ?[万亿]?[元件人个次户平吨])/g,
    value: (found, before) => (phoneLabel.test(before) && !dateLike.test(found) ? phoneDigits(found) : undefined),
  },
  {
    kind: 'plate',
    pattern: new RegExp(
      '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领]' +
        '[A-HJ-NP-Z][ .·•-]?(?=[A-HJ-NP-Z]{0,4}\\d)(?:[A-HJ-NP-Z\\d]{5,6}|[A-HJ-NP-Z\\d]{4}[学警港澳挂使领])(?![A-Z\\d])',
      'gi',
    ),
    value: (found) => found.toUpperCase().replace(/[ .·•-]/g, ''),
  },
];

/** A number without area code is a phone only where the words say so. */
const phoneLabel = /(?:电话|手机|座机|固话|传真|热线|拨打|致电|联系方式|tel|phone)[^\d，。,;；]{0,4}$/i;
const dateLike = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])$/;

/** In the order of the words, without overlap. */
export function personalSpans(words: string): PersonalSpan[] {
  if (!/[\d\uff10-\uff19@\uff20]/.test(words)) return [];
  const text = halfWidth(words);
  const spans: PersonalSpan[] = [];
  const taken = new Uint8Array(text.length);
  for (const { kind, pattern, value } of finders) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (taken.subarray(start, end).includes(1)) continue;
      const found = value(match[0], text.slice(Math.max(0, start - 12), start));
      if (found === undefined) continue;
      spans.push({ start, end, kind, value: found });
      taken.fill(1, start, end);
    }
  }
  return spans.sort((a, b) => a.start - b.start);
}

function bare(found: string): string {
  return found.replace(/[^\dx]/gi, '').toUpperCase();
}

/** 16 to 19 digits, an issuer's first digits (62 UnionPay, 4 Visa, 5 MasterCard, 3 JCB, old 9558/60) and Luhn's sum. */
function isCard(digits: string): boolean {
  if (!/^(?:62|60|4|5[1-5]|35|9558)\d+$/.test(digits) || digits.length < 16 || digits.length > 19) return false;
  let sum = 0;
  for (let at = 1; at <= digits.length; at++) {
    const digit = Number(digits[digits.length - at]);
    sum += at % 2 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
  }
  return sum % 10 === 0;
}

/** The ways a mobile number is written in groups; other groupings are room numbers, lists and dates. */
function isGroupedAsMobile(found: string): boolean {
  const groups = found.replace(/^(?:\+|00)?86(?=\D|1[3-9])/, '').match(/\d+/g)!;
  const shape = groups.map((group) => group.length).join('');
  return ['11', '12', '344', '335', '38', '353', '434', '74', '32222', '1'.repeat(11)].includes(shape);
}
