/** What a ladder would have fired in the last week, had it been in force, and what it would do to the limits open now. */
import { sql } from 'kysely';
import { loadCalendar } from '#clock/clock.store.ts';
import { dayMs } from '#clock/day.ts';
import { runningOf, type Watched } from '#clock/watch.store.ts';
import type { Tx } from '#platform/db.ts';
import type { Condition, LadderKind, Rung } from '#supervision/ladder.ts';
import { headless } from '#supervision/line.store.ts';
import { lookAhead } from '#supervision/outlook.store.ts';
import { rungAt } from '#supervision/rung-at.ts';
import { traitsOf } from '#supervision/traits.store.ts';

export const PREVIEW_DAYS = 7;
/** Of more limits than this the latest are looked at. */
const LOOKED_AT = 2_000;

type Ran = Watched & { stopped_at: Date | null };

/** @returns firings and different matters, rung by rung. */
export async function previewLadder(
  tx: Tx,
  of: { kind: LadderKind; limitName: string | null; condition: Condition | null; rungs: readonly Rung[] },
) {
  const from = new Date(tx.now.getTime() - PREVIEW_DAYS * dayMs);
  const { rows } = await sql<Ran>`
    select c.id, c.kind, c.thing, c.limit_name, c.started_at, c.due_at, c.unit_of_time, c.unit_id, c.stopped_at,
           (select coalesce(json_agg(json_build_object('from', s.from_at, 'to', s.to_at)), '[]')
              from clock_suspension s where s.clock_id = c.id) as suspensions
      from clock c where c.kind = ${of.kind} and (${of.limitName}::text is null or c.limit_name = ${of.limitName})
       and c.started_at < ${tx.now} and (c.stopped_at is null or c.stopped_at > ${from})
     order by c.due_at desc limit ${LOOKED_AT + 1}`.execute(tx);
  const traits = await traitsOf(tx, rows);
  const meant = rows.filter(({ thing }) => of.condition === null || traits.get(thing)?.includes(of.condition));
  const ran = meant.slice(0, LOOKED_AT);
  const calendar = await loadCalendar(tx);
  const rungs = of.rungs.map((rung) => {
    const met = ran.filter((clock) => {
      const at = rungAt(calendar, runningOf(clock), rung);
      return at > from && at <= tx.now && (clock.stopped_at === null || at < clock.stopped_at);
    });
    return { count: met.length, things: new Set(met.map(({ thing }) => thing)).size };
  });
  return {
    rungs,
    clocks: ran.length,
    more: rows.length > LOOKED_AT,
    headless: await headless(tx),
    ahead: await lookAhead(tx, of),
  };
}
