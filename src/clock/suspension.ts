/** Spans of time that do not count for a limit. */

/** From `from` up to and without `to`; null: still open. */
export type Suspension = { from: Date; to: Date | null };

/** Milliseconds, from the first up to and without the second. */
export type Span = readonly [from: number, to: number];

/** Those that have ended, in order, none touching another. @throws RangeError for one that ends before it begins. */
export function closedSpans(suspensions: readonly Suspension[]): Span[] {
  if (suspensions.length === 0) return [];
  const ended = suspensions.map(({ from, to }): Span => [from.getTime(), (to ?? from).getTime()]);
  if (ended.some(([from, to]) => !(from <= to))) throw new RangeError('a suspension ends before it begins');
  const spans: [number, number][] = [];
  for (const [from, to] of ended.filter(([a, b]) => a < b).sort(([a], [b]) => a - b)) {
    const last = spans[spans.length - 1];
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else spans.push([from, to]);
  }
  return spans;
}

export function isSuspended(spans: readonly Span[], moment: number): boolean {
  return spans.some(([from, to]) => from <= moment && moment < to);
}

/** What is left of a span without those suspended; empty parts are left out. */
export function withoutSpans(whole: Span, spans: readonly Span[]): Span[] {
  const left: Span[] = [];
  let at = whole[0];
  for (const [from, to] of spans) {
    if (to <= at) continue;
    if (from >= whole[1]) break;
    if (from > at) left.push([at, from]);
    at = to;
  }
  if (at < whole[1]) left.push([at, whole[1]]);
  return left;
}

/** Of the milliseconds from `from` to `to`, those in no span. */
export const msWithout = (from: number, to: number, spans: readonly Span[]): number =>
  from < to ? withoutSpans([from, to], spans).reduce((sum, [a, b]) => sum + b - a, 0) : 0;
