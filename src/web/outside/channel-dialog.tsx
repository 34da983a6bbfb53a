/** Setting one way out: its server and ids, and a secret that goes in and never comes out. */
import { Checkbox, Form, Input } from 'antd';
import { type ChannelName, channels } from '#message/outside/channel.ts';
import { type OutsideChannel, outsideApi } from '#message/outside/outside.api.ts';
import { ChannelFields } from '#web/outside/channel-fields.tsx';
import { outsideWords } from '#web/outside/outside.words.ts';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useSaid, useWords } from '#web/words/words.ts';

type Values = Record<string, unknown> & { open: boolean; secret?: string };

const template = { id: '', anyHour: false };

/** What stands in the form before anything was set. */
const firsts: Record<ChannelName, Record<string, unknown>> = {
  email: { port: 465, security: 'tls', digestHour: 18 },
  wecom: { base: 'https://qyapi.weixin.qq.com', digestHour: 18 },
  dingtalk: { base: 'https://oapi.dingtalk.com', api: 'https://api.dingtalk.com', todos: false, digestHour: 18 },
  govding: { base: 'https://openplatform-pro.ding.zj.gov.cn', todos: false, digestHour: 18 },
  sms: {
    ...{ one: template, urgent: template, digest: template, code: template },
    ...{ quietFrom: 21, quietTo: 8, digestHour: 18 },
  },
};

export function ChannelDialog({ channel, onClose }: { channel: OutsideChannel; onClose: () => void }) {
  const t = useWords(outsideWords);
  const say = useSaid();
  const { name, settings, version, hasSecret } = channel;
  const said = say(channels[name]);
  return (
    <ActionDialog<typeof outsideApi.set, Values>
      title={said}
      ok={t('save')}
      width={560}
      initial={{ ...firsts[name], ...settings, open: channel.open }}
      route={outsideApi.set}
      args={({ open, secret, ...given }, id) => ({
        params: { channel: name },
        body: { id, version, open, settings: given, ...(secret && { secret }) },
      })}
      done={() => t('saved', { name: said })}
      changes={['/outside-channels']}
      onClose={onClose}
    >
      <Form.Item name="open" valuePropName="checked">
        <Checkbox>{t('isOpen')}</Checkbox>
      </Form.Item>
      <ChannelFields name={name} />
      <Form.Item
        name="secret"
        label={t(name === 'email' ? 'secretEmail' : 'secret')}
        {...(hasSecret && { extra: t('secretKept') })}
      >
        <Input.Password autoComplete="new-password" maxLength={500} />
      </Form.Item>
    </ActionDialog>
  );
}
