/** The words that a decision is not made without. */
import { Form, Input } from 'antd';
import { decisionWords } from '#web/problems/problem.words.ts';
import { useWords } from '#web/words/words.ts';

export function useNeeded() {
  const t = useWords(decisionWords);
  return [{ required: true, message: t('needed') }];
}

export function ReasonItem({ name = 'reason', label }: { name?: string; label?: string }) {
  const t = useWords(decisionWords);
  return (
    <Form.Item
      name={name}
      label={label ?? t('reason')}
      rules={[{ required: true, whitespace: true, message: t('needed') }]}
    >
      <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2000} showCount />
    </Form.Item>
  );
}
