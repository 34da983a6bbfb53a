/** The session ended under a page: signing in again over it, so that what was written stays. */
import { Modal } from 'antd';
import { useState } from 'react';
import { type Me, meApi } from '#people/me.api.ts';
import { call } from '#web/call/call.ts';
import { askedCell, leaveGate } from '#web/call/gate.ts';
import { queryClient } from '#web/call/query-client.ts';
import { readingOf } from '#web/call/use-read.ts';
import { useCell } from '#web/place/cell.ts';
import { base } from '#web/place/place.ts';
import { Demands } from '#web/sign-in/demands-page.tsx';
import { signInWords } from '#web/sign-in/sign-in.words.ts';
import { SignInForm } from '#web/sign-in/sign-in-form.tsx';
import { useWords } from '#web/words/words.ts';

/** Somebody else at the same browser: nothing of the page is theirs. */
const leave = () => location.assign(`${base}/`);

export function SignInOver({ me }: { me: Me }) {
  const t = useWords(signInWords);
  const asked = useCell(askedCell);
  const [back, setBack] = useState<Me>();
  const look = async () => {
    const now = await call(meApi.me, {});
    if (now.person.id !== me.person.id) return leave();
    if (now.demands.length > 0) return setBack(now);
    setBack(undefined);
    queryClient.setQueryData(readingOf(meApi.me, {}).queryKey, now);
    leaveGate(true);
  };
  const standing = back ?? (asked === 'totp' ? { ...me, demands: ['totp' as const] } : undefined);
  return (
    <Modal
      open={asked !== 'no'}
      title={t('ended')}
      footer={null}
      width={420}
      destroyOnHidden
      mask={{ closable: false }}
      closable={false}
      keyboard={false}
    >
      <p className="quiet">{t('endedHow')}</p>
      {standing ? (
        <Demands key={standing.demands[0] ?? ''} me={standing} onInside={() => void look()} />
      ) : (
        <SignInForm login={me.login} onDone={() => void look()} />
      )}
      <p className="bare-ways">
        <button type="button" className="link" onClick={leave} title={t('leaveSure')}>
          {t('leave')}
        </button>
      </p>
    </Modal>
  );
}
