/** The dispatch centre: what waits for a dispatcher, in which order, and for how long a case that was taken is nobody else's. */
import type { Calendar } from '#clock/calendar.ts';
import { hourMs } from '#clock/day.ts';
import type { UnitOfTime } from '#clock/due.ts';
import { type Light, lightOf } from '#clock/left.ts';
import type { Said } from '#platform/problem.ts';
import { oneOf } from '#rules/vocabulary.ts';
import type { Urgency } from '#signal/signal.ts';

/** What is asked of the dispatcher, in the order in which the page counts it. */
export const waitKinds = {
  signal: { zh: '待分拨', en: 'To send on' },
  assign: { zh: '待派单', en: 'To assign' },
  returned: { zh: '退回待重派', en: 'Sent back' },
  time: { zh: '延期、挂起待批', en: 'Time asked for' },
  deferral: { zh: '挂账待批、待复核', en: 'On the books: asked, to review' },
  wish: { zh: '申请重办', en: 'Wish to reopen' },
  close: { zh: '待结案', en: 'To close' },
  warning: { zh: '预警待处置', en: 'Warnings' },
} as const satisfies Record<string, Said>;
export type WaitKind = keyof typeof waitKinds;
export const waitKind = oneOf(waitKinds);

/** The table whose row a case is. */
export type ThingKind = 'signal' | 'problem' | 'warning';
export const thingOf = {
  signal: 'signal',
  assign: 'problem',
  returned: 'problem',
  time: 'problem',
  deferral: 'problem',
  wish: 'signal',
  close: 'problem',
  warning: 'warning',
} as const satisfies Record<WaitKind, ThingKind>;

/** A case taken is nobody else's for so many minutes; the page that holds it open renews it. */
export const LEASE_MINUTES = 5;

export type Limit = {
  dueAt: Date;
  startedAt: Date;
  unit: UnitOfTime;
  office: string | null;
  pausedAt: Date | null;
  /** Its name, where it is a stage. */
  stage?: string | null;
};
export type Waiting = { id: string; kind: WaitKind; urgency: Urgency; at: Date; limit: Limit | null };

/** What has no limit of its own stands as if it had a day. */
const WITHOUT_LIMIT = 24 * hourMs;

/** What stands still presses last, however much of its time is gone. */
export const pressesAt = ({ at, limit }: Waiting): number => {
  if (limit?.pausedAt) return Number.MAX_SAFE_INTEGER;
  return limit?.dueAt.getTime() ?? at.getTime() + WITHOUT_LIMIT;
};

const rankOf = { critical: 0, urgent: 1, normal: 1 } as const satisfies Record<Urgency, number>;
const sooner = { critical: 0, urgent: 0, normal: 1 } as const satisfies Record<Urgency, number>;

/** The critical first, then by when it is due; of two due together the urgent one; then by id, so that the order stands. */
export function inOrder(a: Waiting, b: Waiting): number {
  return (
    rankOf[a.urgency] - rankOf[b.urgency] ||
    pressesAt(a) - pressesAt(b) ||
    sooner[a.urgency] - sooner[b.urgency] ||
    (a.id < b.id ? -1 : 1)
  );
}

/** By the same rule as every limit that is shown; without a limit it is green for its day, then red. What stands still shows none. */
export function lightNow(calendar: Calendar, now: Date, waiting: Waiting): Light {
  const { limit } = waiting;
  if (!limit) return pressesAt(waiting) < now.getTime() ? 'red' : 'green';
  return limit.pausedAt ? 'green' : lightOf(calendar, now, limit);
}
