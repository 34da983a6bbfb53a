/** To-dos outside as rows: which work waits for whom is looked up, never told; each has one row, by the work's own key. */
import { sql } from 'kysely';
import { reviewWords } from '#message/message.words.ts';
import { type ChannelName, channelNames, type Failure } from '#message/outside/channel.ts';
import type { Tx } from '#platform/db.ts';
import { open, seal } from '#platform/keys.ts';
import type { Language } from '#platform/problem.ts';
import { maskWords } from '#text/mask.ts';

const place = (key: string) => `outside_todo.ref:${key}`;

/** Whom a channel that is open for to-dos reaches: by the one channel that they are told by. */
const reach = sql`
  select distinct on (a.person_id) a.person_id, a.channel
    from person_address a join outside_channel c on c.name = a.channel and c.open and (c.settings->>'todos')::boolean
    left join push_choice h on h.person_id = a.person_id
   where a.verified_at is not null and coalesce(h.channel, 'any') in ('any', a.channel)
   order by a.person_id, array_position(${channelNames}::text[], a.channel)`;

/**
 * What waits for a person: a task for whoever has it, until it is handed in, and each hand-in for the reviewer. The key has
 * the assignment and how many times it was handed in, so that one is never opened again.
 */
const waits = sql`
  select 'a-' || a.id || '-' || (select count(*) from hand_in h where h.task_id = t.id) as key,
         a.to_person as person_id, t.id as task_id, t.number, t.title, 'finish' as limit_name
    from assignment a join task t on t.id = a.task_id
   where a.closed_at is null and a.role in ('lead', 'entrusted') and t.state in ('given', 'working')
     and a.to_person in (select person_id from persons)
  union all
  select 'r-' || h.id, t.reviewer_id, t.id, t.number, t.title, 'review'
    from task t join lateral (select id from hand_in where task_id = t.id order by at desc, id desc limit 1) h on true
   where t.state = 'submitted' and t.reviewer_id in (select person_id from persons)`;

/** What waits no more: done by them, or taken back and given to another. What never went out need not be taken back there. */
export async function endTodos(tx: Tx): Promise<void> {
  await sql`
    with persons as materialized (select distinct person_id from outside_todo where ended is null),
         waits as materialized (${waits})
    update outside_todo o
       set ended = case when o.key like 'r-%'
             then case when exists (select from hand_in_review v where v.hand_in_id = substr(o.key, 3)::uuid) then 'done' else 'dropped' end
             else case when exists (select from assignment a where a.id = substr(o.key, 3, 36)::uuid and a.close_reason <> 'finished') then 'dropped' else 'done' end
           end,
           wanted = o.wanted + 1, said = case when o.tried then o.said else o.wanted + 1 end,
           tries = 0, given_up_at = null, not_before = ${tx.now}
     where o.ended is null and not exists (select from waits w where w.key = o.key)`.execute(tx);
}

/** A deadline was moved, by whatever moved it. */
export async function moveTodos(tx: Tx): Promise<void> {
  await sql`
    update outside_todo o set due_at = c.due_at, wanted = o.wanted + 1, tries = 0, given_up_at = null, not_before = ${tx.now}
      from clock c
     where o.ended is null and c.thing = o.task_id and c.stopped_at is null and c.due_at is distinct from o.due_at
       and c.limit_name = case when o.key like 'r-%' then 'review' else 'finish' end`.execute(tx);
}

type Waiting = {
  key: string;
  person: string;
  channel: string;
  task: string;
  number: string;
  title: string;
  limit: 'finish' | 'review';
  language: Language;
  due: Date | null;
};

/** Work that has no row yet, at most `many`. @returns how many */
export async function makeTodos(tx: Tx, many: number): Promise<number> {
  const { rows } = await sql<Waiting>`
    with persons as materialized (${reach}), waits as materialized (${waits})
    select w.key, w.person_id as person, p.channel, w.task_id as task, w.number, w.title, w.limit_name as limit, c.due_at as due,
           coalesce(n.language, 'zh') as language
      from waits w join persons p on p.person_id = w.person_id left join account n on n.person_id = w.person_id
      left join clock c on c.thing = w.task_id and c.limit_name = w.limit_name and c.stopped_at is null
     where not exists (select from outside_todo o where o.key = w.key) limit ${many}`.execute(tx);
  if (rows.length === 0) return 0;
  const made = rows.map(({ number, title, limit, language, ...row }) => ({
    ...row,
    title: `${limit === 'review' ? reviewWords[language] : ''}${number} ${maskWords(title)}`,
  }));
  await sql`
    insert into outside_todo (key, person_id, channel, task_id, title, due_at, not_before, made_at)
    select r.key, r.person, r.channel, r.task, r.title, r.due, ${tx.now}, ${tx.now}
      from jsonb_to_recordset(${JSON.stringify(made)}::jsonb) as r(key text, person uuid, channel text, task uuid, title text, due timestamptz)
    on conflict (key) do nothing`.execute(tx);
  return rows.length;
}

export type DueTodo = {
  key: string;
  personId: string;
  channel: ChannelName;
  taskId: string;
  title: string;
  dueAt: Date | null;
  ended: 'done' | 'dropped' | null;
  wanted: number;
  tries: number;
  ref: string | null;
  address_sealed: Buffer | null;
};

/** What the other side does not know yet, locked: another worker passes over it. */
export async function lockTodos(tx: Tx, names: readonly ChannelName[], many: number): Promise<DueTodo[]> {
  const { rows } = await sql<DueTodo & { ref_sealed: Buffer | null }>`
    select o.key, o.person_id as "personId", o.channel, o.task_id as "taskId", o.title, o.due_at as "dueAt", o.ended, o.wanted,
           o.tries, o.ref_sealed, a.address_sealed
      from outside_todo o left join person_address a on a.person_id = o.person_id and a.channel = o.channel and a.verified_at is not null
     where o.said < o.wanted and o.given_up_at is null and o.not_before <= ${tx.now} and o.channel = any(${names}::text[])
     order by o.not_before, o.key limit ${many} for update of o skip locked`.execute(tx);
  return rows.map(({ ref_sealed, ...row }) => ({
    ...row,
    ref: ref_sealed && open(tx.city.keys, ref_sealed, place(row.key)),
  }));
}

/** Written before it is made: a program that dies gives it back after `minutes`, and tells it again by the same key. */
export async function noteTodoTry(tx: Tx, key: string, minutes: number): Promise<void> {
  await sql`update outside_todo set tries = tries + 1, tried = true, not_before = ${tx.now}::timestamptz + make_interval(mins => ${minutes})
    where key = ${key}`.execute(tx);
}

/** It was told as it stood when it was taken; what changed meanwhile is still to be told. */
export async function settleTodo(tx: Tx, { key, wanted }: DueTodo, ref: string | null): Promise<void> {
  await tx
    .updateTable('outside_todo')
    .set({ said: wanted, tries: 0, failure: null, given_up_at: null, not_before: tx.now })
    .set({ ref_sealed: ref === null ? null : seal(tx.city.keys, ref, place(key)) })
    .where('key', '=', key)
    .execute();
}

export async function failTodo(tx: Tx, key: string, failure: Failure, giveUp: boolean): Promise<void> {
  await tx
    .updateTable('outside_todo')
    .set({ failure, ...(giveUp && { given_up_at: tx.now }) })
    .where('key', '=', key)
    .execute();
}

/** Ended and told of before `before`: its key never comes again. */
export const forgetTodos = (tx: Tx, before: Date): Promise<unknown> =>
  sql`delete from outside_todo where ended is not null and said = wanted and not_before < ${before}`.execute(tx);
