/** Decisions on a problem that are made in words alone. */

import { problemFlowApi } from '#triage/flow.api.ts';
import { steps } from '#triage/problem.ts';
import type { OnProblem } from '#web/problems/assign-dialogs.tsx';
import { flowWords } from '#web/problems/flow.words.ts';
import { ReasonItem } from '#web/problems/reason-item.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useSaid, useWords } from '#web/words/words.ts';

const decisions = {
  urge: { route: problemFlowApi.urge, how: 'urgeHow', label: 'urgeWords', done: 'urgeDone' },
  object: { route: problemFlowApi.object, how: 'objectHow', label: 'objectWords', done: 'objectDone' },
  report: { route: problemFlowApi.report, how: 'reportHow', label: 'reportWords', done: 'reportDone' },
  takeBack: { route: problemFlowApi.takeBack, how: 'takeBackHow', label: 'takeBackWords', done: 'takeBackDone' },
} as const;
export type InWords = keyof typeof decisions;

export function WordsDialog({ problem, step, onClose }: OnProblem & { step: InWords }) {
  const t = useWords(flowWords);
  const say = useSaid();
  const { route, how, label, done } = decisions[step];
  const who = { who: problem.lead?.shortName || problem.lead?.name || '' };
  return (
    <ActionDialog
      title={say(steps[step])}
      how={t(how, who)}
      route={route}
      args={({ words }: { words: string }, id) => ({
        params: { id: problem.id },
        body: { id, version: problem.version, words },
      })}
      done={() => t(done, who)}
      onClose={onClose}
    >
      <ReasonItem name="words" label={t(label)} />
    </ActionDialog>
  );
}
