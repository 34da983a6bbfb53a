/** The queue of the triage desk in SQL: what waits, grouped by what is proposed, page by page. */
import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import type { Due } from '#rules/shapes.ts';
import { signalSeen } from '#signal/signal.scope.ts';
import { type ListRow, lines } from '#signal/signal.store.ts';
import type { Answer } from '#triage/category/proposal.ts';
import { dueJson } from '#triage/problem.store.ts';
import type { QueueQuery } from '#views/triage-desk.api.ts';

/** The most pressing so many are looked at; what comes behind them moves up as they are dealt with. */
export const LOOKED_AT = 10_000;

/** A repeat as sure as this decides where the signal goes, and so its group. */
const DECIDES = 0.7;

export type QueueRow = ListRow & {
  due: Due | null;
  area_id: string | null;
  area: string | null;
  said: Partial<Record<'category' | 'unit' | 'repeat', Answer[]>> | null;
  decided: string | null;
  key: string;
  size: number;
  first_us: string;
  due_us: string;
};

type Cursor = { first: string; key: string; due: string; id: string };

function conditions(actor: Actor, { id, channelId, urgent }: QueueQuery): RawBuilder<boolean>[] {
  return [
    sql<boolean>`s.state = 'untriaged'`,
    signalSeen(actor),
    ...(id ? [sql<boolean>`s.id = ${id}`] : []),
    ...(channelId ? [sql<boolean>`s.channel_id = ${channelId}`] : []),
    ...(urgent ? [sql<boolean>`s.urgency <> 'normal'`] : []),
  ];
}

const micros = (at: RawBuilder<unknown>) => sql`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** Without a limit of its own a signal stands behind those that have one, by when it came. */
const pressesAt = sql`coalesce(c.due_at, s.received_at + interval '100 years')`;

/** The latest answers of each kind, decided on or not: a signal that came back to the queue shows what was said of it. */
const saidOf = sql`(select jsonb_object_agg(p.kind, p.answers order by p.made_at) from proposal p
  where p.signal_id = page.id and p.decision is distinct from 'replaced')`;

/** The first answer of each kind for all that wait, in one pass: row by row it took ten times as long. */
const topsOf = sql`select signal_id,
    max(id) filter (where kind = 'repeat' and sure >= ${sql.lit(DECIDES)}) as repeat,
    max(id) filter (where kind = 'category') as category, max(id) filter (where kind = 'unit') as unit
  from (select distinct on (p.signal_id, p.kind) p.signal_id, p.kind, p.answers #>> '{0,id}' as id, (p.answers #>> '{0,confidence}')::numeric as sure
          from w join proposal p on p.signal_id = w.id where p.decision is distinct from 'replaced'
         order by p.signal_id, p.kind, p.made_at desc) latest group by signal_id`;

const keyOf = sql`case when t.repeat is not null then 'r:' || t.repeat
  else 'c:' || coalesce(x.category_id::text, t.category, '') || ' u:' || coalesce(t.unit, '') end`;

/** One page and how many there are in all. */
export async function queuePage(
  tx: Tx,
  actor: Actor,
  query: QueueQuery,
): Promise<{ rows: QueueRow[]; waiting: number }> {
  const after = readCursor(query.cursor);
  const first = query.order === 'same' ? sql`min(due_at) over (partition by key)` : sql`'epoch'::timestamptz`;
  const place = query.order === 'same' ? sql`page.first_at, page.key, page.due_at, page.id` : sql`page.due_at, page.id`;
  const last = after && {
    same: sql`(${after.first}::timestamptz, ${after.key}, ${after.due}::timestamptz, ${after.id}::uuid)`,
    time: sql`(${after.due}::timestamptz, ${after.id}::uuid)`,
  };
  const { rows } = await sql<QueueRow & { waiting: number }>`
    with w as materialized (
      select s.id, ${pressesAt} as due_at from signal s
        left join clock c on c.thing = s.id and c.limit_name = 'triage' and c.stopped_at is null
       where ${sql.join(conditions(actor, query), sql` and `)} order by 2, 1 limit ${LOOKED_AT + 1}),
    tops as materialized (${topsOf}),
    keyed as materialized (select w.*, x.category_id as decided, ${keyOf} as key from w left join tops t on t.signal_id = w.id
      left join signal_category x on x.signal_id = w.id and x.closed_at is null),
    placed as materialized (select keyed.*, count(*) over (partition by key) as size, ${first} as first_at from keyed),
    page as materialized (select * from placed page where ${last ? sql`(${place}) > ${last[query.order]}` : sql`true`}
      and (${query.key ?? null}::text is null or page.key = ${query.key ?? null}) order by ${place} limit ${query.limit + 1}),
    line as (${lines(actor)})
    select line.*, ${saidOf} as said, page.decided, page.key, page.size::int, ${micros(sql`page.first_at`)} as first_us, ${micros(sql`page.due_at`)} as due_us,
           a.id as area_id, a.name as area,
           ${dueJson(sql`line.id`, sql`'triage'`)} as due, (select count(*)::int from w) as waiting
      from line join page on page.id = line.id join signal s on s.id = line.id left join area a on a.id = s.area_id order by ${place}`.execute(
    tx,
  );
  return { rows, waiting: rows[0]?.waiting ?? 0 };
}

export const writeQueueCursor = (row: QueueRow) =>
  Buffer.from(JSON.stringify([row.first_us, row.key, row.due_us, row.id])).toString('base64url');

function readCursor(text: string | undefined): Cursor | undefined {
  if (!text) return undefined;
  const match = /^\["([\dT:.Z-]+)","([\w: -]{1,120})","([\dT:.Z-]+)","([0-9a-f-]{36})"\]$/.exec(
    Buffer.from(text, 'base64url').toString(),
  );
  if (!match) throw problem('cursor_invalid');
  return { first: match[1]!, key: match[2]!, due: match[3]!, id: match[4]! };
}
