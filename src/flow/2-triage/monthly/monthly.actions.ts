/** Verbs on the monthly themes: planned ahead, changed, begun as a common problem, ended with a word of what came of it, dropped. */
import { monthOf } from '#clock/month.ts';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, personOf, signing } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { fieldProblem, problem } from '#platform/problem.ts';
import { mustBeOpen } from '#rules/decide.ts';
import { assignProblem, openUnit } from '#triage/assign.actions.ts';
import { makeProblem } from '#triage/gather.actions.ts';
import type { MonthlyItem } from '#triage/monthly/monthly.api.ts';
import {
  insertMonthly,
  lockMonthly,
  type MonthlyRow,
  monthlyNow,
  monthlyRoles,
  writeMonthly,
} from '#triage/monthly/monthly.store.ts';
import { lifeCycle, type MonthlyStep, steps } from '#triage/monthly/monthly.ts';
import { lockProblem } from '#triage/problem.store.ts';

type Draft = {
  id: string;
  year: number;
  month: number;
  title: string;
  why: string;
  categoryId: string | null;
  leadUnit: string;
};

const contentOf = ({ year, month, title, why, categoryId: category_id, leadUnit: lead_unit }: Draft) => ({
  ...{ year, month, title, why, category_id, lead_unit },
});

/** A month that is over cannot be planned any more. @throws malformed, not_found, unit_closed */
async function mustBePlannable(tx: Tx, { year, month, leadUnit, categoryId }: Draft): Promise<void> {
  if (`${year}-${String(month).padStart(2, '0')}` < monthOf(tx.now))
    throw problem('malformed', { count: 1 }, { fields: [fieldProblem('month', 'monthly_past')] });
  await openUnit(tx, leadUnit);
  if (categoryId === null) return;
  const category = await tx.selectFrom('category').select('id').where('id', '=', categoryId).executeTakeFirst();
  if (!category) throw problem('not_found');
}

/** Nobody's before it is planned: two of one month may stand side by side. */
export async function planMonthly(tx: Tx, actor: Actor, input: Draft): Promise<MonthlyItem> {
  const by = signing(actor, 'theme.manage');
  if (await once(tx, by, input.id, 'monthly.plan', input)) {
    await mustBePlannable(tx, input);
    await insertMonthly(tx, { ...contentOf(input), id: input.id, by: personOf(actor) });
    const data = { year: input.year, month: input.month, category: input.categoryId };
    await record(tx, by, {
      ...{ verb: 'monthly.plan', kind: 'monthly', thing: input.id, unit: input.leadUnit, data, request: input.id },
    });
  }
  return monthlyNow(tx, actor, input.id);
}

type Decision = { id: string; version: number };
type Outcome = { change: Parameters<typeof writeMonthly>[2]; reason?: string; data?: Record<string, unknown> };

/** @throws not_found, forbidden, not_now, changed_meanwhile */
async function decide<D extends Decision>(
  tx: Tx,
  actor: Actor,
  monthlyId: string,
  step: MonthlyStep,
  input: D,
  write: (row: MonthlyRow) => Promise<Outcome>,
): Promise<MonthlyItem> {
  const row = await lockMonthly(tx, monthlyId);
  const by = signing(actor, 'theme.manage');
  if (await once(tx, by, input.id, `monthly.${step}`, { monthlyId, ...input })) {
    await mustBeOpen(tx, lifeCycle, step, row, monthlyRoles(actor), input.version);
    const { change, reason, data } = await write(row);
    const { to } = steps[step] as { to?: MonthlyRow['state'] };
    await writeMonthly(tx, monthlyId, { ...change, ...(to && { state: to }) });
    const entry = {
      verb: `monthly.${step}`,
      kind: 'monthly',
      thing: monthlyId,
      unit: row.lead_unit,
      request: input.id,
    };
    await record(tx, by, { ...entry, ...(reason && { reason }), ...(data && { data }) });
  }
  return monthlyNow(tx, actor, monthlyId);
}

export const changeMonthly = (tx: Tx, actor: Actor, monthlyId: string, input: Draft & Decision) =>
  decide(tx, actor, monthlyId, 'change', input, async ({ year, month }) => {
    await mustBePlannable(tx, input);
    return { change: contentOf(input), data: { old: { year, month }, new: { year: input.year, month: input.month } } };
  });

/**
 * It becomes a common problem of its lead unit, or goes on as one that is there. What people say of it meanwhile is
 * gathered on that problem as on any. @throws monthly_over
 */
export const beginMonthly = (
  tx: Tx,
  actor: Actor,
  monthlyId: string,
  input: Decision & { problemId: string; existing: string | null },
) =>
  decide(tx, actor, monthlyId, 'begin', input, async (row) => {
    const { existing, problemId } = input;
    const problem_id = existing ? await stillOpen(tx, actor, existing) : await newProblem(tx, actor, row, problemId);
    return { change: { problem_id }, data: { problem: problem_id } };
  });

async function stillOpen(tx: Tx, actor: Actor, id: string): Promise<string> {
  const { number, state } = await lockProblem(tx, actor, id);
  if (state === 'closed' || state === 'merged') throw problem('monthly_over', { number });
  return id;
}

async function newProblem(tx: Tx, actor: Actor, { title, lead_unit }: MonthlyRow, id: string): Promise<string> {
  const { version } = await makeProblem(tx, actor, {
    ...{ id, title, statement: '', class: 'common', urgency: 'normal', signals: [] },
  });
  await assignProblem(tx, actor, id, { id: newId(), version, unitId: lead_unit, role: 'lead', reason: '' });
  return id;
}

export const endMonthly = (tx: Tx, actor: Actor, monthlyId: string, input: Decision & { result: string }) =>
  decide(tx, actor, monthlyId, 'end', input, async () => ({ change: { result: input.result } }));

export const dropMonthly = (tx: Tx, actor: Actor, monthlyId: string, input: Decision & { reason: string }) =>
  decide(tx, actor, monthlyId, 'drop', input, async () => ({ change: { result: input.reason }, reason: input.reason }));
