/** Numbers as they are read: thin grouping, percent with one decimal and its denominator, sizes of files. */
import { localeOf, useLanguage } from '#web/words/words.ts';

export type Numbers = {
  /** 4 326 */
  whole: (value: number) => string;
  /** Exact to 1,000, then “1 000+”, as the server counts. */
  count: (counted: { count: number; more: boolean }) => string;
  /** 0.971 → 97.1 % */
  percent: (share: number) => string;
  /** For the hint beside a percentage: 712/733. */
  parts: (part: number, of: number) => string;
  bytes: (size: number) => string;
};

const THIN = '\u2009';
const UNITS = ['B', 'KB', 'MB', 'GB'];

export function numbersIn(locale: string): Numbers {
  const grouped = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const tenth = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const whole = (value: number) => grouped.format(value).replace(/,/g, THIN);
  return {
    whole,
    count: ({ count, more }) => whole(count) + (more ? '+' : ''),
    percent: (share) => `${tenth.format(share * 100)}${THIN}%`,
    parts: (part, of) => `${whole(part)}/${whole(of)}`,
    bytes: (size) => {
      const power = size < 1024 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log2(size) / 10));
      const value = size / 1024 ** power;
      return `${power === 0 || value >= 100 ? Math.round(value) : Number(value.toFixed(1))}${THIN}${UNITS[power]}`;
    },
  };
}

const made = { zh: numbersIn(localeOf.zh), en: numbersIn(localeOf.en) };

export const useNumbers = (): Numbers => made[useLanguage()];
