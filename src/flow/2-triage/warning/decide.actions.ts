/** What people decide on a warning: noted, made into a problem, dismissed; and how many false alarms they put up with. */
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, may, personOf, signing } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { mustBeOpen } from '#rules/decide.ts';
import { makeProblem } from '#triage/gather.actions.ts';
import { lockProblem } from '#triage/problem.store.ts';
import { falseAlarmsAllowed, insertDecision, loadWarning, writeWarning } from '#triage/warning/warning.store.ts';
import { lifeCycle, steps, type WarningRole } from '#triage/warning/warning.ts';

type Decision = { id: string; version: number };
type Input = Decision & { words: string; problemId?: string; make?: { title: string; signals: string[] } | null };

/** @throws not_found, not_now, changed_meanwhile, forbidden */
export async function decideOnWarning(
  tx: Tx,
  actor: Actor,
  warningId: string,
  step: 'note' | 'act' | 'dismiss',
  input: Input,
): Promise<Decision> {
  const warning = await loadWarning(tx, warningId, true);
  const by = signing(actor, 'warning.decide');
  if (!(await once(tx, by, input.id, `warning.${step}`, { warningId, ...input })))
    return { id: warning.id, version: warning.version };
  const held = new Set<WarningRole>(may(actor, 'warning.decide') ? ['watcher'] : []);
  await mustBeOpen(tx, lifeCycle, step, warning, held, input.version);
  personOf(actor);
  if (input.make) {
    const about = { statement: '', class: null, urgency: 'normal' as const };
    await makeProblem(tx, actor, { id: input.problemId!, ...input.make, ...about });
  }
  // Only a problem that they see can be named.
  const made = input.problemId === undefined ? undefined : await lockProblem(tx, actor, input.problemId);
  await insertDecision(tx, actor, { id: input.id, warningId, step, words: input.words });
  const version = await writeWarning(tx, warningId, { state: steps[step].to, ...(made && { problemId: made.id }) });
  const data = { to: steps[step].to, ...(made && { problem: made.id }) };
  const entry = { verb: `warning.${step}`, kind: 'warning', thing: warningId, data, request: input.id };
  await record(tx, by, { ...entry, ...(input.words && { reason: input.words }) });
  return { id: warningId, version };
}

type Rule = { id: string; falseAlarms: number; reason: string };

/** From the next search on. What was found before stays. */
export async function changeRule(tx: Tx, actor: Actor, input: Rule): Promise<{ falseAlarms: number }> {
  const by = signing(actor, 'warning.decide');
  const { id, falseAlarms, reason } = input;
  if (await once(tx, by, id, 'warning.rule', input)) {
    const before = await falseAlarmsAllowed(tx);
    const row = { id, false_alarms: falseAlarms, by_person: personOf(actor), at: tx.now, reason };
    await tx.insertInto('warning_rule').values(row).execute();
    const data = { before, falseAlarms };
    await record(tx, by, { verb: 'warning.rule', kind: 'warning_rule', thing: id, reason, data, request: id });
  }
  return { falseAlarms: await falseAlarmsAllowed(tx) };
}
