/** What the index is made of, as the database has it: problems that live or were closed of late, and what they say. */
import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import type { Text, Told } from '#triage/repeat/kept.ts';
import { RECENT_DAYS } from '#triage/repeat/repeat.ts';

/** Of a problem's signals the first and the latest are read: of ten thousand the rest says the same. */
const ENDS = 3;
/** More of a text is not read (`termsOf`). */
const READ = 1_200;

/** A condition on `problem p`: a new signal may be about it. One that was withdrawn holds none. */
export const recent = (tx: Tx) => sql<boolean>`(p.signal_count > 0 and p.state <> 'merged' and (p.state <> 'closed'
  or p.changed_at > ${tx.now}::timestamptz - make_interval(days => ${RECENT_DAYS})))`;

/** Those of the problems that count, with their texts; what was erased is in none. */
export async function textsOf(tx: Tx, problems: readonly string[]): Promise<Told[]> {
  const end = (order: 'asc' | 'desc') => sql`(select e.signal_id from signal_problem e
    where e.problem_id = p.id and e.closed_at is null order by e.id ${sql.raw(order)} limit ${ENDS})`;
  const { rows } = await sql<{ problem: string; texts: Text[] }>`
    with mine as materialized (select p.id, p.title, p.statement, p.changed_at from problem p
      where p.id = any(${problems}::uuid[]) and ${recent(tx)})
    select p.id as problem, json_build_array(json_build_object('signal', null, 'words', left(concat_ws(E'\n', p.title, p.statement), ${READ}),
             'at', extract(epoch from p.changed_at) * 1000))::jsonb || coalesce((
             select jsonb_agg(jsonb_build_object('signal', s.id, 'words', left(concat_ws(E'\n', s.title, s.place, s.words), ${READ}),
                      'at', extract(epoch from s.received_at) * 1000) order by s.id)
               from signal s where s.erased_at is null and s.id in (${end('asc')} union ${end('desc')})), '[]') as texts
      from mine p`.execute(tx);
  return rows;
}

export type After = { at: string; id: string } | undefined;

/** The next of them, the latest changed first: where there is no room for all, the oldest are left out. */
export async function nextProblems(tx: Tx, after: After, limit: number): Promise<{ ids: string[]; after: After }> {
  const { rows } = await sql<{ id: string; at: string }>`
    select p.id, to_char(p.changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at from problem p
     where ${recent(tx)}${after ? sql` and (p.changed_at, p.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
     order by p.changed_at desc, p.id desc limit ${limit}`.execute(tx);
  const last = rows.at(-1);
  return {
    ids: rows.map(({ id }) => id),
    after: rows.length === limit && last ? { at: last.at, id: last.id } : undefined,
  };
}

/** Up to where the ledger has been followed; `place` tells one schema from another that has taken its name. */
export type Mark = { place: number; epoch: number; txid: string };

export async function markNow(tx: Tx): Promise<Mark> {
  const { rows } =
    await sql<Mark>`select 'problem'::regclass::oid::int8 as place, coalesce((select max(epoch) from ledger), 1) as epoch,
    pg_snapshot_xmin(pg_current_snapshot())::text as txid`.execute(tx);
  return rows[0]!;
}

/**
 * Problems about which something was written since the mark, and those that were closed too long ago since `pruned`.
 * By transactions, not by numbers: a row may be seen after another with a greater number. Rows of transactions that still
 * run beside others come again; `done` are those that were seen.
 */
export async function changedSince(tx: Tx, mark: Mark, done: ReadonlySet<number>, pruned: Date) {
  const { rows } = await sql<{ seq: number; kind: string; thing: string }>`
    select seq, kind, thing from ledger where epoch = ${mark.epoch} and txid >= ${mark.txid}::xid8
       and (kind = 'problem' or verb in ('signal.erased', 'signal.revised'))`.execute(tx);
  const fresh = rows.filter(({ seq }) => !done.has(seq));
  const of = (problem: boolean) => fresh.flatMap(({ kind, thing }) => ((kind === 'problem') === problem ? thing : []));
  const { rows: more } = await sql<{ id: string }>`
    select e.problem_id as id from signal_problem e where e.signal_id = any(${of(false)}::uuid[]) and e.closed_at is null
    union select p.id from problem p where p.state = 'closed'
      and p.changed_at > ${pruned}::timestamptz - make_interval(days => ${RECENT_DAYS})
      and p.changed_at <= ${tx.now}::timestamptz - make_interval(days => ${RECENT_DAYS})`.execute(tx);
  return { seqs: rows.map(({ seq }) => seq), problems: [...new Set([...of(true), ...more.map(({ id }) => id)])] };
}
