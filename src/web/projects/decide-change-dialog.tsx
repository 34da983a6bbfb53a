/** An approver grants or declines a change, seeing what was and what is wanted. */
import { Form, Radio } from 'antd';
import { projectApi } from '#project/project.api.ts';
import { steps } from '#project/project.ts';
import { ReasonItem } from '#web/problems/reason-item.tsx';
import { decisionWords } from '#web/projects/decision.words.ts';
import { type Change, ChangeLine } from '#web/projects/project-changes.tsx';
import type { OnProject } from '#web/projects/project-dialogs.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useSaid, useWords } from '#web/words/words.ts';

type Decided = { granted: boolean; words: string };

export function DecideChangeDialog({ project, onClose, change }: OnProject & { change: Change }) {
  const t = useWords(decisionWords);
  const say = useSaid();
  return (
    <ActionDialog
      title={say(steps.decideChange)}
      initial={{ granted: true }}
      route={projectApi.decideChange}
      args={({ granted, words }: Decided, id) => ({
        params: { id: project.id },
        body: { id, version: project.version, changeId: change.id, granted, words },
      })}
      done={(_, { granted }) => t(granted ? 'granted' : 'declined')}
      onClose={onClose}
    >
      <ChangeLine change={change} project={project} />
      <blockquote className="verbatim quiet project-quote">{change.reason}</blockquote>
      <Form.Item name="granted" label={t('decide')} required>
        <Radio.Group
          options={[
            { value: true, label: t('grant') },
            { value: false, label: t('decline') },
          ]}
        />
      </Form.Item>
      <ReasonItem name="words" label={t('decideWords')} />
    </ActionDialog>
  );
}
