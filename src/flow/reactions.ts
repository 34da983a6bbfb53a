/** Every forward arrow of the flow on one page: what has happened, and what follows. */
import { carryCauses } from '#cause/cause.jobs.ts';
import type { Reactions } from '#ledger/ledger.ts';
import { carryProjects } from '#project/project.jobs.ts';
import { startTriage } from '#signal/signal.jobs.ts';
import { forgetHouseholds } from '#triage/theme/survey.jobs.ts';
import { oweAnswers } from '#triage/triage.jobs.ts';

export const reactions: Reactions = {
  'signal.received': [startTriage],
  'signal.erased': [forgetHouseholds],
  'problem.merge': [carryCauses, carryProjects],
  'problem.close': [oweAnswers],
};
