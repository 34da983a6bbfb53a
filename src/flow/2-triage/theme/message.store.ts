/** The signals of a survey as the thread reads them: words, when, where, and who said them under a code that tells nothing. */
import { sql } from 'kysely';
import { endOfDay, startOfDay } from '#clock/day.ts';
import { bytesColumn, uuidColumn } from '#platform/columns.ts';
import type { Tx } from '#platform/db.ts';
import { householdOf, openReporter } from '#signal/reporter.store.ts';
import type { Scope, Span } from '#triage/theme/survey.ts';

/** As a row says it; the thread masks `words` and `place`, the caller's name with them, before anything else looks at it. */
export type Raw = { id: string; words: string; place: string; name: string; author: string; at: number };
export type Cursor = { at: string; id: string };

type Row = {
  id: string;
  words: string;
  place: string | null;
  at: Date;
  at_us: string;
  reporter: string;
  who: string;
  name_sealed: Buffer | null;
  address_sealed: Buffer | null;
};

/**
 * Who reported, on `signal s`: the same keyed phone or ID number, else the reporter's row, as problems count their reporters.
 * The halves of a divided ticket share words and reporter; the second is left out everywhere.
 */
export const whoReported = sql`coalesce((select encode(min(k.key), 'hex') from signal_key k
  where k.signal_id = s.id and k.kind in ('caller_phone', 'caller_id_number')), s.reporter_id::text)`;

/** Conditions on `signal s`: in the days that are read, and in the scope; what was erased says nothing any more. */
export function inSurvey(scope: Scope, { read, to }: Pick<Span, 'read' | 'to'>) {
  const { channels, areaId, unitId, category } = scope;
  return sql.join(
    [
      sql<boolean>`s.received_at >= ${startOfDay(read)} and s.received_at < ${endOfDay(to)}`,
      sql<boolean>`s.divided_from is null and s.erased_at is null`,
      ...(channels && channels.length > 0 ? [sql<boolean>`s.channel_id = any(${channels}::uuid[])`] : []),
      ...(areaId
        ? [
            sql<boolean>`s.area_id in (with recursive down as (select ${areaId}::uuid as id
              union select a.id from area a join down d on a.parent_id = d.id) select id from down)`,
          ]
        : []),
      ...(category ? [sql<boolean>`s.category = ${category}`] : []),
      ...(unitId
        ? [
            sql<boolean>`exists (select from signal_problem e join assignment a on a.problem_id = e.problem_id
              and a.role = 'lead' and a.to_unit = ${unitId} and (a.closed_at is null or a.close_reason = 'finished')
             where e.signal_id = s.id and e.closed_at is null)`,
          ]
        : []),
    ],
    sql` and `,
  );
}

/** The newest first, so that a cut leaves out the oldest; households are coded on the way. */
export async function readMessages(
  tx: Tx,
  scope: Scope,
  span: Span,
  after: Cursor | undefined,
  limit: number,
): Promise<{ messages: Raw[]; next: Cursor | undefined }> {
  const { rows } = await sql<Row>`
    select s.id, concat_ws(chr(10), s.title, s.words) as words, s.place, s.received_at as at, s.received_at::text as at_us,
           s.reporter_id as reporter, ${whoReported} as who, r.name_sealed, r.address_sealed
      from signal s left join reporter r on r.id = s.reporter_id
     where ${inSurvey(scope, span)} ${after ? sql`and (s.received_at, s.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
     order by s.received_at desc, s.id desc limit ${limit}`.execute(tx);
  const homes: { id: string; code: Buffer }[] = [];
  const messages = rows.map((row) => {
    const { name, address } = openReporter(tx, {
      ...row,
      id: row.reporter,
      phone_sealed: null,
      id_number_sealed: null,
    });
    const code = householdOf(tx, address);
    if (code) homes.push({ id: row.id, code });
    return {
      ...{ id: row.id, words: row.words, place: row.place ?? '', name, author: row.who },
      at: row.at.getTime(),
    };
  });
  await writeHouseholds(tx, homes);
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return { messages, next: last && { at: last.at_us, id: last.id } };
}

async function writeHouseholds(tx: Tx, homes: readonly { id: string; code: Buffer }[]): Promise<void> {
  if (homes.length === 0) return;
  await sql`insert into signal_household (signal_id, code)
    select h.id, h.code from unnest(${uuidColumn(homes.map(({ id }) => id))}::uuid[], ${bytesColumn(homes.map(({ code }) => code))}::bytea[]) as h(id, code)
    on conflict (signal_id) do update set code = excluded.code where signal_household.code <> excluded.code`.execute(
    tx,
  );
}

export async function countMessages(tx: Tx, scope: Scope, span: Span): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from signal s where ${inSurvey(scope, span)}`.execute(tx);
  return rows[0]!.n;
}

/** The first day of which the city has signals in this scope: before it nothing can be compared. */
export async function firstSignal(tx: Tx, scope: Scope, span: Span): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select min(s.received_at) as at from signal s where ${inSurvey(scope, { ...span, read: '1990-01-01' })}`.execute(
    tx,
  );
  return rows[0]!.at;
}
