/** For what, and why, somebody wants to see a field whole: recorded before it is shown. */
import { Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { newId } from '#platform/ids.ts';
import { layOnForm } from '#web/call/lay-on-form.ts';
import { type Refusal, refusalIn } from '#web/call/refusal.ts';
import { Refused } from '#web/call/refused.tsx';
import type { MaskedProps, Reveal } from '#web/show/masked.tsx';
import { showWords } from '#web/show/show.words.ts';
import { useSaid, useWords } from '#web/words/words.ts';

type RevealDialogProps = Pick<MaskedProps, 'what' | 'purposes'> & {
  reveal: Reveal;
  onWhole: (whole: string) => void;
  onClose: () => void;
};

type Values = { purpose: string; reason: string };

export function RevealDialog({ what, purposes, reveal, onWhole, onClose }: RevealDialogProps) {
  const t = useWords(showWords);
  const say = useSaid();
  const [form] = Form.useForm<Values>();
  const [decision] = useState(newId);
  const [running, setRunning] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const submit = async ({ purpose, reason }: Values) => {
    setRunning(true);
    try {
      onWhole(await reveal(purpose, reason, decision));
      onClose();
    } catch (error) {
      const refused = refusalIn(error);
      if (!refused) throw error;
      setRefusal(refused);
      layOnForm(form, refused);
      setRunning(false);
    }
  };
  const needed = [{ required: true, whitespace: true, message: t('needed') }];
  return (
    <Modal
      open
      title={t('reveal', { what })}
      okText={t('revealOk')}
      cancelText={t('cancel')}
      onOk={() => form.submit()}
      onCancel={onClose}
      confirmLoading={running}
      width={460}
    >
      <p className="quiet">{t('revealWhy')}</p>
      {!refusal?.body.fields && <Refused refusal={refusal} />}
      <Form form={form} layout="vertical" onFinish={submit}>
        <Form.Item name="purpose" label={t('purpose')} rules={needed}>
          <Radio.Group options={Object.entries(purposes).map(([value, said]) => ({ value, label: say(said) }))} />
        </Form.Item>
        <Form.Item name="reason" label={t('reason')} rules={needed}>
          <Input.TextArea rows={2} maxLength={200} placeholder={t('reasonHint')} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
