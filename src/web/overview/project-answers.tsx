/** What a head answers about projects on the leader's page: a charter, a change, a report, each with an opinion that is kept. */
import { Form, Input } from 'antd';
import { projectApi } from '#project/project.api.ts';
import { overviewWords } from '#web/overview/overview.words.ts';
import type { Answer } from '#web/overview/sign-part.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useWords } from '#web/words/words.ts';

type Opinion = { words: string };

function OpinionField() {
  const t = useWords(overviewWords);
  return (
    <Form.Item name="words" label={t('opinion')} rules={[{ required: true, whitespace: true, message: t('needed') }]}>
      <Input.TextArea autoFocus autoSize={{ minRows: 3, maxRows: 8 }} maxLength={2000} />
    </Form.Item>
  );
}

export function CharterAnswer({ item, yes, onClose }: Answer) {
  const t = useWords(overviewWords);
  return (
    <ActionDialog
      title={t(yes ? 'charter' : 'sendBack')}
      how={item.words}
      route={projectApi.judge}
      args={({ words }: Opinion, id) => ({
        params: { id: item.id },
        body: { id, version: item.version, chartered: yes, words },
      })}
      done={() => t(yes ? 'chartered' : 'sentBack')}
      onClose={onClose}
    >
      <OpinionField />
    </ActionDialog>
  );
}

export function ChangeAnswer({ item, yes, onClose }: Answer) {
  const t = useWords(overviewWords);
  return (
    <ActionDialog
      title={t(yes ? 'grant' : 'decline')}
      how={item.words}
      route={projectApi.decideChange}
      args={({ words }: Opinion, id) => ({
        params: { id: item.project! },
        body: { id, version: item.version, changeId: item.id, granted: yes, words },
      })}
      done={() => t(yes ? 'granted' : 'declined')}
      onClose={onClose}
    >
      <OpinionField />
    </ActionDialog>
  );
}

export function ReportAnswer({ item, yes, onClose }: Answer) {
  const t = useWords(overviewWords);
  return (
    <ActionDialog
      title={t(yes ? 'acknowledge' : 'giveBack')}
      how={item.words}
      route={projectApi.acknowledge}
      args={({ words }: Opinion, id) => ({
        params: { id: item.project! },
        body: { id, version: item.version, reportId: item.id, passed: yes, words },
      })}
      done={() => t(yes ? 'acknowledged' : 'gaveBack')}
      onClose={onClose}
    >
      <OpinionField />
    </ActionDialog>
  );
}
