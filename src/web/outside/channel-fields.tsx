/** The fields of each way out. */
import { Checkbox, Form, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import type { ChannelName } from '#message/outside/channel.ts';
import { outsideWords } from '#web/outside/outside.words.ts';
import { useWords } from '#web/words/words.ts';

const hours = Array.from({ length: 24 }, (_, hour) => ({ value: hour, label: `${hour}:00` }));

export function ChannelFields({ name }: { name: ChannelName }) {
  const t = useWords(outsideWords);
  const needed = [{ required: true, message: t('needed') }];
  const text = (field: keyof typeof outsideWords, extra?: string, optional = false) => (
    <Form.Item name={field} label={t(field)} {...(!optional && { rules: needed })} {...(extra && { extra })}>
      <Input maxLength={300} />
    </Form.Item>
  );
  const agent = (
    <Form.Item name="agentId" label={t('agentId')} rules={needed}>
      <InputNumber min={1} precision={0} className="outside-number" />
    </Form.Item>
  );
  const form = Form.useFormInstance();
  const linkNeeded = {
    validator: (_: unknown, value?: string) =>
      form.getFieldValue('todos') && !value ? Promise.reject(new Error(t('deskNeeded'))) : Promise.resolve(),
  };
  const linked = (
    <Form.Item name="desk" label={t('desk')} extra={t('deskHow')} dependencies={['todos']} rules={[linkNeeded]}>
      <Input maxLength={300} />
    </Form.Item>
  );
  const todos = (
    <Form.Item name="todos" valuePropName="checked" extra={t('todosHow')}>
      <Checkbox>{t('todos')}</Checkbox>
    </Form.Item>
  );
  const digest = (
    <Form.Item name="digestHour" label={t('digestHour')} rules={needed}>
      <Select options={hours} style={{ width: 120 }} />
    </Form.Item>
  );
  const parts: Record<ChannelName, ReactNode> = {
    email: (
      <>
        <Pair>
          {text('host')}
          <Form.Item name="port" label={t('port')} rules={needed}>
            <InputNumber min={1} max={65_535} precision={0} />
          </Form.Item>
        </Pair>
        <Form.Item name="security" label={t('security')} rules={needed}>
          <Select options={(['tls', 'starttls', 'none'] as const).map((value) => ({ value, label: t(value) }))} />
        </Form.Item>
        {text('from')}
        {text('user', undefined, true)}
        <Form.Item name="trusted" label={t('trusted')} extra={t('trustedHow')}>
          <Input.TextArea rows={2} maxLength={20_000} autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
        {text('desk', t('deskHow'), true)}
      </>
    ),
    wecom: (
      <>
        {text('base', t('baseWecom'))}
        {text('corpId')}
        {agent}
        {text('desk', t('deskHow'), true)}
      </>
    ),
    dingtalk: (
      <>
        {text('base', t('baseDingtalk'))}
        {text('appKey')}
        {agent}
        {linked}
        {todos}
        {text('api', t('apiHow'))}
      </>
    ),
    govding: (
      <>
        {text('base', t('baseGovding'))}
        {text('appKey')}
        {text('tenantId')}
        {linked}
        {todos}
      </>
    ),
    sms: (
      <>
        {text('url')}
        {text('account', undefined, true)}
        <p className="faint">{t('templateHow')}</p>
        {(['one', 'urgent', 'digest', 'code'] as const).map((which) => (
          <Pair key={which}>
            <Form.Item name={[which, 'id']} label={t(which)}>
              <Input maxLength={60} />
            </Form.Item>
            <Form.Item name={[which, 'anyHour']} label=" " valuePropName="checked">
              <Checkbox>{t('anyHour')}</Checkbox>
            </Form.Item>
          </Pair>
        ))}
        <Pair>
          {(['quietFrom', 'quietTo'] as const).map((which) => (
            <Form.Item key={which} name={which} label={t(which)} rules={needed}>
              <Select options={hours} style={{ width: 120 }} />
            </Form.Item>
          ))}
        </Pair>
      </>
    ),
  };
  return (
    <>
      {parts[name]}
      {digest}
    </>
  );
}

const Pair = ({ children }: { children: ReactNode }) => <div className="outside-pair">{children}</div>;
