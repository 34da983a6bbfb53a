/** Verbs on surveys: set one up, have it run, change the weights of the heat; and what the night does by itself. */
import { sql } from 'kysely';
import { dayOf } from '#clock/day.ts';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, mustBeAbleTo, personOf, program, signing } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { problem } from '#platform/problem.ts';
import { mustSeeCity } from '#triage/theme/decide.ts';
import { heatRule, measureThemes } from '#triage/theme/figure.store.ts';
import type { Weights } from '#triage/theme/heat.ts';
import { askRun, insertSurvey, lastDone, lastSpan, listSurveys, lockSurvey } from '#triage/theme/survey.store.ts';
import { type Scope, WORTH_A_NIGHT } from '#triage/theme/survey.ts';

type NewSurvey = {
  id: string;
  name: string;
  months: number | null;
  from: string | null;
  to: string | null;
  scope: Scope;
  weekly: boolean;
};

/** It runs at once. @throws survey_window, dates_crossed */
export async function makeSurvey(tx: Tx, actor: Actor, input: NewSurvey): Promise<{ id: string }> {
  mustSeeCity(actor);
  mustBeAbleTo(actor, 'theme.manage');
  const { months, from, to } = input;
  if ((months === null) !== (from !== null && to !== null)) throw problem('survey_window');
  if (from && to && to < from) throw problem('dates_crossed');
  const by = signing(actor, 'theme.manage');
  if (await once(tx, by, input.id, 'survey.make', input)) {
    await insertSurvey(tx, { ...input, by: personOf(actor) });
    await askRun(tx, input.id, personOf(actor));
    await record(tx, by, {
      verb: 'survey.make',
      kind: 'survey',
      thing: input.id,
      data: { name: input.name },
      request: input.id,
    });
  }
  return { id: input.id };
}

/** One that waits or runs already serves whoever asks. */
export async function runNow(tx: Tx, actor: Actor, surveyId: string, input: { id: string }): Promise<{ id: string }> {
  mustSeeCity(actor);
  mustBeAbleTo(actor, 'theme.manage');
  const by = signing(actor, 'theme.manage');
  await lockSurvey(tx, surveyId, 'update');
  const isNew = await once(tx, by, input.id, 'survey.run', { surveyId });
  const id = await askRun(tx, surveyId, personOf(actor));
  if (isNew) await record(tx, by, { verb: 'survey.run', kind: 'survey', thing: surveyId, request: input.id });
  return { id };
}

type NewRule = { id: string; from: string; weights: Weights; reason: string };

/** Dated: what was counted before keeps the rule it was counted by. @throws heat_rule_past, heat_rule_there */
export async function setHeat(tx: Tx, actor: Actor, input: NewRule): Promise<{ from: string }> {
  mustSeeCity(actor);
  mustBeAbleTo(actor, 'theme.manage');
  const by = signing(actor, 'theme.manage');
  if (await once(tx, by, input.id, 'heat.set', input)) {
    if (input.from < dayOf(tx.now)) throw problem('heat_rule_past');
    const { from: valid_from, weights, reason } = input;
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('heat_rule')
      .values({ valid_from, weights: JSON.stringify(weights), made_by: personOf(actor), made_at: tx.now, reason })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 0n) throw problem('heat_rule_there', { day: input.from });
    if ((await heatRule(tx)).from === input.from) await countAll(tx);
    const thing = input.id;
    await record(tx, by, {
      verb: 'heat.set',
      kind: 'heat',
      thing,
      reason,
      data: { from: input.from, ...weights },
      request: input.id,
    });
  }
  return { from: input.from };
}

async function countAll(tx: Tx): Promise<void> {
  for (const survey of await listSurveys(tx)) {
    const span = await lastSpan(tx, survey.id);
    if (span) await measureThemes(tx, survey, { run: await lastDone(tx, survey.id), span });
  }
}

export const CITY_SURVEY = '全市近十二个月';

/** Once a week each; and a city that has none yet gets the one of the whole city as soon as it is worth it. @returns how many */
export async function askWeekly(tx: Tx): Promise<number> {
  const surveys = await listSurveys(tx);
  if (surveys.length === 0) {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from (select from signal limit ${WORTH_A_NIGHT}) s`.execute(tx);
    if (rows[0]!.n < WORTH_A_NIGHT) return 0;
    const id = newId();
    await insertSurvey(tx, {
      id,
      name: CITY_SURVEY,
      months: 12,
      from: null,
      to: null,
      scope: {},
      weekly: true,
      by: null,
    });
    await askRun(tx, id, null);
    await record(tx, program, { verb: 'survey.make', kind: 'survey', thing: id, data: { name: CITY_SURVEY } });
    return 1;
  }
  const { rows: due } = await sql<{ id: string }>`
    select s.id from survey s where s.weekly and not exists (select from survey_run r
     where r.survey_id = s.id and r.asked_at > ${tx.now}::timestamptz - interval '6 days')`.execute(tx);
  for (const { id } of due) await askRun(tx, id, null);
  return due.length;
}
