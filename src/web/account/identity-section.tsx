/** Who I am at the city's provider: linking my account with my password, and taking the link off. */
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { oidcApi } from '#people/oidc.api.ts';
import { newId } from '#platform/ids.ts';
import { Section } from '#web/account/section.tsx';
import { useRead } from '#web/call/use-read.ts';
import { useVerb } from '#web/call/use-verb.ts';
import { providerWords } from '#web/sign-in/provider.words.ts';
import { ProviderRefused } from '#web/sign-in/provider-button.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

export function IdentitySection() {
  const t = useWords(providerWords);
  const say = useSaid();
  const times = useTimes();
  const [linking, setLinking] = useState(false);
  const mine = useRead(oidcApi.mine, {}).data;
  const unlink = useVerb(oidcApi.unlink, { done: () => t('unlinked'), changes: ['/me/identity'] });
  if (!mine || (!mine.provider && !mine.linkedAt)) return null;
  const name = mine.provider ? say(mine.provider) : '';
  const action = mine.linkedAt ? (
    <Button loading={unlink.running} onClick={() => void unlink.run({ body: { id: newId() } })}>
      {t('unlink')}
    </Button>
  ) : (
    <Button onClick={() => setLinking(true)}>{t('link')}</Button>
  );
  return (
    <Section title={t('mine')} action={action}>
      <ProviderRefused />
      <p className="quiet">
        {mine.linkedAt ? t('linked', { name, at: times.day(mine.linkedAt) }) : t('notLinked', { name })}
      </p>
      {linking && (
        <ActionDialog<typeof oidcApi.link, { password: string }>
          title={t('link')}
          how={t('linkHow', { name })}
          route={oidcApi.link}
          args={({ password }, id) => ({ body: { id, password } })}
          done={() => t('going', { name })}
          changes={[]}
          onDone={({ go }) => location.assign(go)}
          onClose={() => setLinking(false)}
        >
          <Form.Item name="password" label={t('password')} rules={[{ required: true, message: t('needed') }]}>
            <Input.Password autoComplete="current-password" maxLength={128} autoFocus />
          </Form.Item>
        </ActionDialog>
      )}
    </Section>
  );
}
