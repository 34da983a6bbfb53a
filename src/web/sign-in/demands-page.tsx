/** Signed in, but something is still demanded before the desk opens: a code, its enrolment, a new password. */
import { Spin } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { Demand } from '#people/demands.ts';
import type { Me } from '#people/me.api.ts';
import { useSignOut } from '#web/desk/me.ts';
import { Bare } from '#web/sign-in/bare.tsx';
import { signInWords } from '#web/sign-in/sign-in.words.ts';
import { TotpForm } from '#web/sign-in/totp-form.tsx';
import { useWords } from '#web/words/words.ts';

/** Seldom met, and the drawing of QR codes is heavy. */
const EnrolTotp = lazy(() => import('#web/sign-in/enrol-totp.tsx').then((m) => ({ default: m.EnrolTotp })));
const NewPassword = lazy(() => import('#web/sign-in/new-password.tsx').then((m) => ({ default: m.NewPassword })));

type DemandsProps = { me: Me; onInside: () => void };

/** One step after the other; `onInside` once nothing is left. */
export function Demands({ me, onInside }: DemandsProps) {
  const t = useWords(signInWords);
  const [demands, setDemands] = useState<Demand[]>(me.demands);
  const proceed = (left: Demand[]) => (left.length > 0 ? setDemands(left) : onInside());
  if (demands[0] === 'totp') return <TotpForm onDone={proceed} />;
  return (
    <Suspense fallback={<Spin />}>
      {demands[0] === 'totp_enrol' ? (
        <EnrolTotp onDone={proceed} />
      ) : (
        <>
          <p className="quiet">{t('passwordOld')}</p>
          <NewPassword me={me} onDone={onInside} />
        </>
      )}
    </Suspense>
  );
}

const titles = { totp: 'totp', totp_enrol: 'enrol', password: 'changePassword' } as const;

export function DemandsPage({ me, onInside }: DemandsProps) {
  const t = useWords(signInWords);
  const signOut = useSignOut();
  const first = me.demands[0]!;
  return (
    <Bare title={t(titles[first])} how={first === 'totp_enrol' ? t('enrolWhy') : ''}>
      <Demands key={first} me={me} onInside={onInside} />
      <p className="bare-ways">
        <button type="button" className="link" onClick={signOut}>
          {t('other')}
        </button>
      </p>
    </Bare>
  );
}
