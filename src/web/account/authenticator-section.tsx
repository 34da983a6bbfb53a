/** The second factor: enrolling it, and taking it off where no post demands it. */
import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { meApi } from '#people/me.api.ts';
import { accountWords } from '#web/account/account.words.ts';
import { Section } from '#web/account/section.tsx';
import { readAgain } from '#web/call/query-client.ts';
import { useMe } from '#web/desk/me.ts';
import { EnrolTotp } from '#web/sign-in/enrol-totp.tsx';
import { signInWords } from '#web/sign-in/sign-in.words.ts';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useWords } from '#web/words/words.ts';

type Open = 'no' | 'enrol' | 'take-off';

export function AuthenticatorSection() {
  const t = useWords(accountWords);
  const { totp } = useMe();
  const [open, setOpen] = useState<Open>('no');
  const close = () => setOpen('no');
  const enrolled = () => {
    close();
    void readAgain(['/me']);
  };
  const action = totp.enrolled ? (
    !totp.demanded && <Button onClick={() => setOpen('take-off')}>{t('takeOff')}</Button>
  ) : (
    <Button onClick={() => setOpen('enrol')}>{t('enrol')}</Button>
  );
  return (
    <Section title={t('totp')} action={action}>
      <p className="quiet">{totp.enrolled ? t('totpOn') : t('totpOff')}</p>
      {totp.demanded && <p className="faint">{t('totpDemanded')}</p>}
      <Modal title={t('totp')} open={open === 'enrol'} onCancel={close} footer={null} width={420} destroyOnHidden>
        <EnrolTotp onDone={enrolled} />
      </Modal>
      {open === 'take-off' && <TakeOff onClose={close} />}
    </Section>
  );
}

function TakeOff({ onClose }: { onClose: () => void }) {
  const t = useWords(accountWords);
  const tSign = useWords(signInWords);
  return (
    <ActionDialog
      title={t('takeOff')}
      route={meApi.removeTotp}
      args={({ password }: { password: string }, id) => ({ body: { id, password } })}
      done={() => t('takenOff')}
      changes={['/me']}
      danger
      onClose={onClose}
    >
      <Form.Item
        name="password"
        label={tSign('currentPassword')}
        rules={[{ required: true, message: tSign('needed') }]}
      >
        <Input.Password autoComplete="current-password" maxLength={128} />
      </Form.Item>
    </ActionDialog>
  );
}
