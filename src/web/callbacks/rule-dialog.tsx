/** The rule of the lot: which share of each channel, how often it is tried, from which day on. */
import { DatePicker, Form, InputNumber } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { channelApi } from '#signal/channel.api.ts';
import { callbackApi } from '#triage/callback/callback.api.ts';
import { useRead } from '#web/call/use-read.ts';
import { callbackWords } from '#web/callbacks/callback.words.ts';
import { ReasonItem, useNeeded } from '#web/problems/reason-item.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { now } from '#web/words/now.ts';
import { useWords } from '#web/words/words.ts';

type Values = {
  from: Dayjs;
  percent: number;
  shares?: Record<string, number | null>;
  tries: number;
  restHours: number;
  reason: string;
};

export function RuleDialog({ onClose }: { onClose: () => void }) {
  const t = useWords(callbackWords);
  const needed = useNeeded();
  const rule = useRead(callbackApi.rule, {});
  const channels = useRead(channelApi.list, {});
  if (!rule.data || !channels.data) return null;
  return (
    <ActionDialog
      title={t('rule')}
      how={t('ruleHow')}
      initial={{ ...rule.data, from: dayjs(now()) }}
      route={callbackApi.setRule}
      args={({ from, shares = {}, ...values }: Values, id) => ({
        body: {
          ...{ ...values, id, fromDay: from.format('YYYY-MM-DD') },
          shares: Object.fromEntries(
            Object.entries(shares).flatMap(([to, share]) => (share == null ? [] : [[to, share]])),
          ),
        },
      })}
      done={({ percent, tries }) => t('ruled', { percent, tries })}
      changes={['/callbacks']}
      onClose={onClose}
    >
      <Form.Item name="from" label={t('from')} rules={needed}>
        <DatePicker allowClear={false} minDate={dayjs(now())} />
      </Form.Item>
      <Form.Item name="percent" label={t('percent')} rules={needed}>
        <InputNumber min={0} max={100} precision={0} />
      </Form.Item>
      {channels.data.items
        .filter(({ closed }) => !closed)
        .map(({ id, name }) => (
          <Form.Item key={id} name={['shares', id]} label={t('shareOf', { channel: name })}>
            <InputNumber min={0} max={100} precision={0} />
          </Form.Item>
        ))}
      <Form.Item name="tries" label={t('most')} rules={needed}>
        <InputNumber min={1} max={9} precision={0} />
      </Form.Item>
      <Form.Item name="restHours" label={t('rest')} rules={needed}>
        <InputNumber min={1} max={72} precision={0} />
      </Form.Item>
      <ReasonItem />
    </ActionDialog>
  );
}
