/** The name of the stage that a clock keeps, as the rule has it by which it runs. */
import { sql } from 'kysely';

/** @param clock the relation's name in the query */
export const stageName = (clock: string) => sql<
  string | null
>`case when ${sql.ref(`${clock}.milestone`)} is not null then (
  select r.milestones -> (${sql.ref(`${clock}.milestone`)} - 1) ->> 'name' from limit_rule r where r.id = ${sql.ref(`${clock}.rule_id`)}) end`;
