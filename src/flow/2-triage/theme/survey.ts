/** A survey of matters (研判): over which window and which signals, and how a run of it stands. Pure. */
import { z } from 'zod';
import { addDays, type Day } from '#clock/day.ts';
import { id } from '#platform/ids.ts';
import type { Said } from '#platform/problem.ts';
import { RECENT_DAYS } from '#triage/theme/heat.ts';

export const runStates = {
  waiting: { zh: '排队中', en: 'Waiting' },
  running: { zh: '正在研判', en: 'Running' },
  done: { zh: '已完成', en: 'Done' },
  failed: { zh: '没有完成', en: 'Failed' },
} as const satisfies Record<string, Said>;
export type RunState = keyof typeof runStates;

/** What a run is doing; reading and grouping happen in a thread of their own. */
export const runSteps = {
  reading: { zh: '读取线索', en: 'Reading signals' },
  grouping: { zh: '归并同一件事、汇总主题', en: 'Grouping matters and themes' },
  keeping: { zh: '对照上次结果、写入', en: 'Keeping what stood before, writing' },
} as const satisfies Record<string, Said>;
export type RunStep = keyof typeof runSteps;

/** As many signals as one run takes, the newest: so many fit the memory that the thread is given (docs/bench.md). */
export const AT_MOST = 360_000;
/** Fewer signals than this make no survey by themselves at night. */
export const WORTH_A_NIGHT = 500;

export const scope = z.object({
  channels: z.array(id).max(50).optional(),
  areaId: id.optional(),
  /** A unit that leads the problem of the signal. */
  unitId: id.optional(),
  category: z.string().trim().min(1).max(200).optional(),
});
export type Scope = z.infer<typeof scope>;

export type Window = { months: number | null; from: Day | null; to: Day | null };
export type Span = { from: Day; to: Day; read: Day; season: Day };

const back = (day: Day, months: number): Day => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, last))).toISOString().slice(0, 10);
};

/**
 * The days of a window, both included. `read`: the first day that is read: the same 60 days a year before the last ones, or
 * the window's own first day, whichever is earlier. What lies before `from` serves comparison alone. `season`: the first of
 * those 60 days a year before.
 */
export function spanOf({ months, from, to }: Window, today: Day): Span {
  const last = to ?? today;
  const first = from ?? addDays(back(last, months!), 1);
  const season = addDays(back(last, 12), 1 - RECENT_DAYS);
  return { from: first, to: last, season, read: season < first ? season : first };
}
