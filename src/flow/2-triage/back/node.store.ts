/** The stops that a problem really went through, to which it may be returned. */
import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import type { UnitBrief } from '#rules/shapes.ts';
import type { ProblemState } from '#triage/problem.ts';

export type Node = {
  node: 'open' | 'given' | 'working' | 'handled';
  /** The assignment by which a unit had it then; null: with no unit. */
  assignment: string | null;
  unit: UnitBrief | null;
};

/** The latest first; a unit that led it more than once stands there once, as it had it last. */
export async function nodesOf(tx: Tx, problemId: string, state: ProblemState): Promise<Node[]> {
  if (state !== 'handled' && state !== 'verified') return [];
  const { rows } = await sql<{ assignment: string; unit: UnitBrief; signed: boolean }>`
    select l.id as assignment, json_build_object('id', u.id, 'name', u.name, 'shortName', u.short_name) as unit, l.signed from (
      select distinct on (a.to_unit) a.id, a.to_unit, a.opened_at,
             bool_or(a.signed_at is not null) over (partition by a.to_unit) as signed
        from assignment a where a.problem_id = ${problemId} and a.role = 'lead'
       order by a.to_unit, a.opened_at desc, a.id desc) l
      join unit u on u.id = l.to_unit order by l.opened_at desc, l.id desc`.execute(tx);
  const ofUnits = rows.flatMap(({ assignment, unit, signed }): Node[] => [
    ...(signed ? [{ node: 'working' as const, assignment, unit }] : []),
    { node: 'given', assignment, unit },
  ]);
  const handled: Node[] = state === 'verified' ? [{ node: 'handled', assignment: null, unit: null }] : [];
  return [...handled, ...ofUnits, { node: 'open', assignment: null, unit: null }];
}
