/** When a rung is due: the moment at which a limit's share is used up, or so many hours before or after its end. */
import type { Calendar } from '#clock/calendar.ts';
import { hourMs } from '#clock/day.ts';
import { type Running, shareUsed } from '#clock/measure.ts';
import type { Rung } from '#supervision/ladder.ts';

/** Finer than a minute nobody looks. */
const EXACT_MS = 30_000;

/**
 * For a clock that is not suspended now. Hours before the start of a limit fall on its start; the end itself is past when
 * its last moment is.
 */
export function rungAt(calendar: Calendar, running: Running, { measure, at }: Pick<Rung, 'measure' | 'at'>): Date {
  const { startedAt, dueAt } = running;
  const [start, due] = [startedAt.getTime(), dueAt.getTime()];
  if (measure === 'after') return new Date(due + 1 + at * hourMs);
  if (measure === 'before') return new Date(Math.max(start, due - at * hourMs));
  if (at >= 1) return new Date(due + 1);
  if ((running.unit === 'hour' || running.unit === 'day') && !running.suspensions?.length)
    return new Date(start + Math.round((due - start) * at));
  let [low, high] = [start, Math.max(start, due)];
  while (high - low > EXACT_MS) {
    const middle = Math.floor((low + high) / 2);
    if (shareUsed(calendar, running, new Date(middle)) < at) low = middle;
    else high = middle;
  }
  return new Date(high);
}

/** The first rung from `nth` on that is still to fire, and when: not sooner than its grace after the one before it fired. */
export function nextRung(
  calendar: Calendar,
  running: Running,
  rungs: readonly Rung[],
  nth: number,
  firedAt: Date | null,
): { nth: number; at: Date } | undefined {
  const rung = rungs[nth];
  if (!rung) return undefined;
  const own = rungAt(calendar, running, rung).getTime();
  const earliest = firedAt ? firedAt.getTime() + rung.graceHours * hourMs : own;
  return { nth, at: new Date(Math.max(own, earliest)) };
}

/** When each rung of a ladder would fire if the limit ran on: every one after its grace. */
export function scheduleOf(calendar: Calendar, running: Running, rungs: readonly Rung[]): Date[] {
  const times: Date[] = [];
  for (let nth = 0; nth < rungs.length; nth++)
    times.push(nextRung(calendar, running, rungs, nth, times[nth - 1] ?? null)!.at);
  return times;
}
