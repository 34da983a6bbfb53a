/** The channels and the kinds of matters of a report, the commonest first, each with its two comparisons. */
import { sql } from 'kysely';
import { endOfDay, startOfDay } from '#clock/day.ts';
import type { Figures, Span } from '#paper/paper.ts';
import type { Tx } from '#platform/db.ts';

const LINES = 10;

/**
 * Channels by signals received. Kinds by people, as early warning counts them by day: decided by a person, else said by the
 * file, else proposed; who tells of the same kind twice on a day counts once.
 */
export async function ranked(
  tx: Tx,
  spans: { now: Span; before: Span; lastYear: Span },
  by: 'channel' | 'category',
): Promise<Figures['channels']> {
  const of = ({ from, to }: Span) =>
    by === 'channel'
      ? sql`coalesce(sum(1) filter (where s.received_at between ${startOfDay(from)} and ${endOfDay(to)}), 0)::int`
      : sql`coalesce(sum(w.people) filter (where w.day between ${from}::date and ${to}::date), 0)::int`;
  const all = [spans.now, spans.before, spans.lastYear];
  const source =
    by === 'channel'
      ? sql`signal s join channel n on n.id = s.channel_id where ${sql.join(
          all.map(({ from, to }) => sql`s.received_at between ${startOfDay(from)} and ${endOfDay(to)}`),
          sql` or `,
        )}`
      : sql`warning_day w join category n on n.id = w.category_id where ${sql.join(
          all.map(({ from, to }) => sql`w.day between ${from}::date and ${to}::date`),
          sql` or `,
        )}`;
  const { rows } = await sql<Figures['channels'][number]>`
    select * from (select n.name, ${of(spans.now)} as now, ${of(spans.before)} as before, ${of(spans.lastYear)} as "lastYear"
      from ${source} group by n.id, n.name) r where r.now > 0 order by r.now desc, r.name limit ${LINES}`.execute(tx);
  return rows;
}
