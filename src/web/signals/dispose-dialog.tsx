/** Signals that make no problem: how they are disposed of and why; several one after the other, each a decision of its own. */
import { Form, Modal, Progress } from 'antd';
import { useState } from 'react';
import { newId } from '#platform/ids.ts';
import { signalApi } from '#signal/signal.api.ts';
import { type Disposition, dispositions } from '#signal/signal.ts';
import { call } from '#web/call/call.ts';
import { readAgain } from '#web/call/query-client.ts';
import { refusalIn } from '#web/call/refusal.ts';
import { tell } from '#web/desk/notices.ts';
import { DispositionFields, type DispositionValues } from '#web/signals/disposition-fields.tsx';
import type { DialogProps } from '#web/signals/make-dialog.tsx';
import { signalsWords } from '#web/signals/signals.words.ts';
import { saidNow, useSaid, useWords } from '#web/words/words.ts';

export function DisposeDialog({ signals, onDone, onClose }: DialogProps) {
  const t = useWords(signalsWords);
  const say = useSaid();
  const [form] = Form.useForm<DispositionValues>();
  const [decisions] = useState(() => new Map(signals.map((signal) => [signal.id, newId()])));
  const [dealt, setDealt] = useState<number>();

  async function submit({ kind, code, words }: DispositionValues): Promise<void> {
    const refused: string[] = [];
    for (const [index, { id, version }] of signals.entries()) {
      setDealt(index);
      try {
        const body = { id: decisions.get(id)!, version, kind, code, words: words ?? '' };
        await call(signalApi.dispose, { params: { id }, body });
      } catch (error) {
        const refusal = refusalIn(error);
        if (!refusal) throw error;
        refused.push(saidNow(refusal.body.message));
      }
    }
    const done = signals.length - refused.length;
    const said = {
      count: done,
      done,
      left: refused.length,
      kind: say(dispositions[kind as Disposition]),
      why: [...new Set(refused)].join('；'),
    };
    tell(refused.length > 0 ? t('someLeft', said) : t('disposed', said), {
      tone: refused.length > 0 ? 'refused' : 'done',
    });
    void readAgain();
    onDone?.();
    onClose();
  }

  return (
    <Modal
      open
      title={t('dispose')}
      okText={t('dispose')}
      cancelText={t('cancel')}
      onOk={() => form.submit()}
      onCancel={onClose}
      confirmLoading={dealt !== undefined}
    >
      <p className="quiet">{t('disposeHow')}</p>
      <Form form={form} layout="vertical" onFinish={submit}>
        <DispositionFields />
      </Form>
      {dealt !== undefined && signals.length > 1 && (
        <Progress percent={Math.round((dealt / signals.length) * 100)} size="small" />
      )}
    </Modal>
  );
}
