/** Indicators as rows: lists, one seen, one locked for a decision, and its dated definitions. */
import { type RawBuilder, sql } from 'kysely';
import type { Definition, DefinitionShown, IndicatorItem, IndicatorQuery } from '#indicator/indicator.api.ts';
import { indicatorSeen } from '#indicator/indicator.scope.ts';
import type { Counting, Direction, IndicatorState } from '#indicator/indicator.ts';
import type { Actor } from '#people/actor.ts';
import { keysOf, pageOf } from '#people/cursor.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { numberOfYear } from '#platform/number.ts';
import { problem } from '#platform/problem.ts';

type Line = Omit<IndicatorItem, 'changedAt'> & { changed_at: Date };

/** What a line of a list shows of the indicators in `page`. */
const lines = sql`
  select i.id, i.number, i.name, i.unit_words as "unitWords", i.direction, i.digits, i.state, i.counted, i.counted_about as "countedAbout",
         i.version, i.changed_at, json_build_object('id', u.id, 'name', u.name, 'shortName', u.short_name) as owner,
         (select json_build_object('from', r.from_on, 'to', r.to_on, 'value', r.value) from reading r
           where r.indicator_id = i.id and r.withdrawn_at is null order by r.from_on desc limit 1) as latest
    from page join indicator i on i.id = page.id join unit u on u.id = i.owner_unit`;

const showLine = ({ changed_at, ...line }: Line): IndicatorItem => ({
  ...line,
  changedAt: changed_at.toISOString(),
});

type Filter = Omit<IndicatorQuery, 'cursor' | 'limit'>;

function conditions(tx: Tx, actor: Actor, { q, state, unitId, counted, about }: Filter): RawBuilder<unknown> {
  const like = q?.replace(/[\\%_]/g, '\\$&');
  return sql.join(
    [
      indicatorSeen(tx, actor),
      ...(state ? [sql`i.state = ${state}`] : []),
      ...(unitId ? [sql`i.owner_unit = ${unitId}`] : []),
      ...(counted === undefined ? [] : [sql`(i.counted is not null) = ${counted}`]),
      ...(about ? [sql`i.counted_about = ${about}`] : []),
      ...(like ? [sql`(i.number ilike ${`${like}%`} or i.name ilike ${`%${like}%`})`] : []),
    ],
    sql` and `,
  );
}

/** Newest first. */
export async function listIndicators(tx: Tx, actor: Actor, { cursor, limit, ...filter }: IndicatorQuery) {
  const after = cursor ? sql`and i.number < ${keysOf(cursor, 1)[0]}` : sql``;
  const { rows } = await sql<Line>`
    with page as materialized (select i.id from indicator i where ${conditions(tx, actor, filter)} ${after}
      order by i.number desc limit ${limit + 1})
    ${lines} order by i.number desc`.execute(tx);
  return pageOf(rows.map(showLine), limit, (row) => [row.number]);
}

export async function countIndicators(tx: Tx, actor: Actor, filter: Filter) {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (
    select from indicator i where ${conditions(tx, actor, filter)} limit 1001) x`.execute(tx);
  return { count: Math.min(rows[0]!.n, 1_000), more: rows[0]!.n > 1_000 };
}

/** An indicator that the actor sees, with its latest reading. @throws not_found */
export async function seeIndicator(tx: Tx, actor: Actor, id: string): Promise<IndicatorItem> {
  const { rows } = await sql<Line>`
    with page as (select i.id from indicator i where i.id = ${id} and ${indicatorSeen(tx, actor)}) ${lines}`.execute(
    tx,
  );
  if (!rows[0]) throw problem('not_found');
  return showLine(rows[0]);
}

export type IndicatorRow = {
  id: string;
  number: string;
  name: string;
  unitWords: string;
  digits: number;
  ownerUnit: string;
  state: IndicatorState;
  counted: Counting | null;
  countedAbout: string | null;
  controlMatter: string | null;
  controlCategory: string | null;
  madeAt: Date;
  version: number;
};

const locked = sql`i.id, i.number, i.name, i.unit_words as "unitWords", i.digits, i.owner_unit as "ownerUnit", i.state, i.counted,
  i.counted_about as "countedAbout", i.control_matter as "controlMatter", i.control_category as "controlCategory", i.made_at as "madeAt", i.version`;

/** An indicator that the actor sees, locked for a decision. @throws not_found */
export async function lockIndicator(tx: Tx, actor: Actor, id: string): Promise<IndicatorRow> {
  const { rows } = await sql<IndicatorRow>`
    select ${locked} from indicator i where i.id = ${id} and ${indicatorSeen(tx, actor)} for update`.execute(tx);
  if (!rows[0]) throw problem('not_found');
  return rows[0];
}

/** Those that the actor sees by number or name, locked in the order of their ids: for a file of readings. */
export async function lockNamed(tx: Tx, actor: Actor, names: readonly string[]): Promise<IndicatorRow[]> {
  const { rows } = await sql<IndicatorRow>`
    select ${locked} from indicator i where (i.number = any(${[...names]}) or i.name = any(${[...names]})) and ${indicatorSeen(tx, actor)}
     order by i.id for update`.execute(tx);
  return rows;
}

export type NewRow = {
  id: string;
  name: string;
  unitWords: string;
  direction: Direction;
  digits: number;
  ownerUnit: string;
  counts?: { counted: Counting; about: string; matter: string | null; category: string | null };
  by: string;
};

/** `I` + year + running number: never reused, gaps allowed. */
export async function insertIndicator(tx: Tx, row: NewRow): Promise<void> {
  const { counts } = row;
  await sql`insert into indicator (id, number, name, unit_words, direction, digits, owner_unit, state, counted, counted_about,
      control_matter, control_category, made_by, made_at, changed_at)
    values (${row.id}, ${numberOfYear('I', tx.now, 'indicator_number', 6)},
      ${row.name}, ${row.unitWords}, ${row.direction}, ${row.digits}, ${row.ownerUnit}, 'open', ${counts?.counted ?? null},
      ${counts?.about ?? null}, ${counts?.matter ?? null}, ${counts?.category ?? null}, ${row.by}, ${tx.now}, ${tx.now})`.execute(
    tx,
  );
}

/** Counts the version up: who had the page open must look again. */
export async function writeIndicator(tx: Tx, id: string, change: { state?: IndicatorState }): Promise<number> {
  const { version } = await tx
    .updateTable('indicator')
    .set((eb) => ({ ...change, changed_at: tx.now, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

export async function insertDefinition(tx: Tx, indicatorId: string, input: Definition, by: string): Promise<string> {
  const id = newId();
  const { validFrom: valid_from, ...words } = input;
  await tx
    .insertInto('indicator_version')
    .values({ id, indicator_id: indicatorId, valid_from, ...words, by_person: by, at: tx.now })
    .execute();
  return id;
}

/** The definitions of an indicator, in the order of the days they begin. */
export async function definitionsOf(tx: Tx, indicatorId: string): Promise<DefinitionShown[]> {
  const { rows } = await sql<Omit<DefinitionShown, 'at'> & { at: Date }>`
    select v.id, v.valid_from as "validFrom", v.numerator, v.denominator, v.source, v.method, v.at,
           json_build_object('id', p.id, 'name', p.name) as by
      from indicator_version v join person p on p.id = v.by_person where v.indicator_id = ${indicatorId} order by v.valid_from`.execute(
    tx,
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** Every indicator in use that the program counts. */
export async function dueToCount(tx: Tx): Promise<string[]> {
  const rows = await tx
    .selectFrom('indicator')
    .select('id')
    .where('counted', 'is not', null)
    .where('state', '=', 'open')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}
