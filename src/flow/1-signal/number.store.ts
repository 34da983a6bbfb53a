/** The number a signal is given: by the series of its channel, from the city's one running number. See decisions 3 and 45. */
import { type RawBuilder, sql } from 'kysely';
import { running } from '#platform/number.ts';

const DIGITS = 6;
const next = running('signal_number', DIGITS);

/** @param channel alias of the row of `channel`; @param at when it was received */
export function signalNumber(channel: string, at: RawBuilder<unknown>): RawBuilder<string> {
  const own = sql.ref(`${channel}.series`);
  const day = (format: string) => sql`to_char(${at} at time zone 'Asia/Shanghai', ${sql.lit(format)})`;
  return sql<string>`case ${own} when '' then ${day('YYYYMMDD')} || ${sql.ref(`${channel}.code`)} || ${next}
    else replace(replace(replace(replace(${own}, '{YYYY}', ${day('YYYY')}), '{MM}', ${day('MM')}), '{DD}', ${day('DD')}), '{N}', ${next}) end`;
}
