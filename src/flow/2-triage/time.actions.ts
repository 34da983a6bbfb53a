/** Time on a problem: its lead unit asks that handling be extended or stand still, a dispatcher decides, either lets it run on. */
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { askExtension, askSuspension } from '#rules/time/ask.actions.ts';
import { decideTime, resumeTime, withdrawTime } from '#rules/time/decide-time.actions.ts';
import type { OnThing } from '#rules/time/terms.store.ts';
import { type Context, type Decision, type Done, decideOnProblem } from '#triage/decide.ts';
import { type ProblemStep, timedLimit } from '#triage/problem.ts';

type Said = { reason?: string; data: Record<string, unknown> };
type Ask = Decision & { reason: string; words: string };

export const onProblem = (thing: string): OnThing => ({ kind: 'problem', thing, limit: timedLimit });

/** The ledger names the unit for which its holder asked. */
function onTime<D extends Decision>(
  step: ProblemStep,
  act: (tx: Tx, on: OnThing, person: string, input: D) => Promise<Said>,
) {
  return (tx: Tx, actor: Actor, problemId: string, input: D): Promise<Done> =>
    decideOnProblem(tx, actor, problemId, step, input, async (context) => {
      const said = await act(tx, onProblem(problemId), context.person, input);
      return { ...said, unit: step.startsWith('ask') ? leadOf(context) : null };
    });
}

const leadOf = ({ held }: Context) => held.find((holder) => holder.role === 'lead')?.to_unit ?? null;

type More = Ask & { budget: number; limit: 'handle' | 'stage' };
export const askProblemExtension = onTime<More>('askExtension', (tx, on, person, input) =>
  askExtension(tx, { ...on, limit: input.limit }, person, input),
);
export const askProblemSuspension = onTime<Ask & { until: string }>('askSuspension', askSuspension);
export const decideProblemTime = onTime<Decision & { requestId: string; granted: boolean; words: string }>(
  'decideTime',
  decideTime,
);
export const withdrawProblemTime = onTime<Decision & { requestId: string }>(
  'withdrawTime',
  (tx, on, person, { requestId }) => withdrawTime(tx, on, person, requestId),
);
export const resumeProblem = onTime<Decision & { requestId: string; words: string }>('resume', resumeTime);
