/** Problems that a person has published: their public words, unit, state and dates, and counts that point at nobody. */
import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { readCursor, writeCursor } from '#signal/signal.store.ts';
import { reviewOn } from '#triage/deferral/deferral.store.ts';
import type { ProblemState } from '#triage/problem.ts';

export type Published = {
  number: string;
  title: string;
  words: string;
  state: ProblemState;
  /** On the books until somebody looks at it again on this day. */
  reviewOn: string | null;
  unit: string | null;
  publishedAt: Date;
  beganAt: Date;
  settledAt: Date | null;
  /** Absent: fewer than five, of which nobody is told how many. */
  signals: number | null;
};

type Row = Omit<Published, 'signals'> & { signals: number; id: string; at_us: string };

/** Fewer than this would point at persons (公开聚合小于 5 不公布). */
const LEAST = 5;
const PAGE = 20;

const columns = sql`p.number, x.title, x.words, p.state, x.id, x.at as "publishedAt", p.made_at as "beganAt", ${reviewOn(sql`p.id`)} as "reviewOn", p.signal_count as signals,
  to_char(x.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at_us,
  (select u.name from assignment a join unit u on u.id = a.to_unit where a.problem_id = p.id and a.role = 'lead'
     and (a.closed_at is null or a.close_reason = 'finished') order by a.opened_at desc, a.id desc limit 1) as unit,
  case when p.state = 'closed' then (select max(d.at) from problem_decision d where d.problem_id = p.id and d.step = 'close') end as "settledAt"
  from problem_publication x join problem p on p.id = x.problem_id`;

/** Whatever comes in an address reaches the database only in this form. */
const isMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;
const isId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export type Group = 'working' | 'settled';

/** The newest first. A problem that went into another is told of by that one, or not at all. */
export async function published(
  tx: Tx,
  group: Group,
  cursorText: string | undefined,
): Promise<{ items: Published[]; next: string | null }> {
  const cursor = readCursor(cursorText);
  if (cursor && !(isMoment.test(cursor.at) && isId.test(cursor.id))) throw problem('cursor_invalid');
  const after = cursor ? sql`and (x.at, x.id) < (${cursor.at}::timestamptz, ${cursor.id}::uuid)` : sql``;
  const state = group === 'settled' ? sql`p.state = 'closed'` : sql`p.state not in ('closed', 'merged')`;
  const { rows } = await sql<Row>`select ${columns} where x.ended_at is null and ${state} ${after}
    order by x.at desc, x.id desc limit ${PAGE + 1}`.execute(tx);
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined;
  return { items: rows.slice(0, PAGE).map(show), next: last ? writeCursor({ at: last.at_us, id: last.id }) : null };
}

/** @throws not_found where nobody has published it */
export async function publishedOne(tx: Tx, number: string): Promise<Published> {
  const { rows } = await sql<Row>`select ${columns}
    where x.ended_at is null and p.state <> 'merged' and p.number = ${number}`.execute(tx);
  if (!rows[0]) throw problem('not_found');
  return show(rows[0]);
}

function show({ id: _, at_us: __, signals, ...row }: Row): Published {
  return { ...row, signals: signals < LEAST ? null : signals };
}
