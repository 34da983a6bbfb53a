/** The page of an indicator: what it means since when, what was read, what it counts, and what was done with it. */
import { sql } from 'kysely';
import { indicatorRoles } from '#indicator/indicator.scope.ts';
import { definitionsOf, seeIndicator } from '#indicator/indicator.store.ts';
import { lifeCycle, stepsFor } from '#indicator/indicator.ts';
import { readingsOf } from '#indicator/reading.store.ts';
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { openSteps } from '#rules/steps.ts';
import { problemSeen } from '#triage/problem.scope.ts';
import { historyOf } from '#views/history.store.ts';
import type { IndicatorPage } from '#views/indicator.api.ts';

type Facts = Pick<IndicatorPage, 'about' | 'control' | 'madeBy'> & { made_at: Date };

/** @throws not_found */
export async function indicatorPage(tx: Tx, actor: Actor, id: string): Promise<IndicatorPage> {
  const item = await seeIndicator(tx, actor, id);
  const { rows } = await sql<Facts>`
    select json_build_object('id', m.id, 'name', m.name) as "madeBy", i.made_at,
           (select json_build_object('id', p.id, 'number', p.number, 'title', p.title) from problem p
             where p.id = i.counted_about and ${problemSeen(tx, actor)}) as about,
           case when i.control_matter is not null
             then json_build_object('matter', i.control_matter, 'category', i.control_category) end as control
      from indicator i join person m on m.id = i.made_by where i.id = ${id}`.execute(tx);
  const { made_at, ...facts } = rows[0]!;
  const steps = stepsFor(item.counted !== null);
  return {
    ...item,
    ...facts,
    madeAt: made_at.toISOString(),
    definitions: await definitionsOf(tx, id),
    readings: await readingsOf(tx, [id], { withdrawn: true }),
    buttons: openSteps(lifeCycle, item.state, indicatorRoles(actor, item.owner.id)).filter(({ step }) =>
      steps.some((one) => one === step),
    ),
    history: await historyOf(tx, id),
  };
}
