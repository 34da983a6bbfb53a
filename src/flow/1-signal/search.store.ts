/** Search over a million signals: pairs of characters in a GIN index for rare words, the time index for frequent ones. */
import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import { indexGrams, queryGrams, tokenGram } from '#text/bigrams.ts';

type Searchable = {
  title: string | null;
  words: string;
  place: string | null;
  channelId: string;
  matter: string;
  urgency: string;
};

/** Attributes one filters by are grams too, so that a rare combination of frequent words and filters stays an index matter. */
export const attributeGrams = {
  channel: (id: string) => tokenGram('channel', id),
  matter: (matter: string) => tokenGram('matter', matter),
  urgency: (urgency: string) => tokenGram('urgency', urgency),
  month: (month: string) => tokenGram('month', month),
};

/** All grams of a signal, ascending and unique. @param at when it was received: its month is a gram. */
export function gramsOf(signal: Searchable, at: Date): Int32Array {
  const words = [signal.title, signal.words, signal.place].filter(Boolean).join('\n');
  return indexGrams(words, [
    attributeGrams.channel(signal.channelId),
    attributeGrams.matter(signal.matter),
    attributeGrams.urgency(signal.urgency),
    attributeGrams.month(at.toISOString().slice(0, 7)),
  ]);
}

/** What a search asks: grams that must all be there, and the terms to recheck the words with where the grams do not decide. */
export type Asked = { grams: number[]; recheck: string[]; apart: number[][] };

/** `apart`: the grams of each term, and each attribute: what says little about the others when shares are estimated. */
export function asked(q: string, attributes: number[]): Asked {
  const { grams, terms, exact } = queryGrams(q);
  const apart = [...terms.map((term) => queryGrams(term).grams), ...attributes.map((one) => [one])];
  return {
    grams: [...grams, ...attributes],
    recheck: exact ? [] : terms,
    apart: apart.filter((one) => one.length > 0),
  };
}

/** How the database is to look for it. `gin`: collect all hits, then sort; `time`: walk from the newest and filter. */
export type Way = { by: 'gin' | 'time'; expected: number };

/** Rows a page needs; a walk reads about PAGE / share rows to find them, the index about share × all. */
const PAGE = 50;
const KEEP_MS = 5 * 60_000;
type Frequencies = { at: number; rows: number; of: Map<number, number>; rarest: number };
const held = new Map<string, Frequencies>();

/** So many hits are collected and sorted within some 50 ms; a walk that finds no page of them reads the whole table. */
const COLLECTED = 20_000;

/**
 * Which share of all rows holds it, by the statistics that PostgreSQL keeps of the column's most common elements. A term is
 * as frequent as its rarest gram; terms and attributes are taken for independent. A gram that is not among the most common
 * is rarer than the rarest that is, nobody knows how much: then it is not `known`, and the share is what it is at most.
 */
export async function shareOf(tx: Tx, { apart }: Asked) {
  const { of, rows, rarest } = await frequenciesOf(tx);
  const shares = apart.map((grams) => Math.min(1, ...grams.map((gram) => of.get(gram) ?? rarest)));
  const share = shares.reduce((product, one) => product * one, 1);
  return {
    share,
    rows,
    least: Math.min(1, ...shares),
    known: apart.every((grams) => grams.every((gram) => of.has(gram))),
  };
}

/** Takes the cheaper way where every hit must be held against the signal. */
export async function wayTo(tx: Tx, ask: Asked): Promise<Way> {
  if (ask.apart.length === 0) return { by: 'time', expected: Number.POSITIVE_INFINITY };
  const { share, rows, least, known } = await shareOf(tx, ask);
  const expected = share * rows;
  if (!known && least * rows <= COLLECTED) return { by: 'gin', expected };
  return { by: expected * share <= PAGE ? 'gin' : 'time', expected };
}

async function frequenciesOf(tx: Tx): Promise<Frequencies> {
  const before = held.get(tx.city.schema);
  if (before && tx.now.getTime() - before.at < KEEP_MS) return before;
  const { rows } = await sql<{ rows: number; elements: number[] | null; shares: number[] | null }>`
    select greatest(c.reltuples, 0)::float8 as rows, s.most_common_elems::text::int4[] as elements, s.most_common_elem_freqs as shares
      from pg_class c left join pg_stats s on s.schemaname = ${tx.city.schema} and s.tablename = c.relname and s.attname = 'grams'
     where c.oid = to_regclass(${`"${tx.city.schema}".signal_search`})`.execute(tx);
  const { elements, shares, rows: count = 0 } = rows[0] ?? {};
  const of = new Map((elements ?? []).map((gram, i) => [gram, shares?.[i] ?? 0]));
  const fresh = { at: tx.now.getTime(), rows: count, of, rarest: of.size > 0 ? Math.min(...of.values()) : 0 };
  held.set(tx.city.schema, fresh);
  return fresh;
}

/** Moves what was written since into the index proper; searching is right before it, and faster after. */
export async function mergeIndex(tx: Tx): Promise<number> {
  await sql`set local statement_timeout = 0`.execute(tx); // after a large import it takes its minutes
  await sql`set local work_mem = '256MB'`.execute(tx);
  await sql`set local maintenance_work_mem = '256MB'`.execute(tx);
  const { rows } = await sql<{
    pages: number;
  }>`select gin_clean_pending_list('signal_search_grams'::regclass) as pages`.execute(tx);
  return rows[0]?.pages ?? 0;
}

export const MERGE = 'merge-index';

/** Asks for a merge while many signals come in; every minute there is one anyway. However often it is asked, one is done. */
export async function askForMerge(tx: Tx): Promise<void> {
  await sql`select graphile_worker.add_job(${MERGE}, json_build_object('city', ${tx.city.slug}::text),
    run_at => now() + interval '10 seconds', job_key => ${`merge:${tx.city.slug}`}, job_key_mode => 'preserve_run_at', max_attempts => 3)`.execute(
    tx,
  );
}
