/** A time of day in text: `9:05`, `下午3:05`, `15时05分33秒`, `3:05 PM`, `9点半`. */
import type { Time } from '#sheet/value/date.ts';

const clock =
  /^(凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|夜间|am|pm)?\s*(\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:[.,]\d+)?)?|[时点](?:(半|整)|(\d{1,2})分?(?:(\d{1,2})秒?)?)?)\s*(am|pm)?$/i;

/**
 * Nothing if the text is no time; hours as written where they cannot be, for the caller to refuse.
 * Noon and midnight: 下午12:30 and 中午12:30 are half past noon, 上午12:30 and 凌晨12:30 half past midnight, 晚上12:00 the day's end.
 */
export function timeOfDay(text: string): Time | undefined {
  const found = clock.exec(text);
  if (!found) return undefined;
  const [, before, hourText, minute, second, word, minute2, second2, after] = found;
  const hour = hourIn((after ?? before ?? '').toLowerCase(), Number(hourText));
  const minutes = word === '半' ? 30 : Number(minute ?? minute2 ?? 0);
  const seconds = second ?? second2;
  return { hour, minute: minutes, ...(seconds === undefined ? {} : { second: Number(seconds) }) };
}

function hourIn(part: string, hour: number): number {
  if (/^(凌晨|清晨|早上|早晨|上午|am)$/.test(part)) return hour === 12 ? 0 : hour;
  if (/^(下午|傍晚|pm)$/.test(part)) return hour < 12 ? hour + 12 : hour;
  if (part === '中午') return hour < 4 ? hour + 12 : hour;
  if (/^(晚上|夜里|夜间)$/.test(part)) return hour >= 5 && hour <= 12 ? hour + 12 : hour;
  return hour;
}
