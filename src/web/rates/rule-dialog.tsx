/** How the rates are weighed from a day on. */
import { Checkbox, DatePicker, Form, InputNumber } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { contents } from '#triage/callback/callback.ts';
import { rateApi } from '#triage/rate/rate.api.ts';
import { question, questions, type RateRule } from '#triage/rate/rate.ts';
import { useRead } from '#web/call/use-read.ts';
import { ReasonItem, useNeeded } from '#web/problems/reason-item.tsx';
import { rateWords } from '#web/rates/rate.words.ts';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { now } from '#web/words/now.ts';
import { useSaid, useWords } from '#web/words/words.ts';

type Values = RateRule & { from: Dayjs; reason: string };

export function RateRuleDialog({ onClose }: { onClose: () => void }) {
  const t = useWords(rateWords);
  const say = useSaid();
  const needed = useNeeded();
  const rule = useRead(rateApi.rule, {});
  if (!rule.data) return null;
  const shares = [
    ['partly', t('partlyCounts')],
    ...Object.entries(contents).map(([key, { zh, en }]) => [key, t('answerCounts', { name: say({ zh, en }) })]),
  ] as const;
  return (
    <ActionDialog
      title={t('rule')}
      how={t('ruleHow')}
      initial={{ ...rule.data, from: dayjs(now()) }}
      route={rateApi.setRule}
      args={({ from, ...values }: Values, id) => ({ body: { ...values, id, fromDay: from.format('YYYY-MM-DD') } })}
      done={({ response, resolution, satisfaction }) => t('ruled', { response, resolution, satisfaction })}
      changes={['/rates']}
      onClose={onClose}
    >
      <Form.Item name="from" label={t('from')} rules={needed}>
        <DatePicker allowClear={false} minDate={dayjs(now())} />
      </Form.Item>
      <div className="rate-fields">
        {question.options.map((one) => (
          <Form.Item key={one} name={one} label={t('weightOf', { name: say(questions[one]) })} rules={needed}>
            <InputNumber min={0} max={100} precision={0} />
          </Form.Item>
        ))}
        {shares.map(([name, label]) => (
          <Form.Item key={name} name={name} label={label} rules={needed}>
            <InputNumber min={0} max={1} step={0.1} />
          </Form.Item>
        ))}
        <Form.Item name="askDays" label={t('askDays')} rules={needed}>
          <InputNumber min={1} max={60} precision={0} />
        </Form.Item>
      </div>
      <Form.Item name="unreached" valuePropName="checked">
        <Checkbox>{t('unreached')}</Checkbox>
      </Form.Item>
      <ReasonItem />
    </ActionDialog>
  );
}
