/** Dates in Chinese numerals, as official papers write them: 二〇二六年三月十二日. */

const digits = '〇一二三四五六七八九';

/** `二〇二六年三月十二日` to `2026年3月12日`; other text comes back as it is. */
export function withArabicDate(text: string): string {
  return text.replace(
    /^([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十廿卅]{1,3})([日号])/,
    (_, year: string, month: string, day: string, end: string) =>
      `${[...year.replace(/[零○]/g, '〇')].map((c) => digits.indexOf(c)).join('')}年${tens(month)}月${tens(day)}${end}`,
  );
}

/** 1 to 99: 九, 十, 十二, 二十, 三十一, 廿三. */
function tens(text: string): number {
  const [high, low] = text.replace('廿', '二十').replace('卅', '三十').split('十');
  if (low === undefined) return digits.indexOf(high!);
  return (high === '' ? 1 : digits.indexOf(high!)) * 10 + (low === '' ? 0 : digits.indexOf(low));
}
