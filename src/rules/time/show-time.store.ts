/** Requests for time as the page of a thing shows them. */
import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import { stageName } from '#rules/stage-name.store.ts';
import { type OnThing, runningClock } from '#rules/time/terms.store.ts';
import type { TimeOfThing, TimeRequest } from '#rules/time/time-request.api.ts';
import { pastOf } from '#rules/time/time-request.store.ts';
import { leftOf } from '#rules/time/time-request.ts';

type Row = Omit<TimeRequest, 'at' | 'dueWas' | 'decidedAt' | 'dueAfter' | 'endedAt'> & {
  at: Date;
  due_was: Date;
  decided_at: Date | null;
  due_after: Date | null;
  ended_at: Date | null;
};

/** What may be asked of the stage that runs. */
async function stageOf(tx: Tx, thing: string): Promise<TimeOfThing['stage']> {
  const clock = await runningClock(tx, { kind: 'problem', thing, limit: 'stage' }, false);
  if (!clock) return null;
  const { rows } = await sql<{
    name: string;
  }>`select ${stageName('c')} as name from clock c where c.id = ${clock.id}`.execute(tx);
  return { ...leftOf(clock, await pastOf(tx, clock.id)), name: rows[0]!.name };
}

/** All requests about the thing, the newest first. */
export async function timeOf(tx: Tx, on: OnThing): Promise<TimeOfThing> {
  const { rows } = await sql<Row>`
    select r.id, r.kind, r.state, r.reason, r.words, c.unit_of_time as "unitOfTime", ${stageName('c')} as stage, r.budget, r.until::text, b.name as by, r.at, r.due_was,
           d.name as "decidedBy", r.decided_at, r.decision, r.due_after, e.name as "endedBy", r.ended_at
      from time_request r join clock c on c.id = r.clock_id join person b on b.id = r.by_person
      left join person d on d.id = r.decided_by left join person e on e.id = r.ended_by
     where r.thing = ${on.thing} order by r.at desc, r.id desc`.execute(tx);
  const clock = await runningClock(tx, on, false);
  return {
    requests: rows.map(({ at, due_was, decided_at, due_after, ended_at, ...row }) => ({
      ...row,
      at: at.toISOString(),
      dueWas: due_was.toISOString(),
      decidedAt: decided_at?.toISOString() ?? null,
      dueAfter: due_after?.toISOString() ?? null,
      endedAt: ended_at?.toISOString() ?? null,
    })),
    left: clock ? leftOf(clock, await pastOf(tx, clock.id)) : null,
    stage: on.kind === 'problem' ? await stageOf(tx, on.thing) : null,
  };
}
