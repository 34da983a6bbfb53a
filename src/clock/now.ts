/** The clock, handed in wherever the time matters: the only place outside platform/ that reads it. */

export type Clock = { now(): Date };

export function realClock(): Clock {
  return { now: () => new Date() };
}

/** Always the same moment: for tests, screenshots and the demo. `iso` with its zone, e.g. `2026-03-12T17:30:00+08:00`. */
export function fixedClock(iso: string): Clock {
  const at = Date.parse(iso);
  if (Number.isNaN(at) || !/(?:Z|[+-]\d\d:\d\d)$/.test(iso)) throw new RangeError(`not a moment with its zone: ${iso}`);
  return { now: () => new Date(at) };
}
