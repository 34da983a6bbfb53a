/** Call-backs as rows: the rule of a day, who may be drawn, the queue that two callers share, and one locked for a decision. */
import { sql } from 'kysely';
import { addDays, type Day, startOfDay } from '#clock/day.ts';
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { isOver } from '#signal/erase.store.ts';
import { signalSeen } from '#signal/signal.scope.ts';
import { builtInRule, type CallbackRule, type CallbackState, HELD_MINUTES } from '#triage/callback/callback.ts';
import type { InLot } from '#triage/callback/lot.ts';

export async function ruleOn(tx: Tx, day: Day): Promise<CallbackRule> {
  const { rows } = await sql<CallbackRule>`
    select percent, shares, tries, rest_hours as "restHours" from callback_rule where from_day <= ${day}::date
     order by from_day desc, at desc, id desc limit 1`.execute(tx);
  return rows[0] ?? builtInRule;
}

/** The unit that led the problem of `signal s` to its end; nothing where it was answered without one. */
export const ledTo = sql`(select a.to_unit from signal_problem e join assignment a on a.problem_id = e.problem_id
   and a.role = 'lead' and (a.closed_at is null or a.close_reason = 'finished')
 where e.signal_id = s.id and e.closed_at is null order by a.opened_at desc, a.id desc limit 1)`;

/** What the reporter of `signal s` said last, on whichever way. */
export const lastSaid = sql`(select c.id, c.at, c.contacted, c.solved, c.satisfied from signal_callback c
  where c.signal_id = s.id and c.reached and (c.solved is not null or c.satisfied is not null)
  order by c.at desc, c.id desc limit 1)`;

/** Questions and praise have nothing to solve; what was withdrawn or passed on was not the city's to solve. */
export const isAsked = sql<boolean>`(s.matter not in ('consult', 'praise')
  and coalesce(s.disposition, 'answered') = 'answered')`;

/** The reporter left a phone and wants to hear. */
export const canBeCalled = sql<boolean>`(s.wants_reply and s.erased_at is null and exists (
  select from reporter r where r.id = s.reporter_id and r.phone_sealed is not null and r.erased_at is null))`;

/** There is nothing to ask any more: said meanwhile, answered anew, taken up again, or erased. */
const stale = sql<boolean>`(not ${canBeCalled} or not ${isOver('s')}
  or exists (select from signal_callback c where c.signal_id = s.id and c.reached and c.at > a.at)
  or exists (select from signal_answer b where b.signal_id = s.id and (b.at, b.id) > (a.at, a.id)))`;

export type Candidate = InLot & { signalId: string; answerId: string; again: boolean };

/** Reporters whose last answer was given on the day and who can be asked; `again`: they said no the last time. */
export async function answeredOn(tx: Tx, day: Day): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select s.id as "signalId", a.id as "answerId", s.number, s.channel_id as channel, ${ledTo} as unit,
           coalesce(l.solved = 'no' or l.satisfied <= 2, false) as again
      from signal_answer a join signal s on s.id = a.signal_id left join lateral ${lastSaid} l on true
     where a.at >= ${startOfDay(day)} and a.at < ${startOfDay(addDays(day, 1))} and ${isAsked} and not ${stale}
       and not exists (select from callback_item i where i.answer_id = a.id)
     order by s.number`.execute(tx);
  return rows;
}

export type ItemRow = {
  id: string;
  signalId: string;
  day: Day;
  why: 'lot' | 'again';
  state: CallbackState;
  tries: number;
  triesMost: number;
  restHours: number;
  takenBy: string | null;
  answeredAt: Date;
  unit: string | null;
  channel: string;
  version: number;
};

const columns = sql`i.id, i.signal_id as "signalId", to_char(i.day, 'YYYY-MM-DD') as day, i.why, i.state, i.tries, i.version,
  i.tries_most as "triesMost", i.rest_hours as "restHours", i.taken_by as "takenBy", a.at as "answeredAt",
  (select u.short_name from unit u where u.id = i.unit_id) as unit, c.name as channel`;
const from = sql`callback_item i join signal_answer a on a.id = i.answer_id join signal s on s.id = i.signal_id
  join channel c on c.id = i.channel_id`;

/** Locked for a decision. @throws not_found */
export async function lockItem(tx: Tx, actor: Actor, id: string): Promise<ItemRow> {
  const { rows } = await sql<ItemRow>`
    select ${columns} from ${from} where i.id = ${id} and ${signalSeen(actor)} for update of i`.execute(tx);
  if (!rows[0]) throw problem('not_found');
  return rows[0];
}

const free = (tx: Tx) =>
  sql`(i.taken_by is null or i.taken_at < ${tx.now}::timestamptz - ${HELD_MINUTES} * interval '1 minute')`;

/**
 * The one that the actor has already, else the next that nobody has; locked, and passed over where somebody else is just
 * taking it. `stale`: there is nothing to ask any more.
 */
export async function nextItem(tx: Tx, actor: Actor): Promise<(ItemRow & { stale: boolean }) | undefined> {
  const { rows } = await sql<ItemRow & { stale: boolean }>`
    select ${columns}, ${stale} as stale from ${from}
     where i.state = 'waiting' and i.next_at <= ${tx.now} and ${signalSeen(actor)}
       and (${free(tx)} or i.taken_by = ${actor.id})
     order by i.taken_by is not distinct from ${actor.id} desc, i.next_at, i.id limit 1 for update of i skip locked`.execute(
    tx,
  );
  return rows[0];
}

type Change = {
  state?: CallbackState;
  tries?: number;
  next_at?: Date;
  kept_reason?: string | null;
  taken_by?: string | null;
  taken_at?: Date | null;
};

/** Writes a change and counts the version up; whoever merely takes it leaves the version. */
export async function writeItem(tx: Tx, id: string, change: Change, bump = 1): Promise<number> {
  const closed = change.state && change.state !== 'waiting' ? { closed_at: tx.now } : {};
  const { version } = await tx
    .updateTable('callback_item')
    .set((eb) => ({ ...change, ...closed, version: eb('version', '+', bump) }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

/** How the queue stands, and what the actor has done today. */
export async function queueOf(tx: Tx, actor: Actor, today: Day) {
  const { rows } = await sql<{ now: number; later: number; others: number; done: number }>`
    select count(*) filter (where i.next_at <= ${tx.now} and (${free(tx)} or i.taken_by = ${actor.id}))::int as now,
           count(*) filter (where i.next_at > ${tx.now})::int as later,
           count(*) filter (where i.next_at <= ${tx.now} and not ${free(tx)} and i.taken_by <> ${actor.id})::int as others,
           (select count(*)::int from signal_callback k where k.by_person = ${actor.id} and k.at >= ${startOfDay(today)}
              and k.signal_id in (select signal_id from callback_item)) as done
      from callback_item i join signal s on s.id = i.signal_id where i.state = 'waiting' and ${signalSeen(actor)}`.execute(
    tx,
  );
  return rows[0]!;
}
