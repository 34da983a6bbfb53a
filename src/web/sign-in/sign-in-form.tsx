/** Login and password. */
import { Button, Form, Input } from 'antd';
import type { Demand } from '#people/demands.ts';
import { signInApi } from '#people/sign-in.api.ts';
import { Refused } from '#web/call/refused.tsx';
import { useVerb } from '#web/call/use-verb.ts';
import { signInWords } from '#web/sign-in/sign-in.words.ts';
import { useWords } from '#web/words/words.ts';

type Values = { login: string; password: string };
type SignInFormProps = { login?: string; onDone: (demands: Demand[]) => void };

/** With a `login` given, somebody comes back to a page of theirs. */
export function SignInForm({ login, onDone }: SignInFormProps) {
  const t = useWords(signInWords);
  const [form] = Form.useForm<Values>();
  const signIn = useVerb(signInApi.signIn, { shows: true, changes: [] });
  const submit = async (values: Values) => {
    const outcome = await signIn.run({ body: values });
    if ('reply' in outcome) return onDone(outcome.reply.demands);
    form.setFieldValue('password', '');
    form.focusField('password');
  };
  const needed = [{ required: true, message: t('needed') }];
  return (
    <Form form={form} layout="vertical" requiredMark={false} initialValues={{ login }} onFinish={submit}>
      <Refused refusal={signIn.refusal} />
      {login ? (
        <>
          <p>
            {t('login')} <strong>{login}</strong>
          </p>
          <Form.Item name="login" hidden>
            <Input autoComplete="username" />
          </Form.Item>
        </>
      ) : (
        <Form.Item name="login" label={t('login')} rules={needed}>
          <Input
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={64}
            autoFocus
            size="large"
          />
        </Form.Item>
      )}
      <Form.Item name="password" label={t('password')} rules={needed}>
        <Input.Password autoComplete="current-password" maxLength={128} autoFocus={Boolean(login)} size="large" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block size="large" loading={signIn.running}>
        {t('signIn')}
      </Button>
    </Form>
  );
}
