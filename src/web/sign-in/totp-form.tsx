/** The second factor: six digits, sent as soon as they are there. */
import { Button, Form, Input } from 'antd';
import type { Demand } from '#people/demands.ts';
import { signInApi } from '#people/sign-in.api.ts';
import { Refused } from '#web/call/refused.tsx';
import { useVerb } from '#web/call/use-verb.ts';
import { useCityName } from '#web/place/city-name.ts';
import { signInWords } from '#web/sign-in/sign-in.words.ts';
import { useWords } from '#web/words/words.ts';

export function TotpForm({ onDone }: { onDone: (demands: Demand[]) => void }) {
  const t = useWords(signInWords);
  const city = useCityName();
  const [form] = Form.useForm<{ code: string }>();
  const totp = useVerb(signInApi.totp, { shows: true, changes: [] });
  const submit = async ({ code }: { code: string }) => {
    const outcome = await totp.run({ body: { code } });
    if ('reply' in outcome) return onDone(outcome.reply.demands);
    form.setFieldValue('code', '');
    form.focusField('code');
  };
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
      <Refused refusal={totp.refusal} />
      <Form.Item
        name="code"
        label={t('totp')}
        extra={t('totpHow', { issuer: `溯源 ${city}` })}
        rules={[{ required: true, message: t('needed') }]}
      >
        <CodeInput onFull={() => form.submit()} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block size="large" loading={totp.running}>
        {t('go')}
      </Button>
    </Form>
  );
}

type CodeInputProps = { value?: string; onChange?: (value: string) => void; onFull?: () => void; id?: string };

/** Phones offer the code by `one-time-code`; full-width digits are forgiven by the server. */
export function CodeInput({ value, onChange, onFull, id }: CodeInputProps) {
  return (
    <Input
      id={id ?? ''}
      value={value ?? ''}
      onChange={(event) => {
        onChange?.(event.target.value);
        if (/^\d{6}$/.test(event.target.value)) setTimeout(() => onFull?.());
      }}
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={8}
      size="large"
      autoFocus
      className="figures"
    />
  );
}
