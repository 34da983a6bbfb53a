/** Which signals fit a filter, newest first, and how many: by time, by number, by words. */
import { type RawBuilder, sql } from 'kysely';
import { type Actor, reachOf } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { fieldProblem, problem } from '#platform/problem.ts';
import {
  type Beside,
  type Cursor,
  countByWords,
  type Found,
  micros,
  nextByWords,
  onDays,
  wordsOf,
} from '#signal/by-words.store.ts';
import { namesOf } from '#signal/months.ts';
import { type Asked, asked, attributeGrams, wayTo } from '#signal/search.store.ts';
import type { SignalQuery } from '#signal/signal.api.ts';
import { signalSeen } from '#signal/signal.scope.ts';
import { matter, urgency } from '#signal/signal.ts';
import { recheck } from '#text/words.ts';

type Filter = Omit<SignalQuery, 'cursor' | 'limit'>;

/** What the signal itself says; its days are asked of whichever table is walked. */
function conditions(actor: Actor, filter: Filter): RawBuilder<boolean>[] {
  const { state, channelId, importId, problemId, toAnswer } = filter;
  return [
    ...(seesAll(actor) ? [] : [signalSeen(actor)]),
    ...(state ? [sql<boolean>`s.state = ${state}`] : []),
    ...(filter.matter ? [sql<boolean>`s.matter = ${filter.matter}`] : []),
    ...(filter.urgency ? [sql<boolean>`s.urgency = ${filter.urgency}`] : []),
    ...(channelId ? [sql<boolean>`s.channel_id = ${channelId}`] : []),
    ...(importId ? [sql<boolean>`s.import_id = ${importId}`] : []),
    ...(problemId
      ? [
          sql<boolean>`exists (select from signal_problem e where e.signal_id = s.id and e.problem_id = ${problemId} and e.closed_at is null)`,
        ]
      : []),
    ...(toAnswer
      ? [sql<boolean>`s.id in (select thing from clock where limit_name = 'answer' and stopped_at is null)`]
      : []),
  ];
}

const seesAll = (actor: Actor) => reachOf(actor, 'signal.read') === 'city';

/** Attributes of the filter that the search index knows too. */
function attributesOf(filter: Filter): number[] {
  return [
    ...(filter.channelId ? [attributeGrams.channel(filter.channelId)] : []),
    ...(filter.matter ? [attributeGrams.matter(filter.matter)] : []),
    ...(filter.urgency ? [attributeGrams.urgency(filter.urgency)] : []),
  ];
}

/** Digits as long as a ticket's number are one: as words they are not indexed. */
const isNumber = (q: string) => /^\s*[A-Za-z0-9-]{0,6}\d{7,}\s*$/.test(q);

/** Filters that are not grams but pick few rows: the signal table's own indexes serve them better than a walk by time. */
const picksFew = ({ state, importId, problemId, toAnswer }: Filter) =>
  Boolean(state ?? importId ?? problemId ?? toAnswer);

/** What is asked of the search index. @throws malformed: one character stands in every other ticket, and no index serves it */
function askedOf(filter: Filter): Asked | undefined {
  if (!filter.q || isNumber(filter.q)) return undefined;
  const ask = asked(filter.q, attributesOf(filter));
  if (asked(filter.q, []).grams.length > 0) return ask;
  throw problem('malformed', { count: 1 }, { fields: [fieldProblem('q', 'search_too_short')] });
}

/** Every attribute that a signal can have among its grams but its channel. */
const attributes = [
  ...matter.options.map(attributeGrams.matter),
  ...urgency.options.map(attributeGrams.urgency),
  ...namesOf({ first: 1900 * 12, last: 2100 * 12 }).map(attributeGrams.month),
];

/** Attributes are hashes: of a thousand two fall together once in a thousand cities, and then the signal itself is asked. */
async function attributesDecide(tx: Tx, filter: Filter): Promise<boolean> {
  const wanted = new Set(attributesOf(filter));
  if (wanted.size === 0) return true;
  const channels = await tx.selectFrom('channel').select('id').execute();
  const all = [...attributes, ...channels.map(({ id }) => attributeGrams.channel(id))];
  return all.filter((gram) => wanted.has(gram)).length === wanted.size;
}

/** What the grams leave open: what is not among them, and terms that are more than a pair of characters. */
async function besideOf(tx: Tx, actor: Actor, filter: Filter, { recheck: terms }: Asked): Promise<Beside> {
  const open = !alone(actor, filter) || !(await attributesDecide(tx, filter));
  return {
    where: open ? conditions(actor, filter) : [],
    ...(terms.length > 0 && { fits: (words: string) => recheck(words, terms) }),
  };
}

