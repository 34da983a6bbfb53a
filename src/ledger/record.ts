/** Writing to the ledger: one statement writes all rows of a verb and wakes what follows them. */
import { type RawBuilder, sql } from 'kysely';
import type { Entry, Signature } from '#ledger/ledger.ts';
import { bytesColumn, textColumn, timeColumn, uuidColumn } from '#platform/columns.ts';
import { KEPT, type Tx } from '#platform/db.ts';
import { maskWords } from '#text/mask.ts';

export const WAKE = 'react';

const into = sql`insert into ledger (at, actor, actor_kind, for_whom, verb, kind, thing, unit, reason, data, commitment, request)`;
const names = sql`verb, kind, thing, unit, reason, data, commitment, request`;
const what = sql`e.verb, e.kind, e.thing, e.unit, e.reason, e.data::jsonb, e.commitment, e.request`;

/** What the entries say, as columns for `unnest`. */
function said(list: readonly Entry[]) {
  const text = (pick: (entry: Entry) => string | null) => sql`${textColumn(list.map(pick))}::text[]`;
  const uuid = (pick: (entry: Entry) => string | null) => sql`${uuidColumn(list.map(pick))}::uuid[]`;
  return sql`${text((entry) => entry.verb)}, ${text((entry) => entry.kind)}, ${uuid((entry) => entry.thing)},
    ${uuid((entry) => entry.unit ?? null)}, ${text((entry) => (entry.reason ? maskWords(entry.reason) : null))},
    ${text((entry) => JSON.stringify(entry.data ?? {}))}, ${bytesColumn(list.map((entry) => entry.commitment ?? null))}::bytea[],
    ${uuid((entry) => entry.request ?? null)}`;
}

/**
 * Records entries in their order, in the verb's own transaction, and enqueues one wake-up if any of them is reacted to.
 * @returns the sequence number of the last row: what a reader has seen who has seen this.
 */
export async function record(tx: Tx, by: Signature, entries: Entry | Entry[]): Promise<number> {
  const list = Array.isArray(entries) ? entries : [entries];
  if (list.length === 0) return 0;
  const wakes = list.some((entry) => tx.city.wakes.has(entry.verb));
  const written = sql`${into} select ${tx.now}, ${by.id}, ${by.kind}, ${by.forWhom ?? null}, ${what} from unnest(${said(list)}) as e(${names})
    returning seq`;
  const { rows: result } = await (wakes
    ? sql<{
        last: number;
      }>`${sql.raw(KEPT)} with written as (${written}), reach as (select min(seq) as first, max(seq) as last from written)
        select last, (graphile_worker.add_job(${WAKE},
          json_build_object('city', ${tx.city.slug}::text, 'first', first, 'last', last), max_attempts => 5)).id as job from reach`
    : sql<{ last: number }>`with written as (${written}) select max(seq) as last from written`
  ).execute(tx);
  return result[0]!.last;
}

/**
 * For mass work that stands in one statement with what it does: a CTE `recorded` that writes a row for each of `entries`
 * (verb, kind, thing, data, request). No words of anybody, and no verb that is reacted to: nothing is masked, nobody woken.
 */
export const recordedFrom = (tx: Tx, by: Signature, entries: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`recorded as (insert into ledger (at, actor, actor_kind, for_whom, verb, kind, thing, data, request)
    select ${tx.now}::timestamptz, ${by.id}::uuid, ${by.kind}::text, ${by.forWhom ?? null}::uuid, e.* from (${entries}) e)`;

/** A row of a past that is written as the past: with its own instant and actor. */
export type PastEntry = Entry & { at: Date; by: Signature };

/** Records a past in the order given, of whatever verbs. Wakes nothing: a sweep comes after. */
export async function recordPast(tx: Tx, list: readonly PastEntry[]): Promise<void> {
  if (list.length === 0) return;
  await sql`${into} select e.at, e.actor, e.actor_kind, e.for_whom, ${what}
    from unnest(${said(list)}, ${timeColumn(list.map((entry) => entry.at))}::timestamptz[],
        ${uuidColumn(list.map((entry) => entry.by.id))}::uuid[], ${textColumn(list.map((entry) => entry.by.kind))}::text[],
        ${uuidColumn(list.map((entry) => entry.by.forWhom ?? null))}::uuid[]) as e(${names}, at, actor, actor_kind, for_whom)`.execute(
    tx,
  );
}
