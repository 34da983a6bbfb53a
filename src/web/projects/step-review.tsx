/** Last step: the charter as it will be read, what it still lacks and on which step, and proposing it. */
import CheckCircleFilled from '@ant-design/icons/CheckCircleFilled';
import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { projectApi } from '#project/project.api.ts';
import type { ProjectPage } from '#views/project.api.ts';
import { Go } from '#web/place/go.tsx';
import { usePlace } from '#web/place/use-place.ts';
import { charterWords } from '#web/projects/charter.words.ts';
import { stepOf } from '#web/projects/charter-form.ts';
import { CharterSheet } from '#web/projects/charter-sheet.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useSaid, useWords } from '#web/words/words.ts';

/** `edited`: something is not saved yet, and what is proposed is what was saved. */
export function StepReview({ page, edited }: { page: ProjectPage; edited: boolean }) {
  const t = useWords(charterWords);
  const say = useSaid();
  const [asking, setAsking] = useState(false);
  const missing = page.draft?.missing ?? [];
  const ready = missing.length === 0 && !edited;
  return (
    <>
      {missing.length > 0 ? (
        <Alert
          className="not-printed"
          type="warning"
          showIcon
          title={t('missing', { count: missing.length })}
          description={
            <ul className="charter-missing">
              {missing.map(({ path, message }) => (
                <li key={path}>
                  {say(message)}{' '}
                  <Go to={`/projects/${page.id}/charter?step=${stepOf(path)}`}>
                    {t('toStep', { step: t(stepOf(path)) })}
                  </Go>
                </li>
              ))}
            </ul>
          }
        />
      ) : (
        <p className="light tone-done not-printed">
          <CheckCircleFilled aria-hidden /> {edited ? t('unsaved') : t('complete')}
        </p>
      )}
      <CharterSheet project={page} />
      <div className="charter-foot not-printed">
        <Button type="primary" size="large" disabled={!ready} onClick={() => setAsking(true)}>
          {t('propose')}
        </Button>
      </div>
      {asking && <ProposeDialog project={page} onClose={() => setAsking(false)} />}
    </>
  );
}

export function ProposeDialog({ project, onClose }: { project: ProjectPage; onClose: () => void }) {
  const t = useWords(charterWords);
  const { go } = usePlace();
  return (
    <ActionDialog
      title={t('propose')}
      how={t('proposeHow')}
      route={projectApi.propose}
      args={({ words }: { words?: string }, id) => ({
        params: { id: project.id },
        body: { id, version: project.version, words: words ?? '' },
      })}
      done={() => t('proposed')}
      onDone={() => go(`/projects/${project.id}`)}
      onClose={onClose}
    >
      <Form.Item name="words" label={t('proposeWords')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
    </ActionDialog>
  );
}
