/** Asking a reporter who follows by code, and declining their wish to reopen. */
import { Form, Input } from 'antd';
import { signalApi } from '#signal/signal.api.ts';
import { steps } from '#signal/signal.ts';
import { exchangeWords } from '#web/signals/exchange.words.ts';
import type { OnSignal } from '#web/signals/reply-dialogs.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useSaid, useWords } from '#web/words/words.ts';

type InWords = { words: string };

export function AskDialog({ signal, onClose }: OnSignal) {
  const t = useWords(exchangeWords);
  const say = useSaid();
  return (
    <ActionDialog<typeof signalApi.ask, InWords>
      title={say(steps.ask)}
      how={t('askHow')}
      route={signalApi.ask}
      args={({ words }, id) => ({ params: { id: signal.id }, body: { id, version: signal.version, words } })}
      done={() => t('askDone')}
      onClose={onClose}
    >
      <WordsItem label={t('askWords')} hint={t('askHint')} />
    </ActionDialog>
  );
}

export function DeclineDialog({ signal, onClose }: OnSignal) {
  const t = useWords(exchangeWords);
  const say = useSaid();
  return (
    <ActionDialog<typeof signalApi.decline, InWords>
      title={say(steps.decline)}
      how={t('declineHow')}
      route={signalApi.decline}
      args={({ words }, id) => ({ params: { id: signal.id }, body: { id, version: signal.version, words } })}
      done={() => t('declineDone')}
      onClose={onClose}
    >
      <WordsItem label={t('declineWords')} />
    </ActionDialog>
  );
}

function WordsItem({ label, hint }: { label: string; hint?: string }) {
  const t = useWords(exchangeWords);
  return (
    <Form.Item name="words" label={label} rules={[{ required: true, whitespace: true, message: t('needed') }]}>
      <Input.TextArea rows={4} maxLength={2_000} placeholder={hint ?? ''} autoFocus />
    </Form.Item>
  );
}
