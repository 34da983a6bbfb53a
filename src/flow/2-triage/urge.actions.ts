/** Words from above and below about who has a problem: urging the unit that has it, and its objection to having it. */
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { type Context, type Decision, type Done, decideOnProblem } from '#triage/decide.ts';
import { insertUrging } from '#triage/urge.store.ts';

type InWords = Decision & { words: string };

const leadOf = ({ held }: Context): string => held.find((holder) => holder.role === 'lead')!.to_unit!;

/** 催办: whoever has it is told by a reaction. @throws urged_soon */
export function urgeProblem(tx: Tx, actor: Actor, problemId: string, input: InWords): Promise<Done> {
  return decideOnProblem(tx, actor, problemId, 'urge', input, async (context) => {
    const unitId = leadOf(context);
    const { id, words } = input;
    await insertUrging(tx, { id, of: { problemId }, whom: { unitId }, by: context.person, words });
    return { unit: unitId, reason: words, data: { limit: context.problem.state === 'given' ? 'sign' : 'handle' } };
  });
}

/** A unit that is bound says why it is not its duty, and handles it all the same. @throws binding_none */
export function objectToBinding(tx: Tx, actor: Actor, problemId: string, input: InWords): Promise<Done> {
  return decideOnProblem(tx, actor, problemId, 'object', input, async (context) => ({
    unit: leadOf(context),
    reason: input.words,
  }));
}
