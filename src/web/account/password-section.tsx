/** The password: until when it is good, and changing it. */
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { accountWords } from '#web/account/account.words.ts';
import { Section } from '#web/account/section.tsx';
import { useMe } from '#web/desk/me.ts';
import { NewPassword } from '#web/sign-in/new-password.tsx';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';

export function PasswordSection() {
  const t = useWords(accountWords);
  const times = useTimes();
  const me = useMe();
  const [open, setOpen] = useState(false);
  return (
    <Section title={t('password')} action={<Button onClick={() => setOpen(true)}>{t('change')}</Button>}>
      <p className="quiet">{me.passwordExpiresAt && t('passwordUntil', { day: times.day(me.passwordExpiresAt) })}</p>
      <Modal title={t('change')} open={open} onCancel={() => setOpen(false)} footer={null} width={420} destroyOnHidden>
        <NewPassword me={me} onDone={() => setOpen(false)} />
      </Modal>
    </Section>
  );
}
