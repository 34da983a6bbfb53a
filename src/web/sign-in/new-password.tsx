/** Changing the password, by choice or because it is 90 days old; the rules are ticked while one writes. */
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { type Me, meApi } from '#people/me.api.ts';
import { leastLength } from '#people/password.ts';
import { newId } from '#platform/ids.ts';
import { layOnForm } from '#web/call/lay-on-form.ts';
import { Refused } from '#web/call/refused.tsx';
import { useVerb } from '#web/call/use-verb.ts';
import { PasswordRules } from '#web/sign-in/password-rules.tsx';
import { signInWords } from '#web/sign-in/sign-in.words.ts';
import { saidNow, useWords } from '#web/words/words.ts';

type Values = { current: string; password: string };

export function NewPassword({ me, onDone }: { me: Me; onDone: () => void }) {
  const t = useWords(signInWords);
  const [form] = Form.useForm<Values>();
  const [id, setId] = useState(newId);
  const password = Form.useWatch('password', form) ?? '';
  const change = useVerb(meApi.password, {
    shows: true,
    changes: ['/me'],
    done: () => saidNow(signInWords.passwordChanged),
  });
  const submit = async (values: Values) => {
    const outcome = await change.run({ body: { id, ...values } });
    setId(newId());
    if ('reply' in outcome) onDone();
    else layOnForm(form, outcome.refusal);
  };
  const needed = [{ required: true, message: t('needed') }];
  const least = leastLength(me.posts.some((post) => post.sort !== 'business'));
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
      {change.refusal?.body.code !== 'malformed' && <Refused refusal={change.refusal} />}
      <input type="hidden" name="username" autoComplete="username" value={me.login} />
      <Form.Item name="current" label={t('currentPassword')} rules={needed}>
        <Input.Password autoComplete="current-password" maxLength={128} />
      </Form.Item>
      <Form.Item name="password" label={t('newPassword')} rules={needed}>
        <Input.Password autoComplete="new-password" maxLength={128} />
      </Form.Item>
      <PasswordRules password={password} login={me.login} least={least} />
      <Button type="primary" htmlType="submit" block loading={change.running}>
        {t('changePassword')}
      </Button>
    </Form>
  );
}
