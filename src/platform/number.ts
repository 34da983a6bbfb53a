/** Human numbers (编号): a running number of a sequence, never used twice and never cut. */
import { type RawBuilder, sql } from 'kysely';

/** So many digits a sequence of PostgreSQL can have at most, less a few that nobody reaches. */
const MOST = 15;

/** The next of the sequence with at least so many digits; beyond them it grows. `lpad` would cut it, and meet an old one. */
export const running = (sequence: string, digits: number): RawBuilder<string> =>
  sql<string>`to_char(nextval(${sql.lit(sequence)}), ${sql.lit(`FM${'9'.repeat(MOST - digits)}${'0'.repeat(digits)}`)})`;

/** `T2026-000123`: a letter for the kind of thing, the year in Shanghai, a running number. */
export const numberOfYear = (letter: string, now: Date, sequence: string, digits: number): RawBuilder<string> =>
  sql<string>`${sql.lit(letter)} || to_char(${now}::timestamptz at time zone 'Asia/Shanghai', 'YYYY') || '-' || ${running(sequence, digits)}`;
