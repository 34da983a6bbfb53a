/** What ends a project: a waiver signed by name, closing on what each goal shows, and reopening. */
import { Alert, Button, Form, Modal, Select } from 'antd';
import { closingApi } from '#outcome/closing.api.ts';
import { steps } from '#project/project.ts';
import type { ProjectPage } from '#views/project.api.ts';
import { Go } from '#web/place/go.tsx';
import { ReasonItem } from '#web/problems/reason-item.tsx';
import { acceptanceWords, decisionWords } from '#web/projects/decision.words.ts';
import type { OnProject } from '#web/projects/project-dialogs.tsx';
import { ClosesOn } from '#web/projects/project-goals.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';
import '#web/projects/record.css';

const bareOf = ({ goals }: ProjectPage) => goals.filter(({ after }) => !after?.reading && !after?.waiver);

export function WaiveDialog({ project, onClose }: OnProject) {
  const t = useWords(acceptanceWords);
  const w = useWords(decisionWords);
  const say = useSaid();
  const bare = bareOf(project);
  const nameOf = (goalId: string) => project.goals.find(({ id }) => id === goalId)?.indicator.name ?? '';
  return (
    <ActionDialog
      title={say(steps.waive)}
      how={t('waiveHow')}
      ok={t('waiveOk')}
      initial={{ ...(bare[0] && { goalId: bare[0].id }) }}
      route={closingApi.waive}
      args={({ goalId, reason }: { goalId: string; reason: string }, id) => ({
        params: { id: project.id },
        body: { id, version: project.version, goalId, reason },
      })}
      done={(_, { goalId }) => t('waived', { goal: nameOf(goalId) })}
      onClose={onClose}
    >
      <Form.Item name="goalId" label={t('waiveGoal')} rules={[{ required: true, message: w('needed') }]}>
        <Select options={bare.map(({ id }) => ({ value: id, label: nameOf(id) }))} />
      </Form.Item>
      <ReasonItem label={t('waiveReason')} />
    </ActionDialog>
  );
}

type CloseProps = OnProject & { onWaive: () => void };

/** Nothing is asked before every goal has what it closes on. */
export function CloseDialog({ project, onClose, onWaive }: CloseProps) {
  const t = useWords(acceptanceWords);
  const say = useSaid();
  const bare = bareOf(project);
  if (bare.length > 0) return <NotYet project={project} onClose={onClose} onWaive={onWaive} />;
  return (
    <ActionDialog
      title={say(steps.close)}
      how={t('closeHow')}
      width={560}
      route={closingApi.close}
      args={({ words }: { words: string }, id) => ({
        params: { id: project.id },
        body: { id, version: project.version, words },
      })}
      done={() => t('closed')}
      onClose={onClose}
    >
      <Shown project={project} />
      <ReasonItem name="words" label={t('closeWords')} />
    </ActionDialog>
  );
}

function NotYet({ project, onClose, onWaive }: CloseProps) {
  const t = useWords(acceptanceWords);
  const say = useSaid();
  const times = useTimes();
  const passed = project.acceptances.find(({ result }) => result === 'passed');
  const names = bareOf(project)
    .map(({ indicator }) => indicator.name)
    .join('、');
  const mayWaive = project.buttons.some(({ step, closed }) => step === 'waive' && closed === null);
  return (
    <Modal
      open
      title={say(steps.close)}
      width={560}
      onCancel={onClose}
      footer={
        <>
          {mayWaive && <Button onClick={onWaive}>{t('toWaive')}</Button>}
          <Button type="primary" onClick={onClose}>
            {t('leave')}
          </Button>
        </>
      }
    >
      <Alert
        type="warning"
        showIcon
        title={t('cannotClose', { names, day: passed ? times.day(passed.heldOn) : '' })}
        description={t('cannotHow')}
      />
      <Shown project={project} />
    </Modal>
  );
}

function Shown({ project }: { project: ProjectPage }) {
  return (
    <ul className="closes-on">
      {project.goals.map((goal) => (
        <li key={goal.id}>
          <Go to={`/indicators/${goal.indicator.id}`}>{goal.indicator.name}</Go>
          <ClosesOn goal={goal} />
        </li>
      ))}
    </ul>
  );
}

export function ReopenDialog({ project, onClose }: OnProject) {
  const t = useWords(acceptanceWords);
  const say = useSaid();
  return (
    <ActionDialog
      title={say(steps.reopen)}
      how={t('reopenHow')}
      route={closingApi.reopen}
      args={({ reason }: { reason: string }, id) => ({
        params: { id: project.id },
        body: { id, version: project.version, reason },
      })}
      done={() => t('reopened')}
      onClose={onClose}
    >
      <ReasonItem />
    </ActionDialog>
  );
}
