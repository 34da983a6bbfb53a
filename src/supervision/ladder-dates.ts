/** From when to when a ladder may hold beside the others for the same limits. Pure. */
import { dayOf } from '#clock/day.ts';

type Held = { name: string; validFrom: Date; validTo: Date | null };
type Days = { from: Date; to: Date | null };

export type DatesFault<L> =
  | { field: 'from'; code: 'ladder_from_past'; other?: undefined }
  | { field: 'to'; code: 'ladder_ends_before'; other?: undefined }
  | { field: 'from' | 'to'; code: 'ladder_overlaps'; other: L };

/** The first thing that is wrong. One without an end reaches over whatever is to begin later: it is told at its end. */
export function datesFault<L extends Held>(
  { from, to }: Days,
  same: readonly L[],
  now: Date,
): DatesFault<L> | undefined {
  if (dayOf(from) < dayOf(now)) return { field: 'from', code: 'ladder_from_past' };
  if (to !== null && to <= from) return { field: 'to', code: 'ladder_ends_before' };
  const other = same.find(
    ({ validFrom, validTo }) =>
      (validTo === null || validTo > validFrom) &&
      (validTo === null || from < validTo) &&
      (to === null || validFrom < to),
  );
  return other && { field: other.validFrom > from ? 'to' : 'from', code: 'ladder_overlaps', other };
}
