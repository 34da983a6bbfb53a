/** Handing in: words, and files where there are any. The words stay on the device until they are in; a photo is never required. */
import { Button, Form, Input } from 'antd';
import { useMemo, useState } from 'react';
import { evidenceApi } from '#evidence/evidence.api.ts';
import { newId } from '#platform/ids.ts';
import type { TaskPage } from '#views/desk.api.ts';
import { call } from '#web/call/call.ts';
import { layOnForm } from '#web/call/lay-on-form.ts';
import { Refused } from '#web/call/refused.tsx';
import { useVerb } from '#web/call/use-verb.ts';
import { keptCell } from '#web/place/cell.ts';
import { taskWords } from '#web/tasks/task.words.ts';
import { Part } from '#web/thing/thing-page.tsx';
import { Uploader } from '#web/thing/uploader.tsx';
import { useWords } from '#web/words/words.ts';

type Values = { words: string; files?: { hash: string; name: string }[] };

const LIMIT = evidenceApi.upload.upload.limit;
const ACCEPT = 'image/*,.pdf,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.txt,.csv,.mp4';

const isText = (found: unknown): found is string => typeof found === 'string';

export function HandInForm({ task }: { task: TaskPage }) {
  const t = useWords(taskWords);
  const [form] = Form.useForm<Values>();
  const draft = keptCell(`hand-in:${task.id}`, '', isText);
  const [sending, setSending] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version asks for a new id
  const decision = useMemo(newId, [task.version]);
  const verb = useVerb(evidenceApi.handIn, {
    shows: true,
    done: () => t('handedInDone', { name: task.reviewer.name }),
  });

  const send = async (file: File, id: string, onSent: (share: number) => void) => {
    setSending((count) => count + 1);
    try {
      return await call(evidenceApi.upload, { params: { id: task.id }, body: { id }, file }, { onSent });
    } finally {
      setSending((count) => count - 1);
    }
  };
  const handIn = async ({ words, files = [] }: Values) => {
    const named = files.map(({ hash, name }) => ({ hash, name }));
    const outcome = await verb.run({
      params: { id: task.id },
      body: { id: decision, version: task.version, words, files: named },
    });
    if ('refusal' in outcome) layOnForm(form, outcome.refusal);
    else draft.set('');
  };
  return (
    <Part title={t('handIn')}>
      <p className="quiet">{t('handInHow')}</p>
      <Form
        form={form}
        layout="vertical"
        initialValues={{ words: draft.get() }}
        onFinish={handIn}
        onValuesChange={(_, { words }) => draft.set(words ?? '')}
      >
        <Form.Item
          name="words"
          label={t('done')}
          rules={[{ required: true, whitespace: true, message: t('needed') }]}
          extra={t('kept')}
        >
          <Input.TextArea autoSize={{ minRows: 4, maxRows: 16 }} maxLength={2000} placeholder={t('doneHint')} />
        </Form.Item>
        <Form.Item name="files" label={t('files')}>
          <Uploader limit={LIMIT} accept={ACCEPT} most={20} camera send={send} how={t('filesHow')} />
        </Form.Item>
        <Refused refusal={verb.refusal} onReload={verb.forget} />
        <Button
          type="primary"
          htmlType="submit"
          size="large"
          className="hand-in-button"
          loading={verb.running}
          disabled={sending > 0}
        >
          {sending > 0 ? t('waiting') : t('handIn')}
        </Button>
      </Form>
    </Part>
  );
}
