/** Publishing a problem in words written for citizens, and taking it off the public list again. */
import { Alert, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { steps } from '#triage/problem.ts';
import { triageApi } from '#triage/triage.api.ts';
import type { ProblemPage } from '#views/desk.api.ts';
import { publishWords } from '#web/problems/publish.words.ts';
import { ReasonItem, useNeeded } from '#web/problems/reason-item.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useSaid, useWords } from '#web/words/words.ts';

type OnPublic = { problem: ProblemPage; onClose: () => void };
type Values = { title: string; words: string; despite?: boolean };

/** What may be personal is refused first; whoever has read it again may say that it is public all the same. */
export function PublishDialog({ problem, onClose }: OnPublic) {
  const t = useWords(publishWords);
  const say = useSaid();
  const needed = useNeeded();
  const [found, setFound] = useState(false);
  const { publication } = problem;
  return (
    <ActionDialog<typeof triageApi.publish, Values>
      title={say(steps.publish)}
      width={560}
      how={t('how')}
      initial={{ title: publication?.title ?? problem.title, words: publication?.words ?? '' }}
      route={triageApi.publish}
      args={({ title, words, despite = false }, id) => ({
        params: { id: problem.id },
        body: { id, version: problem.version, title, words, despite },
      })}
      done={() => t('published')}
      onRefused={({ body }) => setFound(body.code === 'publication_personal')}
      onClose={onClose}
    >
      <Alert type="info" showIcon title={t('mind')} />
      <Form.Item name="title" label={t('title')} rules={needed}>
        <Input maxLength={200} autoFocus />
      </Form.Item>
      <Form.Item name="words" label={t('words')} extra={t('wordsHow')} rules={needed}>
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} maxLength={2_000} showCount />
      </Form.Item>
      {found && (
        <Form.Item name="despite" valuePropName="checked">
          <Checkbox>{t('despite')}</Checkbox>
        </Form.Item>
      )}
    </ActionDialog>
  );
}

export function UnpublishDialog({ problem, onClose }: OnPublic) {
  const t = useWords(publishWords);
  const say = useSaid();
  return (
    <ActionDialog
      title={say(steps.unpublish)}
      how={t('endHow')}
      route={triageApi.unpublish}
      args={({ reason }: { reason: string }, id) => ({
        params: { id: problem.id },
        body: { id, version: problem.version, reason },
      })}
      done={() => t('ended')}
      onClose={onClose}
    >
      <ReasonItem />
    </ActionDialog>
  );
}
