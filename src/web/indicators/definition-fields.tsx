/** What a figure means, as fields: for a new indicator, and for a new definition of one. */
import { DatePicker, Form, Input } from 'antd';
import type dayjs from 'dayjs';
import { indicatorDialogWords, indicatorWords } from '#web/indicators/indicator.words.ts';
import { useWords } from '#web/words/words.ts';

export type DefinitionValues = {
  validFrom: dayjs.Dayjs;
  numerator: string;
  denominator?: string;
  source: string;
  method?: string;
};

export const definitionOfForm = ({ validFrom, numerator, denominator, source, method }: DefinitionValues) => ({
  ...{ validFrom: validFrom.format('YYYY-MM-DD'), numerator, source },
  ...{ denominator: denominator ?? '', method: method ?? '' },
});

export function DefinitionFields({ how }: { how?: string }) {
  const t = useWords(indicatorWords);
  const d = useWords(indicatorDialogWords);
  const needed = [{ required: true, whitespace: true, message: d('needed') }];
  return (
    <>
      <Form.Item name="numerator" label={t('numerator')} rules={needed}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={300} />
      </Form.Item>
      <Form.Item name="denominator" label={t('denominator')} extra={d('denominatorHow')}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={1000} />
      </Form.Item>
      <Form.Item name="source" label={t('source')} rules={needed}>
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item name="method" label={t('method')}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 5 }} maxLength={1000} />
      </Form.Item>
      <Form.Item
        name="validFrom"
        label={d('validFrom')}
        {...(how && { extra: how })}
        rules={[{ required: true, message: d('needed') }]}
      >
        <DatePicker allowClear={false} />
      </Form.Item>
    </>
  );
}
