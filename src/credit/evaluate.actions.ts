/** Holding facts against rules: levels are proposed with what led to them, never given; what is over returns by itself. */
import { sql } from 'kysely';
import { dayOf } from '#clock/day.ts';
import { weightOf } from '#credit/credit.ts';
import { heldRules } from '#credit/rule.store.ts';
import { type Fact, meets, type RuleDraft, windowFrom } from '#credit/rule.ts';
import { tellWaiting, type Waiting } from '#credit/tell.actions.ts';
import { record } from '#ledger/record.ts';
import { program } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';

type Asked = Pick<RuleDraft, 'metricId' | 'counted' | 'windowDays' | 'compare' | 'threshold'>;
export type Met = { organisation: string; name: string; value: number; facts: string[]; newest: Date };

/**
 * Which organisations meet a rule today. @param among null: all that there are
 * @returns also how many have a fact inside the window at all
 */
export async function whoMeets(
  tx: Tx,
  rule: Asked,
  among: readonly string[] | null,
): Promise<{ known: number; met: Met[] }> {
  const today = dayOf(tx.now);
  const { rows } = await sql<{ id: string; name: string; facts: Fact[]; newest: Date }>`
    select o.id, o.name, max(f.at) as newest,
           json_agg(json_build_object('id', f.id, 'day', f.day, 'value', f.value) order by f.day, f.at) as facts
      from credit_fact f join organisation o on o.id = f.organisation_id
     where f.metric_id = ${rule.metricId} and f.withdrawn_at is null
       and f.day between ${windowFrom(today, rule.windowDays)} and ${today}
       and (${among === null} or o.id = any(${among ?? []}::uuid[]))
     group by o.id, o.name order by o.name, o.id`.execute(tx);
  const met = rows.flatMap(({ id, name, facts, newest }) => {
    const found = meets(rule, facts, today);
    return found
      ? [{ organisation: id, name, newest, value: found.value, facts: found.facts.map((one) => one.id) }]
      : [];
  });
  return { known: rows.length, met };
}

type Had = { organisation: string; rule: string; level: 'yellow' | 'orange' | 'red'; ended: Date | null };

/**
 * Proposes what the facts call for: not twice by one rule, not beside a level as high, and not again on facts that were there
 * when a person decided or the level ended. @param among null: all; @returns how many were proposed
 */
export async function evaluate(tx: Tx, among: readonly string[] | null): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${tx.city.schema}.credit`}, 0))`.execute(tx);
  const rules = (await heldRules(tx)).toSorted((a, b) => weightOf(b.level) - weightOf(a.level));
  const proposed: Waiting[] = [];
  for (const rule of rules) {
    const { met } = await whoMeets(tx, rule, among);
    if (met.length === 0) continue;
    const had = await casesOf(
      tx,
      met.map((one) => one.organisation),
    );
    const due = met.filter((one) => calledFor(one, rule, had.get(one.organisation) ?? []));
    proposed.push(...(await propose(tx, rule, due)));
  }
  await tellWaiting(tx, proposed);
  return proposed.length;
}

function calledFor(one: Met, rule: { id: string; level: Had['level'] }, had: readonly Had[]): boolean {
  const asHigh = had.some(({ ended, level }) => ended === null && weightOf(level) >= weightOf(rule.level));
  const decided = had.some((past) => past.rule === rule.id && (past.ended === null || past.ended >= one.newest));
  return !asHigh && !decided;
}

async function casesOf(tx: Tx, organisations: readonly string[]): Promise<Map<string, Had[]>> {
  const { rows } = await sql<Had>`
    select organisation_id as organisation, rule_id as rule, level, ended_at as ended from credit_case
     where organisation_id = any(${organisations}::uuid[])`.execute(tx);
  return Map.groupBy(rows, ({ organisation }) => organisation);
}

async function propose(tx: Tx, rule: { id: string; level: Had['level'] }, due: readonly Met[]): Promise<Waiting[]> {
  if (due.length === 0) return [];
  const rows = due.map(({ organisation, value, facts }) => ({
    ...{ id: newId(), organisation_id: organisation, rule_id: rule.id, level: rule.level, state: 'proposed' as const },
    ...{ value, facts, proposed_at: tx.now, until_day: null, ended_at: null },
  }));
  await tx.insertInto('credit_case').values(rows).execute();
  await record(
    tx,
    program,
    rows.map(({ id, organisation_id: thing, level, value }) => ({
      ...{ verb: 'credit.propose', kind: 'organisation', thing, data: { case: id, rule: rule.id, level, value } },
      request: id,
    })),
  );
  return rows.map(({ id, organisation_id: organisation, level }, n) => ({
    ...{ decision: id, organisation, name: due[n]!.name, level, what: 'proposed' as const },
  }));
}

/** Levels whose last day is over return by themselves, repair asked for or not. @returns how many */
export async function expire(tx: Tx): Promise<number> {
  const { rows } = await sql<{ id: string; organisation: string; level: string }>`
    update credit_case set state = 'expired', ended_at = ${tx.now}, version = version + 1
     where ended_at is null and until_day < ${dayOf(tx.now)}
    returning id, organisation_id as organisation, level`.execute(tx);
  const decisions = rows.map(({ id }) => ({
    id: newId(),
    case_id: id,
    step: 'expire',
    by_person: null,
    at: tx.now,
    words: '',
  }));
  if (rows.length > 0) await tx.insertInto('credit_decision').values(decisions).execute();
  await record(
    tx,
    program,
    rows.map(({ id, organisation, level }) => ({
      ...{ verb: 'credit.expire', kind: 'organisation', thing: organisation, data: { case: id, level } },
      request: id,
    })),
  );
  return rows.length;
}
