/** Rules, the figures they are about, and the visits a year by level, as rows. */
import { sql } from 'kysely';
import { dayOf } from '#clock/day.ts';
import type { Metric, RuleShown } from '#credit/credit.api.ts';
import type { RuleDraft } from '#credit/rule.ts';
import type { Tx } from '#platform/db.ts';

export type HeldRule = RuleDraft & { id: string };

const columns = sql`r.id, r.name, r.metric_id as "metricId", r.counted, r.window_days as "windowDays", r.compare,
  r.threshold::float8 as threshold, r.level, r.action, r.keep_days as "keepDays", r.repair, r.valid_from as "validFrom", r.valid_to as "validTo"`;

export async function allRules(tx: Tx): Promise<HeldRule[]> {
  const { rows } = await sql<HeldRule>`select ${columns} from credit_rule r order by r.made_at, r.id`.execute(tx);
  return rows;
}

/** Those of today. */
export async function heldRules(tx: Tx): Promise<HeldRule[]> {
  const today = dayOf(tx.now);
  return (await allRules(tx)).filter(
    ({ validFrom, validTo }) => validFrom <= today && (validTo === null || validTo > today),
  );
}

export async function rulesShown(tx: Tx): Promise<RuleShown[]> {
  const { rows } = await sql<Omit<RuleShown, 'at'> & { at: Date }>`
    select ${columns}, json_build_object('id', m.id, 'name', m.name, 'unitWords', m.unit_words) as metric, p.name as by, r.made_at as at,
           r.reason, (select count(*)::int from credit_case c where c.rule_id = r.id and c.ended_at is null) as open
      from credit_rule r join credit_metric m on m.id = r.metric_id join person p on p.id = r.made_by
     order by m.name, array_position(array['red','orange','yellow'], r.level), r.valid_from desc`.execute(tx);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

export async function allMetrics(tx: Tx): Promise<Metric[]> {
  const { rows } = await sql<Metric>`
    select id, name, unit_words as "unitWords" from credit_metric order by name`.execute(tx);
  return rows;
}

export async function insertMetric(tx: Tx, made: Metric, by: string): Promise<void> {
  const row = { id: made.id, name: made.name, unit_words: made.unitWords, made_by: by, made_at: tx.now };
  await tx.insertInto('credit_metric').values(row).execute();
}

export async function insertRule(tx: Tx, id: string, rule: RuleDraft, by: string, reason: string): Promise<void> {
  await tx
    .insertInto('credit_rule')
    .values({
      ...{ id, name: rule.name, metric_id: rule.metricId, counted: rule.counted, window_days: rule.windowDays },
      ...{ compare: rule.compare, threshold: rule.threshold, level: rule.level, action: rule.action },
      ...{ keep_days: rule.keepDays, repair: rule.repair, valid_from: rule.validFrom, valid_to: rule.validTo },
      ...{ made_by: by, made_at: tx.now, reason },
    })
    .execute();
}

export async function endRuleOn(tx: Tx, id: string, day: string): Promise<void> {
  await sql`update credit_rule set valid_to = greatest(valid_from, ${day}::date) where id = ${id}`.execute(tx);
}

export type Visiting = { green: number; yellow: number; orange: number; red: number };

/** What holds now; null where the city has set nothing. */
export async function visitingNow(tx: Tx): Promise<Visiting | null> {
  const { rows } = await sql<Visiting>`
    select green, yellow, orange, red from credit_visiting where valid_from <= ${tx.now} order by valid_from desc limit 1`.execute(
    tx,
  );
  return rows[0] ?? null;
}

export async function insertVisiting(tx: Tx, id: string, visits: Visiting, by: string, reason: string): Promise<void> {
  const { green, yellow, orange, red } = visits;
  const row = { id, green, yellow, orange, red, valid_from: tx.now, made_by: by, reason };
  await tx.insertInto('credit_visiting').values(row).execute();
}

/** Held until the verb ends: rules are edited one after the other. */
export async function holdRules(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${tx.city.schema}.credit_rule`}, 0))`.execute(tx);
}
