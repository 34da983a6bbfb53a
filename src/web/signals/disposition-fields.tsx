/** How a signal is disposed of, and the reason out of that kind's own list. */
import { Form, Input, Radio } from 'antd';
import { type Disposition, type DispositionCode, dispositionCodes, dispositions } from '#signal/signal.ts';
import { signalsWords } from '#web/signals/signals.words.ts';
import { useSaid, useWords } from '#web/words/words.ts';

export type DispositionValues = { kind: Disposition; code: DispositionCode; words?: string };

export function DispositionFields() {
  const t = useWords(signalsWords);
  const say = useSaid();
  const form = Form.useFormInstance<DispositionValues>();
  const kind = Form.useWatch('kind', form);
  const needed = [{ required: true, message: t('needed') }];
  const codes = Object.entries(dispositionCodes).filter(([, code]) => code.of === kind);
  return (
    <>
      <Form.Item name="kind" label={t('kind')} rules={needed}>
        <Radio.Group
          options={Object.entries(dispositions).map(([value, said]) => ({ value, label: say(said) }))}
          onChange={() => form.resetFields(['code'])}
        />
      </Form.Item>
      {codes.length > 0 && (
        <Form.Item name="code" label={t('code')} rules={needed}>
          <Radio.Group options={codes.map(([value, said]) => ({ value, label: say(said) }))} />
        </Form.Item>
      )}
      <Form.Item name="words" label={t('remark')}>
        <Input.TextArea rows={2} maxLength={2_000} />
      </Form.Item>
    </>
  );
}
