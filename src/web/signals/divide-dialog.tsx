/** A ticket with two matters becomes two signals that share the words and the reporter. */
import { Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { newId } from '#platform/ids.ts';
import { signalApi } from '#signal/signal.api.ts';
import { type Matter, matters, steps } from '#signal/signal.ts';
import { titleFrom } from '#web/signals/proposed-title.ts';
import type { OnSignal } from '#web/signals/reply-dialogs.tsx';
import { signalPageWords } from '#web/signals/signal-page.words.ts';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useSaid, useWords } from '#web/words/words.ts';

type Values = { title: string; newTitle: string; matter: Matter; reason: string };

export function DivideDialog({ signal, onClose }: OnSignal) {
  const t = useWords(signalPageWords);
  const say = useSaid();
  const [divided] = useState(newId);
  const needed = [{ required: true, whitespace: true, message: t('needed') }];
  return (
    <ActionDialog<typeof signalApi.divide, Values>
      title={t('divideTitle')}
      ok={say(steps.divide)}
      how={t('divideHow')}
      width={560}
      initial={{ title: titleFrom(signal), matter: signal.matter }}
      route={signalApi.divide}
      args={(values, id) => ({
        params: { id: signal.id },
        body: { ...values, id, version: signal.version, newId: divided },
      })}
      done={({ newNumber }) => t('divided', { number: newNumber })}
      leads={({ newId: id }) => `/signals/${id}`}
      onClose={onClose}
    >
      <Form.Item name="title" label={t('firstTitle')} rules={needed}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="newTitle" label={t('newTitle')} rules={needed}>
        <Input maxLength={200} autoFocus />
      </Form.Item>
      <Form.Item name="matter" label={t('newMatter')} required>
        <Radio.Group options={Object.entries(matters).map(([value, said]) => ({ value, label: say(said) }))} />
      </Form.Item>
      <Form.Item name="reason" label={t('reason')} rules={needed}>
        <Input.TextArea rows={2} maxLength={2_000} />
      </Form.Item>
    </ActionDialog>
  );
}
