/** Writing a prepared answer, and taking one out of use. */
import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { newId } from '#platform/ids.ts';
import { channelApi, type Template } from '#signal/channel.api.ts';
import { useRead } from '#web/call/use-read.ts';
import { templateWords } from '#web/templates/template.words.ts';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useWords } from '#web/words/words.ts';

type Values = { channelId?: string; name: string; words: string };
const EVERY = '';

export function WriteDialog({ template, onClose }: { template?: Template; onClose: () => void }) {
  const t = useWords(templateWords);
  const [fresh] = useState(newId);
  const channels = useRead(channelApi.list, {}).data?.items ?? [];
  const needed = [{ required: true, whitespace: true, message: t('needed') }];
  return (
    <ActionDialog<typeof channelApi.writeTemplate, Values>
      title={t(template ? 'edit' : 'add')}
      ok={t(template ? 'edit' : 'add')}
      width={560}
      initial={{
        channelId: template?.channelId ?? EVERY,
        ...(template && { name: template.name, words: template.words }),
      }}
      route={channelApi.writeTemplate}
      args={({ channelId, ...values }, id) => ({
        params: { id: template?.id ?? fresh },
        body: { ...values, id, channelId: channelId || null },
      })}
      done={({ name }) => t('written', { name })}
      changes={['/channels/templates']}
      onClose={onClose}
    >
      <Form.Item name="name" label={t('name')} rules={needed}>
        <Input maxLength={60} autoFocus />
      </Form.Item>
      <Form.Item name="channelId" label={t('channel')}>
        <Select
          options={[
            { value: EVERY, label: t('every') },
            ...channels.filter(({ closed }) => !closed).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </Form.Item>
      <Form.Item name="words" label={t('words')} extra={t('wordsHow')} rules={needed}>
        <Input.TextArea autoSize={{ minRows: 5, maxRows: 14 }} maxLength={2_000} showCount />
      </Form.Item>
    </ActionDialog>
  );
}

export function CloseDialog({ template, onClose }: { template: Template; onClose: () => void }) {
  const t = useWords(templateWords);
  return (
    <ActionDialog<typeof channelApi.closeTemplate, object>
      title={`${t('close')} ${template.name}`}
      ok={t('close')}
      how={t('closeHow')}
      danger
      route={channelApi.closeTemplate}
      args={(_, id) => ({ params: { id: template.id }, query: { id } })}
      done={({ name }) => t('closed', { name })}
      changes={['/channels/templates']}
      onClose={onClose}
    />
  );
}
