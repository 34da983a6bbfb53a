/** 加签, 减签, 会签: asking units to agree, what they say, and what becomes of an objection. */
import { type Actor, may } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { problem as refuse } from '#platform/problem.ts';
import { openUnit } from '#triage/assign.actions.ts';
import { closeAssignments, openAssignment } from '#triage/assignment.store.ts';
import { askedOf, insertWord, ruleOf, settleWord, signersOf } from '#triage/countersign/countersign.store.ts';
import type { CountersignRule, Verdict } from '#triage/countersign/countersign.ts';
import { type Decision, type Done, decideOnProblem } from '#triage/decide.ts';

type Add = Decision & { unitId: string; reason: string; rule: CountersignRule | null };

/** 加签 by the lead or the dispatcher; the rule is set with the first, and changed by the dispatcher alone. @throws unit_has_it */
export function addSigner(tx: Tx, actor: Actor, problemId: string, input: Add): Promise<Done> {
  return decideOnProblem(tx, actor, problemId, 'addSigner', input, async ({ held, person }) => {
    const unit = await openUnit(tx, input.unitId);
    if (held.some((holder) => holder.to_unit === unit.id)) throw refuse('unit_has_it', { name: unit.name });
    const rule = input.rule ?? (await ruleOf(tx, problemId));
    const changes = rule !== (await ruleOf(tx, problemId));
    if (changes && held.some(({ role }) => role === 'countersign') && !may(actor, 'problem.assign'))
      throw refuse('countersign_rule_stands');
    const { reason } = input;
    const assignment = await openAssignment(tx, { problemId }, { unitId: unit.id }, person, {
      role: 'countersign',
      reason,
    });
    return { unit: unit.id, reason, data: { assignment, rule }, change: { countersign_rule: rule } };
  });
}

/** 减签: its words stay. A unit that objects is taken off by the dispatcher alone. @throws objection_stands */
export function dropSigner(
  tx: Tx,
  actor: Actor,
  problemId: string,
  input: Decision & { assignmentId: string; reason: string },
): Promise<Done> {
  return decideOnProblem(tx, actor, problemId, 'dropSigner', input, async ({ person }) => {
    const signer = (await signersOf(tx, problemId)).find(({ assignment }) => assignment === input.assignmentId);
    if (!signer) throw refuse('not_found');
    if (signer.standing === 'objecting' && !may(actor, 'problem.assign')) throw refuse('objection_stands');
    const { reason, assignmentId: only } = input;
    await closeAssignments(tx, { problemId }, person, { reason: 'withdrawn', words: reason, only });
    return { unit: signer.unit, reason, data: { removed: only } };
  });
}

/** The dispatcher changes how many have to agree. */
export function setSignRule(
  tx: Tx,
  actor: Actor,
  problemId: string,
  input: Decision & { rule: CountersignRule; reason: string },
): Promise<Done> {
  return decideOnProblem(tx, actor, problemId, 'signRule', input, async () => ({
    reason: input.reason,
    data: { was: await ruleOf(tx, problemId), rule: input.rule },
    change: { countersign_rule: input.rule },
  }));
}

type Word = Decision & { verdict: Verdict; words: string };

/** A unit that is asked agrees or objects; one that objected may agree after all. @throws countersigned_already */
export function countersign(tx: Tx, actor: Actor, problemId: string, input: Word): Promise<Done> {
  return decideOnProblem(tx, actor, problemId, 'countersign', input, async ({ person }) => {
    const mine = await askedOf(tx, actor, problemId);
    const signer = mine.find(({ standing }) => standing === 'waiting') ?? mine[0];
    if (!signer) throw refuse('countersigned_already');
    const { id, verdict, words } = input;
    await insertWord(tx, { id, assignment: signer.assignment, verdict, words, by: person });
    return { unit: signer.unit, reason: words, data: { verdict } };
  });
}

type Settle = Decision & { wordId: string; words: string };

const settling = (step: 'answerObjection' | 'overrule', settled: 'answered' | 'set_aside') => {
  return (tx: Tx, actor: Actor, problemId: string, input: Settle): Promise<Done> =>
    decideOnProblem(tx, actor, problemId, step, input, async ({ person }) => {
      const open = (await signersOf(tx, problemId)).filter(({ standing }) => standing === 'objecting');
      const signer = open.find(({ last }) => last === input.wordId);
      if (!signer) throw refuse('objection_none');
      const { words } = input;
      await settleWord(tx, input.wordId, { settled, settled_words: words, settled_by: person });
      return { unit: signer.unit, reason: words };
    });
};

/** The lead answers, and the unit is asked again. @throws objection_none */
export const answerObjection = settling('answerObjection', 'answered');
/** The dispatcher decides that the problem goes on without it. @throws objection_none */
export const overruleObjection = settling('overrule', 'set_aside');
