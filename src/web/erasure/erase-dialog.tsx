/** On which ground, at whose request and why; the number typed again stands between a slip and what nobody can bring back. */
import { Form, Input, Select } from 'antd';
import { erasureApi } from '#signal/erasure.api.ts';
import { erasureBases, requesters } from '#signal/erasure.ts';
import { erasureWords } from '#web/erasure/erasure.words.ts';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useSaid, useWords } from '#web/words/words.ts';

type Values = { basis: keyof typeof erasureBases; requester: keyof typeof requesters; reason: string; again: string };

export function EraseDialog({ number, onClose }: { number: string; onClose: () => void }) {
  const t = useWords(erasureWords);
  const say = useSaid();
  const choices = (all: Record<string, { zh: string; en: string }>) =>
    Object.entries(all).map(([value, said]) => ({ value, label: say(said) }));
  return (
    <ActionDialog<typeof erasureApi.erase, Values>
      title={t('eraseOne', { number })}
      how={t('eraseHow')}
      ok={t('eraseNow')}
      danger
      initial={{ basis: 'consent', requester: 'self' }}
      route={erasureApi.erase}
      args={({ basis, requester, reason }, id) => ({ body: { id, number, basis, requester, reason } })}
      done={({ numbers }) => t('erased', { numbers: numbers.join('、') })}
      changes={['/erasures']}
      onClose={onClose}
    >
      <Form.Item name="requester" label={t('requester')} rules={[{ required: true }]}>
        <Select options={choices(requesters)} />
      </Form.Item>
      <Form.Item name="basis" label={t('basis')} rules={[{ required: true }]}>
        <Select options={choices(erasureBases)} />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('reason')}
        extra={t('reasonHow')}
        rules={[{ required: true, whitespace: true, message: t('needed') }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
      <Form.Item
        name="again"
        label={t('again')}
        required
        rules={[
          {
            validator: async (_, typed?: string) => {
              if (typed?.trim() !== number) throw new Error(t('notSame', { number }));
            },
          },
        ]}
      >
        <Input className="figures" autoComplete="off" />
      </Form.Item>
    </ActionDialog>
  );
}
