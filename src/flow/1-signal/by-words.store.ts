/** Signals by their words, for whoever sees them all: the search table alone finds them, newest first, and counts them. */
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import { beginOf, type Months, monthOf, monthsInside, monthsWithin, namesOf, parts } from '#signal/months.ts';
import { type Asked, attributeGrams, shareOf } from '#signal/search.store.ts';

/** Days in Shanghai, both inclusive. */
export type Days = { from?: string; to?: string };
/** Where the last row of a page stood: its time to the microsecond, and its id. */
export type Cursor = { at: string; id: string };
export type Found = { id: string; received_us: string };

/** A time as a cursor says it. */
export const micros = (time: RawBuilder<unknown>) =>
  sql<string>`to_char(${time} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** Conditions on a time: within the days. A bare date would be taken for midnight in UTC, and lie 16 hours off. */
export const onDays = (time: RawBuilder<unknown>, { from, to }: Days): RawBuilder<boolean>[] => [
  ...(from ? [sql<boolean>`${time} >= ${from}::date::timestamp at time zone 'Asia/Shanghai'`] : []),
  ...(to ? [sql<boolean>`${time} < (${to}::date + 1)::timestamp at time zone 'Asia/Shanghai'`] : []),
];

const array = (grams: readonly number[]) => sql`${`{${grams.join(',')}}`}::int4[]`;
const monthGrams = (months: Months) => array(namesOf(months).map(attributeGrams.month));

/** More months than this in a condition cost more than they spare. */
const MOST_MONTHS = 36;

/** Hits of the index, whose planner knows nothing of grams: it is left no other way (see `only`). */
const hits = (ask: Asked, months: Months | undefined) => sql`(select signal_id, received_at from signal_search
  where grams @> ${array(ask.grams)}${
    months && months.last - months.first < MOST_MONTHS ? sql` and grams && ${monthGrams(months)}` : sql``
  } offset 0) w`;

/** A hit of the index lies on a page of its own; of the rows that are walked eight lie on one. */
const DEARER = 4;
/** Of what the first months are expected to hold: they may well hold less. */
const PLENTY = 3;

/**
 * The next `limit` hits, first of the latest months, which are likely to hold enough, then of more, then of the rest. The
 * index reads all hits of the months it is asked for; a walk from the newest reads limit / share rows. Walked are the first
 * months alone: what is rarer than the statistics know, or stood in other seasons, would have it read everything.
 */
export async function nextByWords(tx: Tx, ask: Asked, days: Days, after: Cursor | undefined, limit: number) {
  const there = await monthsThere(tx);
  if (!there) return [];
  const { share, rows, known } = await shareOf(tx, ask);
  const each = (share * rows) / (there.last - there.first + 1);
  const walks = known && limit / share <= DEARER * Math.max(limit, each);
  const whole = monthsWithin(there, days, after?.at);
  const many = Math.ceil((PLENTY * limit) / Math.max(each, 1));
  const found: Found[] = [];
  for (const months of parts(whole, many)) {
    if (found.length === limit) break;
    const bounds = [
      ...onDays(at, days),
      ...(months.first > whole.first ? [sql<boolean>`w.received_at >= ${beginOf(months.first)}`] : []),
      ...(months.last < whole.last ? [sql<boolean>`w.received_at < ${beginOf(months.last + 1)}`] : []),
    ];
    const left = limit - found.length;
    const narrower = months.first > there.first || months.last < there.last;
    const part =
      walks && months.last === whole.last
        ? only(tx, WALK, () =>
            page(tx, sql`signal_search w`, [sql`w.grams @> ${array(ask.grams)}`, ...bounds], after, left),
          )
        : only(tx, INDEX, () => page(tx, hits(ask, narrower ? months : undefined), bounds, after, left));
    found.push(...(await part));
  }
  return found;
}

const at = sql`w.received_at`;

async function page(
  tx: Tx,
  from: RawBuilder<unknown>,
  where: RawBuilder<unknown>[],
  after: Cursor | undefined,
  limit: number,
): Promise<Found[]> {
  const beyond = after ? [sql`(w.received_at, w.signal_id) < (${after.at}::timestamptz, ${after.id}::uuid)`] : [];
  const { rows } = await sql<Found>`select w.signal_id as id, ${micros(at)} as received_us from ${from}
    where ${sql.join([sql`true`, ...where, ...beyond], sql` and `)}
    order by w.received_at desc, w.signal_id desc limit ${limit}`.execute(tx);
  return rows;
}

/** From the oldest signal to the newest; nothing where there is none. */
async function monthsThere(tx: Tx): Promise<Months | undefined> {
  const end = (order: string) =>
    sql`(select received_at from signal_search order by received_at ${sql.raw(order)}, signal_id ${sql.raw(order)} limit 1)`;
  const { rows } = await sql<{ first: Date | null; last: Date | null }>`
    select ${end('asc')} as first, ${end('desc')} as last`.execute(tx);
  const { first, last } = rows[0]!;
  return first && last ? { first: monthOf(first), last: monthOf(last) } : undefined;
}

/** Switched off, so that the planner walks the time index, collects by the gram index, joins one by one. */
const WALK = 'enable_sort enable_bitmapscan enable_seqscan';
const INDEX = 'enable_seqscan';
const JOIN = 'enable_hashjoin enable_mergejoin';

/**
 * Runs `work` without these ways of the planner. It cannot estimate what holds grams (it guessed 25 rows of 77,246): walking
 * is too dear for it, or reading the whole table cheap.
 */
async function only<T>(tx: Tx, without: string, work: () => Promise<T>): Promise<T> {
  const each = (to: string) => without.split(' ').map((name) => `set local ${name} to ${to}`);
  await sql.raw(each('off').join(';')).execute(tx);
  const done = await work();
  await sql.raw(each('default').join(';')).execute(tx);
  return done;
}

/** What a signal must be beside its grams: conditions on `signal s`, and what has the last word on its words. */
export type Beside = { where: RawBuilder<boolean>[]; fits?: (words: string) => boolean };

export const wordsOf = sql<string>`concat_ws(E'\\n', s.title, s.words, s.place)`;

/**
 * How many fit, up to `most`. What stands in every few rows is walked for; else the index gives its hits as they lie, and no
 * more are read than are counted: first of the months that lie within the days altogether, for of the months at the ends it
 * may be that no hit fits.
 */
export async function countByWords(tx: Tx, ask: Asked, days: Days, beside: Beside, most: number): Promise<number> {
  const there = await monthsThere(tx);
  if (!there) return 0;
  const { share, known } = await shareOf(tx, ask);
  if (known && share * DEARER >= 1) {
    const walked = sql`(select signal_id, received_at from signal_search w
      where ${sql.join([sql`w.grams @> ${array(ask.grams)}`, ...onDays(at, days)], sql` and `)}
      order by received_at desc, signal_id desc offset 0) w`;
    return only(tx, `${WALK} ${JOIN}`, () => countOf(tx, walked, [], beside, most));
  }
  return only(tx, `${INDEX} ${JOIN}`, async () => {
    const whole = monthsWithin(there, days);
    const inner = monthsInside(whole, days);
    if (inner.first <= inner.last && (inner.first > whole.first || inner.last < whole.last)) {
      const bounds = [
        sql<boolean>`w.received_at >= ${beginOf(inner.first)}`,
        sql<boolean>`w.received_at < ${beginOf(inner.last + 1)}`,
      ];
      if ((await countOf(tx, hits(ask, inner), bounds, beside, most)) === most) return most;
    }
    const narrower = whole.first > there.first || whole.last < there.last;
    return countOf(tx, hits(ask, narrower ? whole : undefined), onDays(at, days), beside, most);
  });
}

async function countOf(
  tx: Tx,
  from: RawBuilder<unknown>,
  bounds: RawBuilder<boolean>[],
  { where, fits }: Beside,
  most: number,
): Promise<number> {
  const all = sql.join([sql`true`, ...where, ...bounds], sql` and `);
  const joined = sql`from ${from} join signal s on s.id = w.signal_id where ${all}`;
  if (fits) return countThose(tx, joined, fits, most);
  const counted = where.length > 0 ? joined : sql`from ${from} where ${all}`;
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (select ${counted} limit ${most}) t`.execute(
    tx,
  );
  return rows[0]!.n;
}

async function countThose(tx: Tx, from: RawBuilder<unknown>, fits: (words: string) => boolean, most: number) {
  await sql`declare counted no scroll cursor for select ${wordsOf} as words ${from}`.execute(tx);
  const next = sql<{ words: string }>`fetch ${sql.raw(String(most))} from counted`;
  let count = 0;
  for (let more = true; more && count < most; ) {
    const { rows } = await next.execute(tx);
    count += rows.filter(({ words }) => fits(words)).length;
    more = rows.length === most;
  }
  await sql`close counted`.execute(tx);
  return Math.min(count, most);
}
