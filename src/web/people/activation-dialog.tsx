/** A new activation code: made, shown once, copied, handed over. */
import { Button, Form, Input, Modal } from 'antd';
import { useRef, useState } from 'react';
import { accountApi } from '#people/account.api.ts';
import type { Reply } from '#web/call/call.ts';
import { useRead } from '#web/call/use-read.ts';
import { tell } from '#web/desk/notices.ts';
import { accountWords } from '#web/people/account.words.ts';
import { base } from '#web/place/place.ts';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';

type Made = Reply<typeof accountApi.activation>;
type ActivationDialogProps = { person: { id: string; name: string }; onClose: () => void };

export function ActivationDialog({ person, onClose }: ActivationDialogProps) {
  const t = useWords(accountWords);
  const account = useRead(accountApi.one, { params: { id: person.id } }).data;
  const [made, setMade] = useState<Made>();
  const shown = useRef(false);
  const show = (code: Made) => {
    shown.current = true;
    setMade(code);
  };
  const { id: personId, name } = person;
  if (made) return <Code made={made} name={name} onClose={onClose} />;
  return (
    <ActionDialog
      title={t('activate')}
      how={account?.passwordSetAt ? `${t('resetToo', { name })}。${t('activateHow')}` : t('activateHow')}
      route={accountApi.activation}
      args={({ login }: { login?: string }, id) => ({
        params: { id: personId },
        body: { id, ...(login?.trim() && { login: login.trim() }) },
      })}
      done={() => t('made', { name })}
      changes={['/people']}
      onDone={show}
      onClose={() => {
        if (!shown.current) onClose();
      }}
    >
      {!account?.login && (
        <Form.Item name="login" label={t('login')} extra={t('loginHow')}>
          <Input autoFocus maxLength={32} autoComplete="off" />
        </Form.Item>
      )}
    </ActionDialog>
  );
}

function Code({ made, name, onClose }: { made: Made; name: string; onClose: () => void }) {
  const t = useWords(accountWords);
  const times = useTimes();
  const address = `${location.origin}${base}/activate`;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(`${made.code}\n${address}`);
      tell(t('copied'));
    } catch {
      tell(t('notCopied'), { tone: 'refused' });
    }
  };
  return (
    <Modal
      open
      title={t('made', { name })}
      width={440}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={[
        made.code && (
          <Button key="copy" onClick={copy}>
            {t('copy')}
          </Button>
        ),
        <Button key="close" type="primary" onClick={onClose}>
          {t('close')}
        </Button>,
      ]}
    >
      {made.code ? <output className="once-code figures">{made.code}</output> : <p>{t('lost')}</p>}
      <p className="quiet">
        {t('until', { until: times.moment(made.expiresAt) })}
        {made.login && ` · ${t('login')} ${made.login}`}
      </p>
      <p className="quiet verbatim">
        {t('at')} {address}
      </p>
      <p className="tone-warn light">{t('shownOnce')}</p>
    </Modal>
  );
}
