/** Which rule gives a thing its time: the dated rules of its own programme version, the closest one first. */
import { type Budget, type ClockKind, type Start, startClocks, stopClocks } from '#clock/clock.store.ts';
import { dayOf } from '#clock/day.ts';
import type { Tx } from '#platform/db.ts';
import { closest, isValidOn } from '#rules/limits.ts';
import { currentBasic } from '#rules/programme.store.ts';
import type { Due } from '#rules/shapes.ts';
import { stageName } from '#rules/stage-name.store.ts';
import { lapseRequests } from '#rules/time/time-request.store.ts';

export type About = {
  kind: ClockKind;
  thing: string;
  urgency?: string | null;
  class?: string | null;
  /** Absent: the programme of today. */
  programmeVersionId?: string;
  /** The unit whose office hours count where a limit is in working hours; absent: everybody's. */
  unitId?: string | null;
  /** The channel by which it came in, or most of it; asked for only where a rule names one. */
  channel?: () => Promise<string | null>;
  /** Ids of the category that it is about and of those above, the nearest first; asked for only where a rule names one. */
  categories?: () => Promise<readonly string[]>;
  /** When its case began: its rule is that of this day. Absent: now. */
  begun?: Date;
  /** When the time began, where that is not now. */
  since?: Date;
};

/** Every rule of the version that is valid on the day of the transaction. */
export async function rulesOf(tx: Tx, programmeVersionId: string) {
  return (await everyRuleOf(tx, programmeVersionId)).filter((rule) => isValidOn(rule, dayOf(tx.now)));
}

/** Those of before and those to come, too. */
export const everyRuleOf = (tx: Tx, programmeVersionId: string) =>
  tx.selectFrom('limit_rule').selectAll().where('programme_version_id', '=', programmeVersionId).execute();

type Rule = Awaited<ReturnType<typeof everyRuleOf>>[number];
type Chooser = (about: About, limit: string) => Promise<Rule | undefined>;

/** Chooses among the rules of a version; what a thing is about is asked for only where some rule looks at it. */
async function chooser(tx: Tx, version: string | undefined, limits: readonly string[]): Promise<Chooser> {
  const every = await everyRuleOf(tx, version ?? (await currentBasic(tx)));
  const rules = every.filter((rule) => limits.includes(rule.limit_name));
  const byCategory = rules.some((rule) => rule.category_id !== null);
  const byChannel = rules.some((rule) => rule.channel_id !== null);
  return async (about, limit) => {
    const day = dayOf(about.begun ?? tx.now);
    const categories = byCategory && about.categories ? await about.categories() : [];
    const channel = byChannel && about.channel ? await about.channel() : null;
    const holding = rules.filter((one) => one.limit_name === limit && isValidOn(one, day));
    return closest(holding, { ...about, channel, categories });
  };
}

/** By which rule this limit of the thing goes; nothing where the office has set none. */
export const ruleOf = async (tx: Tx, about: About, limit: string): Promise<Rule | undefined> =>
  (await chooser(tx, about.programmeVersionId, [limit]))(about, limit);

/**
 * Starts each named limit for each thing, by the rules of the day on which its case began: an old case keeps its old rule.
 * A limit for which there is no rule does not run: the office has set none.
 */
export async function startLimits(tx: Tx, things: About[], limits: readonly string[]): Promise<void> {
  if (things.length === 0 || limits.length === 0) return;
  const choose = await chooser(tx, things[0]!.programmeVersionId, limits);
  const starts: Start[] = [];
  for (const about of things) {
    for (const limit of limits) {
      const rule = await choose(about, limit);
      if (!rule) continue;
      const { id: rule_id, unit_of_time, budget, roll } = rule;
      const { kind, thing, unitId = null } = about;
      const startedAt = about.since ?? tx.now;
      starts.push({ kind, thing, limit, startedAt, rule_id, unit_of_time, budget, roll, unitId });
    }
  }
  await startClocks(tx, starts);
}

/** A step of a life cycle moves the clocks of its thing: first stops, then starts. */
export async function moveClocks(
  tx: Tx,
  about: About,
  step: { stops?: readonly string[]; starts?: readonly string[] },
  own?: Record<string, Budget>,
): Promise<void> {
  await lapseRequests(tx, about.thing, step.stops ?? []);
  await stopClocks(tx, [about.thing], step.stops ?? []);
  const byRule = (step.starts ?? []).filter((limit) => !own?.[limit]);
  await startLimits(tx, [about], byRule);
  const byHand = (step.starts ?? []).filter((limit) => own?.[limit]);
  await startClocks(
    tx,
    byHand.map((limit) => ({
      ...own![limit]!,
      kind: about.kind,
      thing: about.thing,
      limit,
      startedAt: about.since ?? tx.now,
      unitId: about.unitId ?? null,
    })),
  );
}

/** The limit that runs for a thing and ends first. */
export async function dueOf(tx: Tx, thing: string): Promise<Due | null> {
  const row = await tx
    .selectFrom('clock')
    .selectAll()
    .select(stageName('clock').as('stage'))
    .where('thing', '=', thing)
    .where('stopped_at', 'is', null)
    .orderBy('due_at')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  return {
    limit: row.limit_name,
    stage: row.stage,
    dueAt: row.due_at.toISOString(),
    startedAt: row.started_at.toISOString(),
    unitOfTime: row.unit_of_time,
    provisional: row.provisional,
    office: row.unit_id,
    pausedAt: row.paused_at?.toISOString() ?? null,
  };
}
