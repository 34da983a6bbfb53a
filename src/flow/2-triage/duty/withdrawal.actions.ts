/** The guard of withdrawn matters: none goes to a township or village but by somebody who may, with a reason. */
import { type Actor, may } from '#people/actor.ts';
import { unitBriefs } from '#people/unit.store.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { isLowUnit } from '#triage/duty/named-unit.store.ts';
import { matterOfProblem } from '#triage/duty/problem-matter.store.ts';
import { whoseDuty } from '#triage/duty/whose-duty.store.ts';

/** What the ledger's row says of an assignment that went past a withdrawal. */
export type Overridden = { withdrawn: { list: string; line: number; entry: string } };

/** @throws matter_withdrawn, saying who has it and what to do; matter_withdrawn_reason */
export async function mustNotBeWithdrawn(
  tx: Tx,
  actor: Actor,
  problemId: string,
  { unitId, reason, override }: { unitId: string; reason: string; override: boolean },
): Promise<Overridden | undefined> {
  if (!(await isLowUnit(tx, unitId))) return undefined;
  const { words, categoryId, areaId } = await matterOfProblem(tx, problemId);
  const { list, withdrawn, answers } = await whoseDuty(tx, { categoryId, areaId, words });
  if (!list || !withdrawn) return undefined;
  const unit = (await unitBriefs(tx, [unitId])).get(unitId)!.shortName;
  if (!override || !may(actor, 'duty.override')) {
    const lead = answers.find((answer) => answer.lead)?.lead?.shortName;
    const upper = { zh: '承接它的上级单位', en: 'the unit above that took it over' };
    const params = { matter: withdrawn.matter, unit, line: withdrawn.why, lead: lead ?? upper };
    const detail = { entryId: withdrawn.entryId, mayOverride: may(actor, 'duty.override') };
    throw problem('matter_withdrawn', params, { detail });
  }
  if (reason.trim() === '') throw problem('matter_withdrawn_reason', { unit });
  return { withdrawn: { list: list.id, line: withdrawn.line, entry: withdrawn.entryId } };
}
