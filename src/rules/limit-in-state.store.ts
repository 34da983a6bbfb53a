/** The limit that counts in each state, as the database needs it. */
import { sql } from 'kysely';

/** @param state the column that holds the state */
export const limitInState = (limits: Record<string, string | null>, state: string) =>
  sql`case ${sql.ref(state)} ${sql.join(
    Object.entries(limits).flatMap(([of, limit]) => (limit ? [sql`when ${sql.lit(of)} then ${sql.lit(limit)}`] : [])),
    sql` `,
  )} end`;
