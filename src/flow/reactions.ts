/** Every forward arrow of the flow on one page: what has happened, and what follows. */
import type { Reactions } from '#ledger/ledger.ts';
import { startTriage } from '#signal/signal.jobs.ts';
import { oweAnswers } from '#triage/triage.jobs.ts';

export const reactions: Reactions = {
  'signal.received': [startTriage],
  'problem.close': [oweAnswers],
};
