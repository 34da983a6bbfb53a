/** What can be done next with a task. Handing in stands on the page itself, as a form. */
import { Form } from 'antd';
import { useMemo, useState } from 'react';
import { evidenceApi } from '#evidence/evidence.api.ts';
import { newId } from '#platform/ids.ts';
import { taskApi } from '#task/task.api.ts';
import { steps, type TaskStep } from '#task/task.ts';
import type { TaskPage } from '#views/desk.api.ts';
import { useVerb } from '#web/call/use-verb.ts';
import type { Picked } from '#web/pick/pick.tsx';
import { ReasonItem } from '#web/problems/reason-item.tsx';
import { CandidatePick } from '#web/tasks/candidate-pick.tsx';
import { EntrustDialog, inWords, type OnTask, WordsDialog } from '#web/tasks/entrust-dialogs.tsx';
import { taskWords } from '#web/tasks/task.words.ts';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { ThingActions } from '#web/thing/thing-actions.tsx';
import { TimeDialog, type TimeStep } from '#web/time/time-dialogs.tsx';
import { useSaid, useWords } from '#web/words/words.ts';

const timeSteps = [
  'askExtension',
  'askSuspension',
  'decideTime',
  'withdrawTime',
  'resume',
] as const satisfies TimeStep[];
const order: TaskStep[] = [
  'accept',
  'confirm',
  'return',
  'decideTime',
  'resume',
  'urge',
  'handOver',
  ...timeSteps,
  'withdraw',
];
type Asked = Exclude<TaskStep, 'accept' | 'submit'>;

export function TaskActions({ task }: { task: TaskPage }) {
  const t = useWords(taskWords);
  const [asked, setAsked] = useState<Asked | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version asks for a new id
  const acceptance = useMemo(newId, [task.version]);
  const accept = useVerb(taskApi.accept, { done: () => t('acceptedDone') });
  const about = { task, onClose: () => setAsked(null) };
  const time = { thing: task, onClose: about.onClose };
  const mine = task.buttons.some(
    ({ step, closed }) => closed === null && ['accept', 'report', 'confirm'].includes(step),
  );
  return (
    <>
      <ThingActions
        buttons={task.buttons.filter(({ step, closed }) => step !== 'accept' || closed === null)}
        steps={steps}
        order={order}
        calm={!mine}
        run={{
          accept: () => void accept.run({ params: { id: task.id }, body: { id: acceptance, version: task.version } }),
          confirm: () => setAsked('confirm'),
          return: () => setAsked('return'),
          handOver: () => setAsked('handOver'),
          entrust: () => setAsked('entrust'),
          ...Object.fromEntries(inWords.map((step) => [step, () => setAsked(step)])),
          withdraw: () => setAsked('withdraw'),
          ...Object.fromEntries(timeSteps.map((step) => [step, () => setAsked(step)])),
        }}
      />
      {(asked === 'confirm' || asked === 'return') && <ReviewDialog {...about} passed={asked === 'confirm'} />}
      {timeSteps.map((step) => step === asked && <TimeDialog key={step} kind="task" step={step} {...time} />)}
      {asked === 'handOver' && <HandOverDialog {...about} />}
      {inWords.map((step) => step === asked && <WordsDialog key={step} step={step} {...about} />)}
      {asked === 'entrust' && <EntrustDialog {...about} />}
      {asked === 'withdraw' && <WithdrawDialog {...about} />}
    </>
  );
}

function ReviewDialog({ task, onClose, passed }: OnTask & { passed: boolean }) {
  const t = useWords(taskWords);
  const say = useSaid();
  return (
    <ActionDialog
      title={say(passed ? steps.confirm : steps.return)}
      how={passed ? undefined : t('returnHow')}
      route={evidenceApi.review}
      args={({ words }: { words: string }, id) => ({
        params: { id: task.id },
        body: { id, version: task.version, passed, words },
      })}
      done={() => t(passed ? 'confirmedDone' : 'returnedDone', { name: task.assignee?.name ?? '' })}
      onClose={onClose}
    >
      <ReasonItem name="words" label={t(passed ? 'reviewWords' : 'returnWords')} />
    </ActionDialog>
  );
}

function HandOverDialog({ task, onClose }: OnTask) {
  const t = useWords(taskWords);
  const say = useSaid();
  const not = [task.reviewer.id, ...(task.assignee ? [task.assignee.id] : [])];
  return (
    <ActionDialog
      title={say(steps.handOver)}
      how={t('handOverHow')}
      route={taskApi.handOver}
      args={({ assigneeId, reason }: { assigneeId: Picked; reason: string }, id) => ({
        params: { id: task.id },
        body: { id, version: task.version, assigneeId: assigneeId.id, reason },
      })}
      done={(_, { assigneeId }) => t('handedOver', { name: assigneeId.name })}
      onClose={onClose}
    >
      <Form.Item name="assigneeId" label={t('handOverTo')} rules={[{ required: true, message: t('needed') }]}>
        <CandidatePick unitId={task.unit.id} problemId={task.problem?.id} not={not} />
      </Form.Item>
      <ReasonItem />
    </ActionDialog>
  );
}

function WithdrawDialog({ task, onClose }: OnTask) {
  const t = useWords(taskWords);
  const say = useSaid();
  return (
    <ActionDialog
      title={say(steps.withdraw)}
      how={t('withdrawHow')}
      route={taskApi.withdraw}
      args={({ reason }: { reason: string }, id) => ({
        params: { id: task.id },
        body: { id, version: task.version, reason },
      })}
      done={() => t('withdrawn')}
      onClose={onClose}
    >
      <ReasonItem />
    </ActionDialog>
  );
}
