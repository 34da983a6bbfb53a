/** Every forward arrow of the flow on one page: what has happened, and what follows. */
import { carryCauses } from '#cause/cause.jobs.ts';
import type { Reactions } from '#ledger/ledger.ts';
import { carryProjects } from '#project/project.jobs.ts';
import { startTriage } from '#signal/signal.jobs.ts';
import { tellUrged } from '#supervision/urge.jobs.ts';
import {
  forgetProposalWords,
  proposeCategories,
  proposeCategoriesAnew,
  proposeToAllWaiting,
} from '#triage/category/category.jobs.ts';
import { proposeUnitsAnew, proposeUnitsToNew } from '#triage/duty/duty.jobs.ts';
import { proposeRepeats } from '#triage/repeat/repeat.jobs.ts';
import { endContactStage } from '#triage/stage/stage.jobs.ts';
import { forgetHouseholds } from '#triage/theme/survey.jobs.ts';
import { oweAnswers, oweWordOfDeferral } from '#triage/triage.jobs.ts';

export const reactions: Reactions = {
  'signal.received': [startTriage, proposeCategories, proposeUnitsToNew, proposeRepeats],
  'signal.divided': [proposeCategories, proposeUnitsToNew, proposeRepeats],
  'signal.revised': [proposeCategoriesAnew, proposeUnitsAnew, proposeRepeats],
  'signal.categorise': [proposeUnitsAnew],
  'signal.contact': [endContactStage],
  'signal.erased': [forgetProposalWords, forgetHouseholds],
  'model.take': [proposeToAllWaiting],
  'model.restore': [proposeToAllWaiting],
  'model.threshold': [proposeToAllWaiting],
  'problem.merge': [carryCauses, carryProjects],
  'problem.close': [oweAnswers],
  'problem.decideDeferral': [oweWordOfDeferral],
  'problem.urge': [tellUrged],
  'task.urge': [tellUrged],
};
