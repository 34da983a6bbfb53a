/** What stages would have done to matters that are over: when each event happened, held against each stage's budget. */
import { sql } from 'kysely';
import type { Calendar } from '#clock/calendar.ts';
import { type ClockRow, dueOf } from '#clock/recompute.store.ts';
import { uuidColumn } from '#platform/columns.ts';
import type { Tx } from '#platform/db.ts';
import { isInside, type MatterEvent, type Milestone } from '#rules/milestone.ts';
import type { LimitPreview } from '#views/limits.api.ts';

type Handled = ClockRow & { stopped_at: Date };
/** Null: it did not happen, or has not yet. */
type Events = Record<MatterEvent, Date | null>;

/** @param clocks limits of handling that are over */
export async function previewStages(
  tx: Tx,
  calendar: Calendar,
  clocks: readonly Handled[],
  stages: readonly Milestone[],
): Promise<LimitPreview['stages']> {
  if (stages.length === 0) return [];
  const events = await eventsOf(tx, clocks);
  return stages.map((stage) => {
    const ended = clocks.flatMap((clock) => {
      const of = events.get(clock.id);
      const [from, to] = [of?.[stage.starts], of?.[stage.ends]];
      return from && to ? [to > dueOfStage(calendar, clock, stage, from)] : [];
    });
    return { name: stage.name, ended: ended.length, late: ended.filter((late) => late).length };
  });
}

/** What stood still was the handling: stages before and after it ran on. */
function dueOfStage(calendar: Calendar, clock: Handled, stage: Milestone, started_at: Date): Date {
  const { unitOfTime: unit_of_time, budget } = stage;
  const own = isInside(stage) ? {} : { suspensions: [], unit_id: null };
  return dueOf(calendar, { ...clock, ...own, started_at, unit_of_time, budget, roll: false, extensions: [] }).dueAt;
}

/** As the clocks of each step tell it that ran around the handling, and the first contact with each reporter in it. */
async function eventsOf(tx: Tx, clocks: readonly Handled[]): Promise<Map<string, Events>> {
  const { rows } = await sql<Events & { id: string }>`
    select h.id, a.started_at as made, h.started_at as assigned, s.stopped_at as signed, k.at as contacted,
           h.stopped_at as handled, v.stopped_at as verified, c.stopped_at as closed
      from clock h
      left join lateral (select x.started_at from clock x where x.thing = h.thing and x.limit_name = 'assign'
        and x.stopped_at <= h.started_at order by x.stopped_at desc limit 1) a on true
      left join lateral (select x.stopped_at from clock x where x.thing = h.thing and x.limit_name = 'sign'
        and x.started_at = h.started_at limit 1) s on true
      left join lateral (select x.stopped_at from clock x where x.thing = h.thing and x.limit_name = 'verify'
        and x.started_at >= h.stopped_at order by x.started_at limit 1) v on true
      left join lateral (select x.stopped_at from clock x where x.thing = h.thing and x.limit_name = 'close'
        and x.started_at >= v.stopped_at order by x.started_at limit 1) c on true
      left join lateral (select max(f.at) as at from signal_problem e left join lateral (
        select min(n.at) as at from signal_contact n where n.signal_id = e.signal_id and n.at between h.started_at and h.stopped_at) f on true
         where e.problem_id = h.thing and e.closed_at is null) k on true
     where h.id = any(${uuidColumn(clocks.map(({ id }) => id))}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, ...events }) => [id, events]));
}
