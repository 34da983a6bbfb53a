/** Changes who answers in which layer while the project runs. Lead and reviewer change by request alone. */
import { Form, Input } from 'antd';
import { projectApi } from '#project/project.api.ts';
import { steps } from '#project/project.ts';
import { linesOf, type TeamLine, teamOf } from '#web/projects/charter-form.ts';
import { decisionWords } from '#web/projects/decision.words.ts';
import type { OnProject } from '#web/projects/project-dialogs.tsx';
import { TeamFields } from '#web/projects/team-fields.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useSaid, useWords } from '#web/words/words.ts';

type Values = { team: TeamLine[]; reason?: string };

export function TeamDialog({ project, onClose }: OnProject) {
  const t = useWords(decisionWords);
  const say = useSaid();
  return (
    <ActionDialog
      title={say(steps.staff)}
      how={t('teamHow')}
      width={680}
      initial={{ team: linesOf(project.members) }}
      route={projectApi.staff}
      args={({ team, reason }: Values, id) => ({
        params: { id: project.id },
        body: { id, version: project.version, team: teamOf(team), reason: reason ?? '' },
      })}
      done={() => t('teamChanged')}
      onClose={onClose}
    >
      <Form.Item name="team">
        <TeamFields />
      </Form.Item>
      <Form.Item name="reason" label={t('reason')}>
        <Input maxLength={2000} />
      </Form.Item>
    </ActionDialog>
  );
}
