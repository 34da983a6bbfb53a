/** The moment it is, by the server's clock where it has told it: a PC of an office is often minutes off. */
import { useEffect, useState } from 'react';
import { realClock } from '#clock/now.ts';

const clock = realClock();
let ahead = 0;

/** The server's moment, from the header of an answer (`x-suyuan-now`, ISO). */
export function hearServerTime(told: string | null): void {
  const at = told ? Date.parse(told) : Number.NaN;
  if (!Number.isNaN(at)) ahead = at - clock.now().getTime();
}

export const now = (): Date => new Date(clock.now().getTime() + ahead);

const MINUTE = 60_000;

/** The present moment, and again every minute while it is on screen: what is left of a limit runs down. */
export function useNow(): Date {
  const [at, setAt] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), MINUTE);
    return () => clearInterval(timer);
  }, []);
  return at;
}
