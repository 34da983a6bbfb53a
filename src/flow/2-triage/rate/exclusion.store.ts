/** Exclusions as rows, each with the trail of what was decided on it and by whom. */
import { type RawBuilder, sql } from 'kysely';
import { type Actor, may, reachOf } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { readCursor, writeCursor } from '#signal/signal.store.ts';
import { maskWords } from '#text/mask.ts';
import { ledTo } from '#triage/callback/callback.store.ts';
import type { ExclusionItem, ExclusionQuery } from '#triage/rate/exclusion.api.ts';
import type { ExclusionRole, ExclusionState, Ground } from '#triage/rate/exclusion.ts';

/** A condition on `exclusion x`: reviewers see all of the city, a unit its own. */
export function exclusionSeen(actor: Actor): RawBuilder<boolean> {
  const [asks, reads] = [reachOf(actor, 'exclusion.ask'), reachOf(actor, 'rate.read')];
  if (asks === 'city' || reads === 'city') return sql<boolean>`true`;
  return sql<boolean>`x.unit_id = any(${[...new Set([...asks, ...reads])]}::uuid[])`;
}

export type ExclusionRow = {
  id: string;
  signalId: string;
  unitId: string;
  state: ExclusionState;
  changedAt: Date;
  firstBy: string | null;
  version: number;
};

/** As a decision needs it; `firstBy`: who refused. @throws not_found */
export async function exclusionRow(tx: Tx, actor: Actor, id: string, lock = false): Promise<ExclusionRow> {
  const { rows } = await sql<ExclusionRow>`
    select x.id, x.signal_id as "signalId", x.unit_id as "unitId", x.state, x.changed_at as "changedAt", x.version,
           (select d.by_person from exclusion_decision d where d.exclusion_id = x.id and d.step = 'refuse' limit 1) as "firstBy"
      from exclusion x where x.id = ${id} and ${exclusionSeen(actor)} ${lock ? sql`for update` : sql``}`.execute(tx);
  if (!rows[0]) throw problem('not_found');
  return rows[0];
}

/** A unit counts as rated that led a problem whose reporter was answered within the last year. */
const ratedUnit = (tx: Tx, units: RawBuilder<unknown>) => sql<boolean>`exists (
  select from assignment a join signal_problem e on e.problem_id = a.problem_id and e.closed_at is null
    join signal_answer r on r.signal_id = e.signal_id
   where a.role = 'lead' and a.to_unit = any(${units}) and r.at > ${tx.now}::timestamptz - interval '1 year')`;

/** What the actor is to it. Whoever serves in a unit that is rated itself reviews nobody, not even another unit. */
export async function exclusionRoles(
  tx: Tx,
  actor: Actor,
  row: Pick<ExclusionRow, 'unitId' | 'firstBy'>,
): Promise<Set<ExclusionRole>> {
  const held = new Set<ExclusionRole>();
  if (may(actor, 'exclusion.ask', [row.unitId])) held.add('asker');
  if (!may(actor, 'exclusion.decide')) return held;
  const own = actor.posts.map((post) => post.unit);
  const { rows } = await sql<{ rated: boolean }>`select ${ratedUnit(tx, sql`${own}::uuid[]`)} as rated`.execute(tx);
  if (rows[0]!.rated || held.has('asker')) return held;
  held.add('reviewer');
  if (row.firstBy !== actor.id) held.add('second');
  return held;
}

/** The case as its unit may ask for it: who led it, and when it was said. Nothing where nothing was said. */
export async function ratedCase(tx: Tx, signalId: string): Promise<{ unit: string | null; at: Date } | undefined> {
  const { rows } = await sql<{ unit: string | null; at: Date | null }>`
    select ${ledTo} as unit, (select max(c.at) from signal_callback c where c.signal_id = s.id) as at
      from signal s where s.id = ${signalId}`.execute(tx);
  const [row] = rows;
  return row?.at ? { unit: row.unit, at: row.at } : undefined;
}

