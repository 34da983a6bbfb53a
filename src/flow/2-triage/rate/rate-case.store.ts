/** The list behind a figure of the rates: as many rows as it says. */
import { sql } from 'kysely';
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { type ListRow, lines, readCursor, showLine, writeCursor } from '#signal/signal.store.ts';
import type { CaseQuery } from '#triage/rate/rate.api.ts';
import { ratedCases } from '#triage/rate/rate.store.ts';
import type { Standing } from '#triage/rate/rate.ts';

type Row = ListRow & {
  standing: Standing;
  excluded: boolean;
  unit_name: string | null;
  answered_at: Date;
  answered_us: string;
  response: number | null;
  resolution: number | null;
  satisfaction: number | null;
};

const conditions = ({ standing, question, exclusion }: CaseQuery) =>
  sql.join(
    [
      sql`true`,
      ...(standing ? [sql`r.standing = ${standing}`] : []),
      ...(question ? [sql`r.${sql.ref(question)} is not null`] : []),
      ...(exclusion === 'without' ? [sql`not r.excluded`] : exclusion === 'only' ? [sql`r.excluded`] : []),
    ],
    sql` and `,
  );

export async function listCases(
  tx: Tx,
  actor: Actor,
  query: CaseQuery & { cursor?: string | undefined; limit: number },
) {
  const cursor = readCursor(query.cursor);
  const after = cursor ? sql`and (r.answered_at, r.id) < (${cursor.at}::timestamptz, ${cursor.id}::uuid)` : sql``;
  const { rows } = await sql<Row>`
    with ${await ratedCases(tx, actor, query)}, page as (
      select r.* from rated r where ${conditions(query)} ${after} order by r.answered_at desc, r.id desc limit ${query.limit + 1}),
    line as (${lines(actor)})
    select line.*, page.standing, page.excluded, page.answered_at, page.response, page.resolution, page.satisfaction,
           (select u.short_name from unit u where u.id = page.unit) as unit_name,
           to_char(page.answered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as answered_us
      from line join page on page.id = line.id order by page.answered_at desc, page.id desc`.execute(tx);
  const shown = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? shown.at(-1) : undefined;
  const items = shown.map((row) => ({
    ...showLine(row),
    ...{ standing: row.standing, excluded: row.excluded, unit: row.unit_name },
    ...{ response: row.response, resolution: row.resolution, satisfaction: row.satisfaction },
    answeredAt: row.answered_at.toISOString(),
  }));
  return { items, next: last ? writeCursor({ at: last.answered_us, id: last.id }) : null };
}

export async function countCases(tx: Tx, actor: Actor, query: CaseQuery) {
  const { rows } = await sql<{ n: number }>`
    with ${await ratedCases(tx, actor, query)} select count(*)::int as n from rated r where ${conditions(query)}`.execute(
    tx,
  );
  return { count: Math.min(rows[0]!.n, 1_000), more: rows[0]!.n > 1_000 };
}
