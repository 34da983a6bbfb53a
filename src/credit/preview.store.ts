/** What a rule would change today: which organisations meet it, and which of them have a level as high already. */
import { sql } from 'kysely';
import { type Level, weightOf } from '#credit/credit.ts';
import { whoMeets } from '#credit/evaluate.actions.ts';
import type { RuleDraft } from '#credit/rule.ts';
import type { Tx } from '#platform/db.ts';

const SOME = 8;

type Asked = Pick<RuleDraft, 'metricId' | 'counted' | 'windowDays' | 'compare' | 'threshold' | 'level'>;

export async function previewRule(tx: Tx, rule: Asked) {
  const { known, met } = await whoMeets(tx, rule, null);
  const { rows } = await sql<{ organisation: string; level: Level }>`
    select organisation_id as organisation, level from credit_case
     where ended_at is null and organisation_id = any(${met.map((one) => one.organisation)}::uuid[])`.execute(tx);
  const higher = new Set(
    rows.filter(({ level }) => weightOf(level) >= weightOf(rule.level)).map(({ organisation }) => organisation),
  );
  const some = met.filter(({ organisation }) => !higher.has(organisation)).slice(0, SOME);
  return {
    ...{ known, met: met.length, higher: higher.size },
    some: some.map(({ organisation, name }) => ({ id: organisation, name })),
  };
}
