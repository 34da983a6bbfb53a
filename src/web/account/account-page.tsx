/** My account: who I am here, how it looks, how I sign in and where I am signed in. */

import { accountWords } from '#web/account/account.words.ts';
import { AuthenticatorSection } from '#web/account/authenticator-section.tsx';
import { IdentitySection } from '#web/account/identity-section.tsx';
import { LookSection } from '#web/account/look-section.tsx';
import { PasswordSection } from '#web/account/password-section.tsx';
import { Section } from '#web/account/section.tsx';
import { SessionsSection } from '#web/account/sessions-section.tsx';
import { DelegationSection } from '#web/delegation/delegation-section.tsx';
import { useMe } from '#web/desk/me.ts';
import { AddressSection } from '#web/outside/address-section.tsx';
import { useTitle } from '#web/place/title.ts';
import { useSaid, useWords } from '#web/words/words.ts';

export function AccountPage() {
  const t = useWords(accountWords);
  useTitle(t('title'));
  return (
    <div className="desk-page">
      <header>
        <h1>{t('title')}</h1>
      </header>
      <WhoSection />
      <LookSection />
      <PasswordSection />
      <AuthenticatorSection />
      <IdentitySection />
      <AddressSection />
      <SessionsSection />
      <DelegationSection />
    </div>
  );
}

function WhoSection() {
  const t = useWords(accountWords);
  const say = useSaid();
  const me = useMe();
  return (
    <Section title={t('who')}>
      <p>
        <strong>{me.person.name}</strong> <span className="faint">{t('login')}</span> {me.login}
      </p>
      {me.posts.length === 0 && <p className="quiet">{t('noPosts')}</p>}
      <ul className="lines" aria-label={t('posts')}>
        {me.posts.map(({ id, roleName, unit, onBehalfOf }) => (
          <li key={id} className="line">
            {say(roleName)} <span className="quiet">{unit.name}</span>
            {onBehalfOf && <span className="tag tone-check">{t('onBehalf', { name: onBehalfOf.name })}</span>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
