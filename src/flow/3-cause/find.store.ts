/** Finding a cause that stands already: by its words, or because it reads like what is traced here. */
import { type RawBuilder, sql } from 'kysely';
import { tree } from '#cause/canvas.store.ts';
import type { CauseFound } from '#cause/cause.api.ts';
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { indexGrams } from '#text/bigrams.ts';
import { problemSeen } from '#triage/problem.scope.ts';
import { like } from '#triage/problem.store.ts';

/** So many of the latest are looked at: beyond them nobody waits for the answer. */
const LATEST = 200;

/** Of the causes where `condition` on `cause c` holds, the latest changed, those under a problem that the actor sees; with how many. */
async function standing(
  tx: Tx,
  actor: Actor,
  condition: RawBuilder<boolean>,
  atMost: number,
  before = sql``,
): Promise<CauseFound[]> {
  const { rows } = await sql<CauseFound>`${before}
    select id, words, layer, state, problems, version from (
      select c.id, c.words, c.layer, c.state, c.version, c.changed_at,
             (with recursive above as (select c.id, c.parent_id
                union select a.id, a.parent_id from cause a join above b on a.id = b.parent_id)
              select count(distinct e.problem_id)::int from problem_cause e join above on above.id = e.cause_id join problem p on p.id = e.problem_id
               where e.closed_at is null and ${problemSeen(tx, actor)}) as problems
        from cause c where c.state in ('unverified', 'confirmed') and ${condition}
       order by c.changed_at desc, c.id desc limit ${LATEST}) found
     where problems > 0 order by changed_at desc, id desc limit ${atMost}`.execute(tx);
  return rows;
}

/** Causes whose words hold the text, the latest first. */
export const findCauses = (tx: Tx, actor: Actor, q: string): Promise<CauseFound[]> =>
  standing(tx, actor, sql<boolean>`c.words ilike ${`%${like(q)}%`}`, 20);

const OFFERED = 6;
/** One pair of characters in common is chance; two are a word of three, or two words. */
const IN_COMMON = 2;

/** Causes of other problems that read like this problem and what was traced of it, the most alike first: no proof, an offer. */
export async function similarCauses(
  tx: Tx,
  actor: Actor,
  problem: { id: string; title: string; statement: string },
): Promise<CauseFound[]> {
  const under = sql`with ${tree(problem.id)}`;
  const { rows } = await sql<{ words: string }>`${under}
    select c.words from cause c where c.id in (select id from tree)`.execute(tx);
  const others = await standing(tx, actor, sql<boolean>`c.id not in (select id from tree)`, LATEST, under);
  const here = new Set(indexGrams([problem.title, problem.statement, ...rows.map((row) => row.words)].join('\n')));
  return others
    .map((cause) => ({ cause, common: indexGrams(cause.words).filter((gram) => here.has(gram)).length }))
    .filter(({ common }) => common >= IN_COMMON)
    .sort((a, b) => b.common - a.common || b.cause.problems - a.cause.problems)
    .slice(0, OFFERED)
    .map(({ cause }) => cause);
}