type Line = Omit<ExclusionItem, 'askedAt'> & { askedAt: Date; changedUs: string };

const lineOf = sql`x.id, x.state, x.ground, x.words, x.version, p.name as "askedBy", x.asked_at as "askedAt",
  json_build_object('id', s.id, 'number', s.number, 'title', coalesce(s.title, left(s.words, 60))) as signal,
  json_build_object('id', u.id, 'name', u.short_name) as unit,
  (select json_build_object('solved', c.solved, 'satisfied', c.satisfied, 'contacted', c.contacted, 'reached', c.reached)
     from signal_callback c where c.signal_id = s.id order by c.reached desc, c.at desc limit 1) as said,
  to_char(x.changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "changedUs",
  coalesce((select json_agg(json_build_object('step', d.step, 'by', h.name, 'words', d.words,
     'at', to_char(d.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by d.at, d.id)
     from exclusion_decision d join person h on h.id = d.by_person where d.exclusion_id = x.id), '[]') as trail`;
const from = sql`exclusion x join signal s on s.id = x.signal_id join unit u on u.id = x.unit_id join person p on p.id = x.asked_by`;

const show = ({ changedUs: _, askedAt, ...line }: Line): ExclusionItem => ({
  ...line,
  askedAt: askedAt.toISOString(),
  signal: { ...line.signal, title: maskWords(line.signal.title) },
});

export async function listExclusions(tx: Tx, actor: Actor, query: ExclusionQuery) {
  const cursor = readCursor(query.cursor);
  const where = [
    exclusionSeen(actor),
    ...(query.state ? [sql`x.state = ${query.state}`] : []),
    ...(query.open ? [sql`x.state in ('asked', 'appealed')`] : []),
    ...(query.unitId ? [sql`x.unit_id = ${query.unitId}`] : []),
    ...(cursor ? [sql`(x.changed_at, x.id) < (${cursor.at}::timestamptz, ${cursor.id}::uuid)`] : []),
  ];
  const { rows } = await sql<Line>`
    select ${lineOf} from ${from} where ${sql.join(where, sql` and `)}
     order by x.changed_at desc, x.id desc limit ${query.limit + 1}`.execute(tx);
  const shown = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? shown.at(-1) : undefined;
  return { items: shown.map(show), next: last ? writeCursor({ at: last.changedUs, id: last.id }) : null };
}

/** @throws not_found */
export async function loadExclusion(tx: Tx, actor: Actor, id: string): Promise<ExclusionItem> {
  const { rows } = await sql<Line>`
    select ${lineOf} from ${from} where x.id = ${id} and ${exclusionSeen(actor)}`.execute(tx);
  if (!rows[0]) throw problem('not_found');
  return show(rows[0]);
}

type New = { id: string; signalId: string; unitId: string; ground: Ground; words: string; by: string };

export async function insertExclusion(tx: Tx, { id, signalId, unitId, ground, words, by }: New): Promise<void> {
  await tx
    .insertInto('exclusion')
    .values({
      ...{ id, signal_id: signalId, unit_id: unitId, ground, words, asked_by: by, asked_at: tx.now },
      ...{ state: 'asked', changed_at: tx.now },
    })
    .execute();
}

type Decided = {
  id: string;
  exclusionId: string;
  step: 'grant' | 'refuse' | 'appeal' | 'allow' | 'uphold' | 'withdraw';
  by: string;
  words: string;
};

/** The decision and the state it leads to, in one. */
export async function writeDecision(tx: Tx, state: ExclusionState, { id, exclusionId, step, by, words }: Decided) {
  await tx
    .insertInto('exclusion_decision')
    .values({ id, exclusion_id: exclusionId, step, by_person: by, at: tx.now, words })
    .execute();
  const { version } = await tx
    .updateTable('exclusion')
    .set((eb) => ({ state, changed_at: tx.now, version: eb('version', '+', 1) }))
    .where('id', '=', exclusionId)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}
