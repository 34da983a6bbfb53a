/** Letting a unit or a person look at a problem that no post of theirs reaches, until a day or until it is taken back. */
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, personOf, signing } from '#people/actor.ts';
import { presentPerson } from '#people/person.store.ts';
import type { Tx } from '#platform/db.ts';
import { problem as refuse } from '#platform/problem.ts';
import { openUnit } from '#triage/assign.actions.ts';
import type { Decision, Done } from '#triage/decide.ts';
import { lockProblem } from '#triage/problem.store.ts';

type Share = Decision & { unitId: string | null; personId: string | null; until: string | null };

/** They see it and act on nothing; the problem itself does not change. @throws share_with_one, person_left, unit_closed, dates_crossed */
export async function shareProblem(tx: Tx, actor: Actor, problemId: string, input: Share): Promise<Done> {
  const { unitId, personId } = input;
  if ((unitId === null) === (personId === null)) throw refuse('share_with_one');
  const problem = await lockProblem(tx, actor, problemId);
  const by = signing(actor, 'problem.assign');
  if (await once(tx, by, input.id, 'problem.share', { problemId, ...input })) {
    if (unitId) await openUnit(tx, unitId);
    if (personId) await presentPerson(tx, personId);
    const until = input.until ? new Date(`${input.until}T23:59:59.999+08:00`) : null;
    if (until && until < tx.now) throw refuse('dates_crossed');
    const row = { id: input.id, problem_id: problem.id, to_unit: unitId, to_person: personId };
    await tx
      .insertInto('problem_share')
      .values({ ...row, by_person: personOf(actor), at: tx.now, until })
      .execute();
    const data = { person: personId, until: input.until };
    await record(tx, by, {
      verb: 'problem.share',
      kind: 'problem',
      thing: problem.id,
      unit: unitId,
      data,
      request: input.id,
    });
  }
  return { id: problem.id, version: problem.version };
}

/** They no longer see it by this share; what they saw stays in the ledger. @throws not_found where it has ended */
export async function endShare(
  tx: Tx,
  actor: Actor,
  problemId: string,
  shareId: string,
  input: Decision,
): Promise<Done> {
  const problem = await lockProblem(tx, actor, problemId);
  const by = signing(actor, 'problem.assign');
  if (await once(tx, by, input.id, 'problem.unshare', { problemId, shareId, ...input })) {
    const ended = await tx
      .updateTable('problem_share')
      .set({ until: tx.now })
      .where('id', '=', shareId)
      .where('problem_id', '=', problem.id)
      .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', tx.now)]))
      .returning(['to_unit', 'to_person'])
      .executeTakeFirst();
    if (!ended) throw refuse('not_found');
    const row = { verb: 'problem.unshare', kind: 'problem', thing: problem.id, unit: ended.to_unit, request: input.id };
    await record(tx, by, { ...row, data: { person: ended.to_person } });
  }
  return { id: problem.id, version: problem.version };
}
