/** Signing in, at whatever address somebody came to: they come out there. */
import { useState } from 'react';
import type { Demand } from '#people/demands.ts';
import { Go } from '#web/place/go.tsx';
import { Bare } from '#web/sign-in/bare.tsx';
import { ProviderButton, ProviderRefused } from '#web/sign-in/provider-button.tsx';
import { signInWords } from '#web/sign-in/sign-in.words.ts';
import { SignInForm } from '#web/sign-in/sign-in-form.tsx';
import { TotpForm } from '#web/sign-in/totp-form.tsx';
import { useWords } from '#web/words/words.ts';

export function SignInPage({ onInside }: { onInside: () => void }) {
  const t = useWords(signInWords);
  const [demands, setDemands] = useState<Demand[]>([]);
  const proceed = (asked: Demand[]) => (asked[0] === 'totp' ? setDemands(asked) : onInside());
  if (demands.length > 0) {
    return (
      <Bare title={t('totp')}>
        <TotpForm onDone={onInside} />
        <p className="bare-ways">
          <button type="button" className="link" onClick={() => setDemands([])}>
            {t('other')}
          </button>
        </p>
      </Bare>
    );
  }
  return (
    <Bare title={t('signIn')}>
      <ProviderRefused />
      <SignInForm onDone={proceed} />
      <ProviderButton />
      <p className="bare-ways">
        {t('firstTime')} <Go to="/activate">{t('activate')}</Go>
      </p>
    </Bare>
  );
}
