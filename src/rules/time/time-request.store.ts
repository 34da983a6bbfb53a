/** Requests for time as rows. */
import { type RawBuilder, sql } from 'kysely';
import { dayOf } from '#clock/day.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import type { OnThing } from '#rules/time/terms.store.ts';
import type { Past, TimeRequestKind, TimeRequestState } from '#rules/time/time-request.ts';

export type TimeRequestRow = {
  id: string;
  kind: TimeRequestKind;
  state: TimeRequestState;
  thing: string;
  clock_id: string;
  /** The limit for which time is asked. */
  limit: string;
  reason: string;
  budget: number | null;
  until: string | null;
  by_person: string;
};

type New = Omit<TimeRequestRow, 'state' | 'thing' | 'limit'> & { on: OnThing; words: string; due_was: Date };

export async function insertRequest(tx: Tx, { on, ...row }: New): Promise<void> {
  await tx
    .insertInto('time_request')
    .values({ ...row, thing_kind: on.kind, thing: on.thing, state: 'asked', at: tx.now })
    .execute();
}

const columns = sql`id, kind, state, thing, clock_id, reason, budget, until::text, by_person,
  (select c.limit_name from clock c where c.id = clock_id) as limit`;

/** A request about the thing. @throws not_found */
export async function lockRequest(tx: Tx, thing: string, id: string): Promise<TimeRequestRow> {
  const { rows } =
    await sql<TimeRequestRow>`select ${columns} from time_request where id = ${id} and thing = ${thing} for update`.execute(
      tx,
    );
  if (!rows[0]) throw problem('not_found');
  return rows[0];
}

type Decided = { state: 'granted' | 'refused'; decided_by: string; decision: string; due_after: Date | null };

export async function writeDecision(tx: Tx, id: string, decided: Decided): Promise<void> {
  await tx
    .updateTable('time_request')
    .set({ ...decided, decided_at: tx.now })
    .where('id', '=', id)
    .execute();
}

/** @param by null: by its day */
export async function writeEnd(tx: Tx, id: string, state: 'withdrawn' | 'ended', by: string | null): Promise<void> {
  await tx.updateTable('time_request').set({ state, ended_by: by, ended_at: tx.now }).where('id', '=', id).execute();
}

/** Something is asked for this thing, for whichever of its limits. */
export async function isAsked(tx: Tx, thing: string): Promise<boolean> {
  const { rows } = await sql`select from time_request where thing = ${thing} and state = 'asked' limit 1`.execute(tx);
  return rows.length > 0;
}

/** What was asked for a clock before. */
export async function pastOf(tx: Tx, clockId: string): Promise<Past[]> {
  const rows = await tx
    .selectFrom('time_request')
    .select(['kind', 'state', 'decided_at', 'ended_at'])
    .select(sql<string | null>`until::text`.as('until'))
    .where('clock_id', '=', clockId)
    .execute();
  return rows.map(({ kind, state, decided_at, ended_at, until }) => {
    const stood = kind === 'suspension' && (state === 'granted' || state === 'ended') && decided_at !== null;
    const past = { kind: kind as TimeRequestKind, state: state as TimeRequestState };
    if (!stood) return { ...past, from: null, to: null };
    return { ...past, from: dayOf(decided_at), to: ended_at ? dayOf(ended_at) : until };
  });
}

/**
 * The work moves on, and the clocks of these limits are about to be stopped: what was asked for them lapses, and what stands
 * still on them has ended. Called before the clocks are touched: whoever locks both locks the request first.
 */
export async function lapseRequests(tx: Tx, thing: string, limits: readonly string[]): Promise<void> {
  if (limits.length === 0) return;
  await sql`update time_request r set ended_at = ${tx.now}, state = case r.state when 'asked' then 'lapsed' else 'ended' end
     from clock c where r.thing = ${thing} and c.id = r.clock_id and c.limit_name = any(${limits}::text[]) and c.stopped_at is null
      and (r.state = 'asked' or (r.state = 'granted' and r.kind = 'suspension'))`.execute(tx);
}

/** The step that made them lapse is taken back: what was asked is asked again, what stood still stands still. */
export async function restoreRequests(tx: Tx, clocks: readonly { id: string; stoppedAt: Date }[]): Promise<void> {
  for (const { id, stoppedAt } of clocks)
    await sql`update time_request set ended_at = null, state = case state when 'lapsed' then 'asked' else 'granted' end
      where clock_id = ${id} and ended_at = ${stoppedAt} and ended_by is null
        and (state = 'lapsed' or (state = 'ended' and kind = 'suspension'))`.execute(tx);
}

type Over = Pick<TimeRequestRow, 'id' | 'thing' | 'clock_id'> & { thing_kind: 'problem' | 'task'; limit: string };

/** Suspensions whose last day is over, locked; those that somebody is deciding on are left for the next time. */
export async function suspensionsOver(tx: Tx, limit: number): Promise<Over[]> {
  const { rows } = await sql<Over>`select r.id, r.thing, r.thing_kind, r.clock_id, c.limit_name as limit
      from time_request r join clock c on c.id = r.clock_id
     where r.state = 'granted' and r.kind = 'suspension' and r.until < ${dayOf(tx.now)}::date
     order by r.until, r.id limit ${limit} for update of r skip locked`.execute(tx);
  return rows;
}

/** A condition: something is asked for this thing, and not by one of these persons. */
export const askedByOthers = (thing: RawBuilder<unknown>, persons: readonly string[]) => sql<boolean>`exists (
  select from time_request r where r.thing = ${thing} and r.state = 'asked' and r.by_person <> all(${persons}::uuid[]))`;
