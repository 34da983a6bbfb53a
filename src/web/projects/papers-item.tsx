/** Papers as a field of a form: each goes up at once; nothing is sent while one is under way. */
import { Form } from 'antd';
import { useRef } from 'react';
import { projectApi } from '#project/project.api.ts';
import { call } from '#web/call/call.ts';
import { decisionWords } from '#web/projects/decision.words.ts';
import { Uploader } from '#web/thing/uploader.tsx';
import { useWords } from '#web/words/words.ts';

export type Paper = { hash: string; name: string };

const LIMIT = projectApi.upload.upload.limit;
const ACCEPT = 'image/*,.pdf,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.txt,.csv,.mp4';

/** What a decision names of the files that arrived. */
export const named = (files: readonly Paper[] = []): Paper[] => files.map(({ hash, name }) => ({ hash, name }));

type PapersItemProps = { projectId: string; label?: string; needed?: string | undefined };

/** `needed`: said where there is none and one is asked for. */
export function PapersItem({ projectId, label, needed }: PapersItemProps) {
  const t = useWords(decisionWords);
  const sending = useRef(0);
  const send = async (file: File, id: string, onSent: (share: number) => void) => {
    sending.current += 1;
    try {
      return await call(projectApi.upload, { params: { id: projectId }, body: { id }, file }, { onSent });
    } finally {
      sending.current -= 1;
    }
  };
  const arrived = async (_: unknown, files?: readonly Paper[]) => {
    if (sending.current > 0) throw new Error(t('filesUnderWay'));
    if (needed && !files?.length) throw new Error(needed);
  };
  return (
    <Form.Item
      name="files"
      label={label ?? t('files')}
      required={needed !== undefined}
      rules={[{ validator: arrived }]}
      validateTrigger="onSubmit"
    >
      <Uploader limit={LIMIT} accept={ACCEPT} most={20} camera send={send} how={t('filesHow')} />
    </Form.Item>
  );
}
