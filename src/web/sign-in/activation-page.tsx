/** From a printed code to an account: the code, whose it is, a password; what is demanded beyond that, the gate asks. */
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { signInApi } from '#people/sign-in.api.ts';
import type { Reply } from '#web/call/call.ts';
import { layOnForm } from '#web/call/lay-on-form.ts';
import { readAgain } from '#web/call/query-client.ts';
import { Refused } from '#web/call/refused.tsx';
import { useVerb } from '#web/call/use-verb.ts';
import { Go } from '#web/place/go.tsx';
import { usePlace } from '#web/place/use-place.ts';
import { Bare } from '#web/sign-in/bare.tsx';
import { PasswordRules } from '#web/sign-in/password-rules.tsx';
import { signInWords } from '#web/sign-in/sign-in.words.ts';
import { useWords } from '#web/words/words.ts';

type Looked = Reply<typeof signInApi.lookAtActivation> & { code: string };

export function ActivationPage() {
  const t = useWords(signInWords);
  const [looked, setLooked] = useState<Looked>();
  return (
    <Bare
      title={looked ? t('hello', { name: looked.name }) : t('activate')}
      how={looked?.totpDemanded ? t('totpNext') : ''}
    >
      {looked ? <FirstPassword looked={looked} /> : <CodeForm onLooked={setLooked} />}
      <p className="bare-ways">
        <Go to="/">{t('back')}</Go>
      </p>
    </Bare>
  );
}

function CodeForm({ onLooked }: { onLooked: (looked: Looked) => void }) {
  const t = useWords(signInWords);
  const [form] = Form.useForm<{ code: string }>();
  const look = useVerb(signInApi.lookAtActivation, { shows: true, changes: [] });
  const submit = async ({ code }: { code: string }) => {
    const outcome = await look.run({ body: { code } });
    if ('reply' in outcome) onLooked({ ...outcome.reply, code });
    else layOnForm(form, outcome.refusal);
  };
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
      {!look.refusal?.body.fields && <Refused refusal={look.refusal} />}
      <Form.Item name="code" label={t('code')} extra={t('codeHow')} rules={[{ required: true, message: t('needed') }]}>
        <Input size="large" className="figures" autoComplete="off" spellCheck={false} maxLength={40} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block size="large" loading={look.running}>
        {t('look')}
      </Button>
    </Form>
  );
}

type Values = { login?: string; password: string };

function FirstPassword({ looked }: { looked: Looked }) {
  const t = useWords(signInWords);
  const { go } = usePlace();
  const [form] = Form.useForm<Values>();
  const values = Form.useWatch([], form) as Values | undefined;
  const activate = useVerb(signInApi.activate, { shows: true, changes: [] });
  const submit = async ({ login, password }: Values) => {
    const own = looked.login ? {} : { login };
    const outcome = await activate.run({ body: { code: looked.code, password, ...own } });
    if ('refusal' in outcome) return void layOnForm(form, outcome.refusal);
    await readAgain();
    go('/', true);
  };
  const needed = { required: true, message: t('needed') };
  return (
    <Form form={form} layout="vertical" requiredMark={false} initialValues={{ login: looked.login }} onFinish={submit}>
      {activate.refusal?.body.code !== 'malformed' && <Refused refusal={activate.refusal} />}
      <Form.Item name="login" label={t('yourLogin')} extra={looked.login ? '' : t('chooseLogin')} rules={[needed]}>
        <Input
          autoComplete="username"
          readOnly={looked.login !== null}
          variant={looked.login ? 'filled' : 'outlined'}
          maxLength={32}
          size="large"
        />
      </Form.Item>
      <Form.Item name="password" label={t('newPassword')} rules={[needed]}>
        <Input.Password autoComplete="new-password" maxLength={128} size="large" />
      </Form.Item>
      <PasswordRules
        password={values?.password ?? ''}
        login={looked.login ?? values?.login ?? ''}
        least={looked.leastLength}
      />
      <Button type="primary" htmlType="submit" block size="large" loading={activate.running}>
        {t('setPassword')}
      </Button>
    </Form>
  );
}
