/** How failed attempts lock and slow (GB/T 22239 as offices are asked): the pair of login and source locks, the login slows. */

export const LOCK_AFTER = 5;
export const LOCK_MINUTES = 30;
/** After this long without a failure, counting begins anew. */
const FORGET_MS = LOCK_MINUTES * 60_000;
const SLOWEST_SECONDS = 30;

export type Tally = { failures: number; lastAt: Date; lockedUntil: Date | null };

/** Seconds for which this pair is locked; 0: it is not. */
export function lockedSeconds(pair: Tally | undefined, now: Date): number {
  return pair?.lockedUntil ? secondsUntil(pair.lockedUntil.getTime(), now) : 0;
}

/**
 * Seconds the login waits because of failures from anywhere: from the fifth on 1, 2, 4 … 30 after the last one. It never
 * locks, so that a stranger cannot keep the mayor out.
 */
export function slowedSeconds(anywhere: Tally | undefined, now: Date): number {
  if (!anywhere || anywhere.failures < LOCK_AFTER) return 0;
  const pause = Math.min(SLOWEST_SECONDS, 2 ** (anywhere.failures - LOCK_AFTER));
  return secondsUntil(anywhere.lastAt.getTime() + pause * 1_000, now);
}

/** The tally after one more failure. */
export function countFailure(before: Tally | undefined, now: Date, locks: boolean): Tally {
  const fresh = !before || now.getTime() - before.lastAt.getTime() > FORGET_MS;
  const failures = fresh ? 1 : before.failures + 1;
  const lock = locks && failures >= LOCK_AFTER;
  return { failures, lastAt: now, lockedUntil: lock ? new Date(now.getTime() + FORGET_MS) : null };
}

const secondsUntil = (end: number, now: Date) => Math.max(0, Math.ceil((end - now.getTime()) / 1_000));
