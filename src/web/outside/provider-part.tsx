/** Setting the provider by which people sign in. */
import { Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { oidcApi } from '#people/oidc.api.ts';
import type { Reply } from '#web/call/call.ts';
import { Refused } from '#web/call/refused.tsx';
import { useRead } from '#web/call/use-read.ts';
import { base } from '#web/place/place.ts';
import { StateTag } from '#web/show/state-tag.tsx';
import { providerWords } from '#web/sign-in/provider.words.ts';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { Part } from '#web/thing/thing-page.tsx';
import { useSaid, useWords } from '#web/words/words.ts';

const states = {
  open: { ...providerWords.open, tone: 'done' },
  closed: { ...providerWords.closed, tone: 'off' },
} as const;

type Provider = Reply<typeof oidcApi.settings>;

export function ProviderPart() {
  const t = useWords(providerWords);
  const say = useSaid();
  const read = useRead(oidcApi.settings, {});
  const [setting, setSetting] = useState(false);
  const settings = read.data?.settings;
  return (
    <Part title={t('title')} action={read.data && <Button onClick={() => setSetting(true)}>{t('set')}</Button>}>
      <Refused refusal={read.error} again={() => void read.refetch()} />
      <p className="quiet">{t('how')}</p>
      {read.data && (
        <p>
          <StateTag state={settings?.open ? states.open : states.closed} /> {settings && say(settings.name)}
          {settings && <span className="quiet"> {settings.issuer}</span>}
        </p>
      )}
      {read.data?.returnTo && <p className="faint">{t('returnTo', { address: read.data.returnTo })}</p>}
      {setting && read.data && <ProviderDialog provider={read.data} onClose={() => setSetting(false)} />}
    </Part>
  );
}

type Values = NonNullable<Provider['settings']> & { secret?: string };

function ProviderDialog({ provider, onClose }: { provider: Provider; onClose: () => void }) {
  const t = useWords(providerWords);
  const { settings, version } = provider;
  const needed = [{ required: true, whitespace: true, message: t('needed') }];
  const address = `${location.origin}${base}`;
  return (
    <ActionDialog<typeof oidcApi.set, Values>
      title={t('title')}
      ok={t('save')}
      width={560}
      initial={settings ?? { desk: address, trustFactors: false, open: false }}
      route={oidcApi.set}
      args={({ secret, ...given }, id) => ({ body: { ...given, id, version, ...(secret && { secret }) } })}
      done={() => t('saved')}
      changes={['/sign-in-provider']}
      onClose={onClose}
    >
      <Form.Item name="open" valuePropName="checked">
        <Checkbox>{t('isOpen')}</Checkbox>
      </Form.Item>
      <Form.Item name={['name', 'zh']} label={t('nameZh')} rules={needed}>
        <Input maxLength={30} />
      </Form.Item>
      <Form.Item name={['name', 'en']} label={t('nameEn')} rules={needed}>
        <Input maxLength={30} />
      </Form.Item>
      <Form.Item name="issuer" label={t('issuer')} rules={needed}>
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item name="clientId" label={t('clientId')} rules={needed}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="secret" label={t('secret')} {...(settings && { extra: t('secretKept') })}>
        <Input.Password autoComplete="new-password" maxLength={500} />
      </Form.Item>
      <Form.Item name="desk" label={t('desk')} extra={t('deskHow', { address })} rules={needed}>
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item name="trustFactors" valuePropName="checked">
        <Checkbox>{t('trust')}</Checkbox>
      </Form.Item>
    </ActionDialog>
  );
}