/** The search table decides alone which signals are seen and fit. */
const alone = (actor: Actor, filter: Filter) => seesAll(actor) && !picksFew(filter);

/**
 * One stretch of ids, newest first, where not words alone decide: by GIN the few hits are collected and sorted; by time the
 * search table is walked (`|| '{}'` keeps the planner from the index) and joined to the signal only for what fits.
 */
async function stretch(
  tx: Tx,
  actor: Actor,
  filter: Filter,
  ask: Asked | undefined,
  after: Cursor | undefined,
  limit: number,
): Promise<Found[]> {
  const where = conditions(actor, filter);
  if (filter.q && !ask)
    where.push(sql<boolean>`(s.number like ${`${filter.q.trim()}%`} or s.source_number = ${filter.q.trim()})`);
  const way = ask && (await wayTo(tx, ask));
  const wanted = ask && sql`${`{${ask.grams.join(',')}}`}::int4[]`;
  const from = !ask
    ? sql`signal s`
    : way!.by === 'gin'
      ? sql`(select signal_id, received_at from signal_search where grams @> ${wanted} offset 0) s_ join signal s on s.id = s_.signal_id`
      : sql`signal_search s_ join signal s on s.id = s_.signal_id and (s_.grams || '{}'::int4[]) @> ${wanted}`;
  const time = ask && !picksFew(filter) ? sql`s_.received_at` : sql`s.received_at`;
  const id = ask && !picksFew(filter) ? sql`s_.signal_id` : sql`s.id`;
  where.push(...onDays(time, filter));
  if (after) where.push(sql<boolean>`(${time}, ${id}) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  // The planner takes the filter for rare, whatever we know, and would read and sort the whole table instead of walking it.
  const walks = way?.by === 'time' && !picksFew(filter);
  if (walks) await sql`set local enable_sort = off`.execute(tx);
  const { rows } = await sql<Found>`select ${id} as id, ${micros(time)} as received_us
    from ${from} where ${sql.join([sql`true`, ...where], sql` and `)} order by ${time} desc, ${id} desc limit ${limit}`.execute(
    tx,
  );
  if (walks) await sql`set local enable_sort = on`.execute(tx);
  return rows;
}

/** Of these, those that are what was asked for in truth. */
async function fitting(tx: Tx, part: Found[], { where, fits }: Beside): Promise<Found[]> {
  const ids = part.map((row) => row.id);
  const { rows } = await sql<{ id: string; words: string }>`
    select s.id, ${fits ? wordsOf : sql`''`} as words from signal s
     where ${sql.join([sql`s.id = any(${ids}::uuid[])`, ...where], sql` and `)}`.execute(tx);
  const sure = new Set(rows.filter(({ words }) => fits?.(words) ?? true).map((row) => row.id));
  return part.filter((row) => sure.has(row.id));
}

/** Ids that fit in truth, up to `limit`: hits of the grams are rechecked against the signal, which has the last word. */
export async function find(
  tx: Tx,
  actor: Actor,
  filter: Filter,
  after: Cursor | undefined,
  limit: number,
): Promise<Found[]> {
  const ask = askedOf(filter);
  if (!ask) return stretch(tx, actor, filter, ask, after, limit);
  const byWords = alone(actor, filter);
  const beside = await besideOf(tx, actor, filter, ask);
  const decided = !beside.fits && (!byWords || beside.where.length === 0);
  const found: Found[] = [];
  for (let from = after; ; ) {
    const part = byWords
      ? await nextByWords(tx, ask, filter, from, limit)
      : await stretch(tx, actor, filter, ask, from, limit);
    found.push(...(decided ? part : await fitting(tx, part, beside)));
    const last = part.at(-1);
    if (found.length >= limit || part.length < limit || !last) return found.slice(0, limit);
    from = { at: last.received_us, id: last.id };
  }
}

const SURE = 1_000;

/**
 * Exact to 1,000. What the statistics put well above the line is not counted one by one, where nothing but grams decides.
 */
export async function countSignals(tx: Tx, actor: Actor, filter: Filter): Promise<{ count: number; more: boolean }> {
  const ask = askedOf(filter);
  const count =
    ask && alone(actor, filter)
      ? await countHits(tx, actor, filter, ask)
      : (await find(tx, actor, filter, undefined, SURE + 1)).length;
  return { count: Math.min(count, SURE), more: count > SURE };
}

async function countHits(tx: Tx, actor: Actor, filter: Filter, ask: Asked): Promise<number> {
  const pair = ask.grams.length === 1 && ask.recheck.length === 0 && !filter.from && !filter.to;
  if (pair && (await wayTo(tx, ask)).expected > 3 * SURE) return SURE + 1;
  return countByWords(tx, ask, filter, await besideOf(tx, actor, filter, ask), SURE + 1);
}
