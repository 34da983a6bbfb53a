/** How a matter stands, in a citizen's words; what is on the books says until when (挂账, 复核日). */
import { sayDay } from '#clock/say.ts';
import { type Look, speaker } from '#public/look.ts';
import { onTheBooks, publicStates, waiting } from '#public/state.words.ts';
import type { ProblemState } from '#triage/problem.ts';

/** @param reviewOn the day on which it is looked at again; null: it is not on the books. @param state null: it waits to be read */
export function sayState(state: ProblemState | null, reviewOn: string | null, look: Look, now: Date): string {
  const say = speaker(look);
  if (reviewOn) return say(onTheBooks, { day: sayDay(reviewOn, look.language, now) });
  return say(state ? publicStates[state] : waiting);
}
