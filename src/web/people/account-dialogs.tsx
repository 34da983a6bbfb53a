/** Decisions about an account that need a reason and nothing else. */
import { Form, Input } from 'antd';
import { accountApi } from '#people/account.api.ts';
import { type AccountStep, accountDone, accountHow, accountSteps, accountWords } from '#web/people/account.words.ts';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useSaid, useWords } from '#web/words/words.ts';

type AccountDecisionProps = { step: AccountStep; person: { id: string; name: string }; onClose: () => void };

export function AccountDecision({ step, person, onClose }: AccountDecisionProps) {
  const t = useWords(accountWords);
  const say = useSaid();
  return (
    <ActionDialog
      title={say(accountSteps[step])}
      how={say(accountHow[step], { name: person.name })}
      danger={step === 'disable'}
      route={accountApi[step]}
      args={({ reason }: { reason: string }, id) => ({ params: { id: person.id }, body: { id, reason } })}
      done={() => say(accountDone[step], { name: person.name })}
      changes={['/people']}
      onClose={onClose}
    >
      <Form.Item name="reason" label={t('reason')} rules={[{ required: true, whitespace: true, message: t('needed') }]}>
        <Input.TextArea autoFocus rows={2} maxLength={500} />
      </Form.Item>
    </ActionDialog>
  );
}
