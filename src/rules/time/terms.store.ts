/** The running limit of a thing with what its rule allows on top, locked for who asks for more of it. */
import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import type { Terms } from '#rules/time/time-request.ts';

/** A thing, and the limit of it that its holder may ask more time for: of a problem also the stage that runs. */
export type OnThing = { kind: 'problem' | 'task'; thing: string; limit: 'handle' | 'finish' | 'stage' };

/** The stage that runs stands still with the limit of handling, and goes on with it. */
export const withStage = (limit: string): string[] => (limit === 'handle' ? ['handle', 'stage'] : [limit]);

export type RunningClock = Terms & { id: string; due_at: Date; paused_at: Date | null };

/** A limit that was set by hand, or by a rule of before these columns, has these. */
const DEFAULT_EXTENSIONS = 1;
const DEFAULT_SUSPENSION_DAYS = 60;
/** Of a limit that ends with a day of the month no "budget again" can be taken: so many natural days. */
const MONTH_DAY_MOST = 10;

/** @param lock false: only to be shown */
export async function runningClock(
  tx: Tx,
  { thing, limit }: OnThing,
  lock: boolean,
): Promise<RunningClock | undefined> {
  const { rows } = await sql<RunningClock>`
    select c.id, c.due_at, c.paused_at, c.unit_of_time as unit, c.budget, coalesce(r.extensions, ${DEFAULT_EXTENSIONS}::int) as extensions,
           coalesce(case when r.unit_of_time = c.unit_of_time then r.extension_budget end, case c.unit_of_time when 'month_day' then ${MONTH_DAY_MOST}::int else c.budget end) as most,
           coalesce(r.suspension_days, ${DEFAULT_SUSPENSION_DAYS}::int) as "suspensionDays"
      from clock c left join limit_rule r on r.id = c.rule_id
     where c.thing = ${thing} and c.limit_name = ${limit} and c.stopped_at is null ${lock ? sql`for update of c` : sql``}`.execute(
    tx,
  );
  return rows[0];
}

/** @throws limit_not_running */
export async function lockRunning(tx: Tx, on: OnThing): Promise<RunningClock> {
  const clock = await runningClock(tx, on, true);
  if (!clock) throw problem('limit_not_running');
  return clock;
}
