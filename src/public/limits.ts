/** How much one source may send, and how wrong tries slow whoever makes them. Pure: times and counts in, seconds out. */
import { isIPv6 } from 'node:net';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export type UseKind = 'report' | 'upload' | 'words';
export type Use = { at: Date; amount: number };
type Window = { ms: number; most: number };

/**
 * Many citizens share an address: a village behind one line, a mobile operator's gateway. So these are far above what one
 * person needs, and below what hurts: at full use a source adds 150 reports to a city's 3,000 a day.
 */
export const windows: Record<UseKind, readonly Window[]> = {
  report: [
    { ms: HOUR_MS, most: 30 },
    { ms: DAY_MS, most: 150 },
  ],
  upload: [{ ms: HOUR_MS, most: 180 }],
  words: [{ ms: HOUR_MS, most: 60 }],
};
export const LONGEST_MS = DAY_MS;

/** Seconds until `amount` more fit into every window that slides up to now; 0: they fit. */
export function secondsUntilFits(kind: UseKind, past: readonly Use[], now: Date, amount = 1): number {
  const waits = windows[kind].map(({ ms, most }) => {
    const inside = past
      .filter(({ at }) => at.getTime() > now.getTime() - ms)
      .sort((a, b) => a.at.getTime() - b.at.getTime());
    let over = inside.reduce((sum, use) => sum + use.amount, amount) - most;
    if (over <= 0) return 0;
    for (const use of inside) {
      over -= use.amount;
      if (over <= 0) return Math.ceil((use.at.getTime() + ms - now.getTime()) / 1_000);
    }
    return Math.ceil(ms / 1_000);
  });
  return Math.max(...waits);
}

export type Tally = { failures: number; total: number; lastAt: Date };

/** So many wrong tries are everybody's; from then on each makes the next wait twice as long. */
const FREE = 4;
const SLOWEST_SECONDS = 3_600;
/** Four digits are ten thousand: whoever holds a code but not its digits gets at 30 of them, and then never again. */
const BUDGET = 30;

/** Seconds to wait before the next try: 2, 4, 8 … an hour. A day without a wrong try is forgotten. */
export function pauseSeconds(tally: Tally | undefined, now: Date): number {
  if (!tally || tally.failures < FREE) return 0;
  const pause = Math.min(SLOWEST_SECONDS, 2 ** (tally.failures - FREE + 1));
  return Math.max(0, Math.ceil((tally.lastAt.getTime() + pause * 1_000 - now.getTime()) / 1_000));
}

export const isSpent = (tally: Tally | undefined): boolean => (tally?.total ?? 0) >= BUDGET;

export function countWrong(before: Tally | undefined, now: Date): Tally {
  const fresh = !before || now.getTime() - before.lastAt.getTime() > DAY_MS;
  return { failures: fresh ? 1 : before.failures + 1, total: (before?.total ?? 0) + 1, lastAt: now };
}

/** An address as a source: of IPv6 the first 64 bits, for a household has all the rest. */
export function sourceOf(address: string): string {
  if (!isIPv6(address)) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  const [left = '', right] = address.split('%')[0]!.split('::');
  const groups = (text = '') => (text === '' ? [] : text.split(':'));
  const gap = right === undefined ? [] : Array(Math.max(0, 8 - groups(left).length - groups(right).length)).fill('0');
  const first = [...groups(left), ...gap, ...groups(right)].slice(0, 4);
  return `${first.map((group) => group.toLowerCase().replace(/^0+(?=.)/, '')).join(':')}::/64`;
}
