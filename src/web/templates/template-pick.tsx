/** Lays a prepared answer into the field `words` of the form it stands in; what was written before is kept below it. */
import { Form, Select } from 'antd';
import { channelApi } from '#signal/channel.api.ts';
import type { SignalItem } from '#signal/signal.api.ts';
import { deskApi } from '#views/desk.api.ts';
import { useRead } from '#web/call/use-read.ts';
import { asksOutcome, layTemplate } from '#web/templates/lay-template.ts';
import { templateWords } from '#web/templates/template.words.ts';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';

export type OfSignal = Pick<SignalItem, 'number' | 'title' | 'channel' | 'problem'>;

export function TemplatePick({ signal }: { signal: OfSignal }) {
  const t = useWords(templateWords);
  const times = useTimes();
  const form = Form.useFormInstance<{ words: string }>();
  const { data } = useRead(channelApi.templates, { query: { channelId: signal.channel.id } });
  const items = data?.items ?? [];
  const outcome = items.some(({ words }) => asksOutcome(words)) ? signal.problem?.id : undefined;
  const problem = useRead(deskApi.problem, outcome ? { params: { id: outcome } } : undefined).data;
  if (items.length === 0) return null;
  const lay = (id: string | null) => {
    const laid = layTemplate(items.find((one) => one.id === id)?.words ?? '', {
      ...{ 编号: signal.number, 标题: signal.title, 日期: times.day(times.now().toISOString()) },
      ...{ 办理单位: problem?.lead?.name, 办理结果: (problem?.closed ?? problem?.handled)?.words },
    });
    const before = (form.getFieldValue('words') ?? '').trim();
    form.setFieldValue('words', before ? `${laid}\n${before}` : laid);
  };
  return (
    <Form.Item>
      <Select<string | null, { value: string; label: string }>
        value={null}
        placeholder={t('lay')}
        aria-label={t('lay')}
        onSelect={lay}
        options={items.map(({ id, name }) => ({ value: id, label: name }))}
        showSearch={{ optionFilterProp: 'label' }}
      />
    </Form.Item>
  );
}
