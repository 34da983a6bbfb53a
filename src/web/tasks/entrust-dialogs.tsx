/** 委派 of a task by its assignee, and the decisions on a task that are made in words alone. */
import { Form } from 'antd';
import { taskApi } from '#task/task.api.ts';
import { steps } from '#task/task.ts';
import type { TaskPage } from '#views/desk.api.ts';
import { PersonPick } from '#web/pick/person-pick.tsx';
import type { Picked } from '#web/pick/pick.tsx';
import { ReasonItem } from '#web/problems/reason-item.tsx';
import { taskWords } from '#web/tasks/task.words.ts';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useSaid, useWords } from '#web/words/words.ts';

export type OnTask = { task: TaskPage; onClose: () => void };

export function EntrustDialog({ task, onClose }: OnTask) {
  const t = useWords(taskWords);
  const say = useSaid();
  const not = [task.reviewer.id, ...(task.assignee ? [task.assignee.id] : [])];
  return (
    <ActionDialog
      title={say(steps.entrust)}
      how={t('entrustHow')}
      route={taskApi.entrust}
      args={({ person, reason }: { person: Picked; reason: string }, id) => ({
        params: { id: task.id },
        body: { id, version: task.version, personId: person.id, reason },
      })}
      done={(_, { person }) => t('entrustDone', { name: person.name })}
      onClose={onClose}
    >
      <Form.Item name="person" label={t('entrustTo')} rules={[{ required: true, message: t('needed') }]}>
        <PersonPick unitId={task.unit.id} not={not} />
      </Form.Item>
      <ReasonItem label={t('entrustWords')} />
    </ActionDialog>
  );
}

const decisions = {
  urge: { route: taskApi.urge, how: 'urgeHow', label: 'urgeWords', done: 'urgeDone' },
  report: { route: taskApi.report, how: 'reportHow', label: 'reportWords', done: 'reportDone' },
  takeBack: { route: taskApi.takeBack, how: 'takeBackHow', label: 'reason', done: 'takeBackDone' },
} as const;
export type InWords = keyof typeof decisions;
export const inWords = Object.keys(decisions) as InWords[];

export function WordsDialog({ task, step, onClose }: OnTask & { step: InWords }) {
  const t = useWords(taskWords);
  const say = useSaid();
  const { route, how, label, done } = decisions[step];
  const has = task.state === 'submitted' ? task.reviewer : task.assignee;
  const name = (step === 'takeBack' ? task.entrusted : has)?.name ?? '';
  return (
    <ActionDialog
      title={say(steps[step])}
      how={t(how, { name })}
      route={route}
      args={({ words }: { words: string }, id) => ({
        params: { id: task.id },
        body: { id, version: task.version, words },
      })}
      done={() => t(done, { name })}
      onClose={onClose}
    >
      <ReasonItem name="words" label={t(label)} />
    </ActionDialog>
  );
}
