/** When something may go out: quiet hours of a channel and of a person, and the minutes that a channel asks to leave free. */
import { dayMs, hourMs, hourOfDay } from '#clock/day.ts';
import type { ChannelName } from '#message/outside/channel.ts';

/** Hours in Shanghai, from inclusive, to exclusive; 21 to 8 runs over midnight. The same hour twice: never quiet. */
export type Quiet = { from: number; to: number };

const minuteMs = 60_000;

/** @returns the end of the quiet hours, or nothing where it is not quiet. */
export function quietUntil(now: Date, { from, to }: Quiet): Date | undefined {
  const hour = Math.floor(hourOfDay(now));
  const quiet = from < to ? hour >= from && hour < to : from > to && (hour >= from || hour < to);
  if (!quiet) return undefined;
  const midnight = now.getTime() - hourOfDay(now) * hourMs;
  const end = Math.round((midnight + to * hourMs) / 1_000) * 1_000;
  return new Date(end > now.getTime() ? end : end + dayMs);
}

/** 企业微信 asks programs not to send at the full and the half hour, when everybody does. */
export function busyUntil(now: Date, channel: ChannelName): Date | undefined {
  const minute = Math.floor(now.getTime() / minuteMs);
  return channel === 'wecom' && minute % 30 === 0 ? new Date((minute + 1) * minuteMs) : undefined;
}

/** The first moment at which none of these is in the way, or nothing where none is now. */
export function waitsUntil(now: Date, channel: ChannelName, quiet: readonly Quiet[]): Date | undefined {
  let at = now;
  for (;;) {
    const later = quiet.map((one) => quietUntil(at, one)).find((end) => end) ?? busyUntil(at, channel);
    if (!later) return at === now ? undefined : at;
    // Quiet for the whole day is never an answer: whoever wants nothing says so.
    if (later.getTime() - now.getTime() > dayMs) return later;
    at = later;
  }
}
