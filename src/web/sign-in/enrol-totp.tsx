/** Enrolling an authenticator: scan or type the secret, then prove it with the first code. */
import CopyOutlined from '@ant-design/icons/CopyOutlined';
import { Button, Form, QRCode, Skeleton } from 'antd';
import { useEffect, useEffectEvent, useState } from 'react';
import type { Demand } from '#people/demands.ts';
import { meApi } from '#people/me.api.ts';
import { newId } from '#platform/ids.ts';
import { layOnForm } from '#web/call/lay-on-form.ts';
import { Refused } from '#web/call/refused.tsx';
import { useVerb } from '#web/call/use-verb.ts';
import { signInWords } from '#web/sign-in/sign-in.words.ts';
import { CodeInput } from '#web/sign-in/totp-form.tsx';
import { saidNow, useWords } from '#web/words/words.ts';

export function EnrolTotp({ onDone }: { onDone: (demands: Demand[]) => void }) {
  const t = useWords(signInWords);
  const [secret, setSecret] = useState<{ secret: string; url: string }>();
  const begin = useVerb(meApi.beginTotp, { shows: true, changes: [] });
  const ask = useEffectEvent(async () => {
    const outcome = await begin.run({ body: {} });
    if ('reply' in outcome) setSecret(outcome.reply);
  });
  // Asked again, it is the same secret until it is confirmed.
  useEffect(() => {
    void ask();
  }, []);
  if (begin.refusal) return <Refused refusal={begin.refusal} />;
  if (!secret) return <Skeleton active />;
  return (
    <div className="enrol">
      <p className="quiet">{t('enrolScan')}</p>
      <QRCode value={secret.url} size={184} color="#000000" bgColor="#ffffff" aria-label={t('qr')} />
      <p className="quiet">{t('enrolType')}</p>
      <Secret secret={secret.secret} />
      <FirstCode onDone={onDone} />
    </div>
  );
}

function Secret({ secret }: { secret: string }) {
  const t = useWords(signInWords);
  return (
    <div className="enrol-secret">
      <span>{secret.match(/.{1,4}/g)?.join(' ')}</span>
      {navigator.clipboard && (
        <Button
          type="text"
          size="small"
          icon={<CopyOutlined />}
          aria-label={t('copy')}
          onClick={() => void navigator.clipboard.writeText(secret)}
        />
      )}
    </div>
  );
}

function FirstCode({ onDone }: { onDone: (demands: Demand[]) => void }) {
  const t = useWords(signInWords);
  const [form] = Form.useForm<{ code: string }>();
  const [id] = useState(newId);
  const confirm = useVerb(meApi.confirmTotp, { shows: true, changes: [], done: () => saidNow(signInWords.enrolled) });
  const submit = async ({ code }: { code: string }) => {
    const outcome = await confirm.run({ body: { id, code } });
    if ('reply' in outcome) onDone(outcome.reply.demands);
    else layOnForm(form, outcome.refusal);
  };
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={submit} style={{ width: '100%' }}>
      {!confirm.refusal?.body.fields && <Refused refusal={confirm.refusal} />}
      <Form.Item name="code" label={t('enrolFirst')} rules={[{ required: true, message: t('needed') }]}>
        <CodeInput onFull={() => form.submit()} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block size="large" loading={confirm.running}>
        {t('enrol')}
      </Button>
    </Form>
  );
}
