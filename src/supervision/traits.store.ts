/** What matters are, as far as a ladder may be kept to it: how urgent, of which class, a project on which level. */
import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';

/**
 * By thing, the most pressing first: urgency, then class. A task has those of its problem.
 * @param of things of these kinds; others have no traits.
 */
export async function traitsOf(
  tx: Tx,
  of: readonly { kind: string; thing: string }[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (of.length === 0) return new Map();
  const ids = (kind: string) => of.filter((one) => one.kind === kind).map(({ thing }) => thing);
  const { rows } = await sql<{ thing: string; traits: (string | null)[] }>`
    select p.id as thing, array[p.urgency, p.class] as traits from problem p where p.id = any(${ids('problem')}::uuid[])
    union all
    select t.id, array[p.urgency, p.class] from task t join problem p on p.id = t.problem_id where t.id = any(${ids('task')}::uuid[])
    union all
    select j.id, array[j.level] from project j where j.id = any(${ids('project')}::uuid[])`.execute(tx);
  return new Map(rows.map(({ thing, traits }) => [thing, traits.filter((one) => one !== null)]));
}
