/** Adding what starts a procedure by itself: which event, on which terms, and whom to tell where none can begin. */
import { Checkbox, Form, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { procedureApi } from '#procedure/procedure.api.ts';
import { triggerApi } from '#procedure/trigger.api.ts';
import { creditLevels, type Terms, type TriggerKind, triggerKinds } from '#procedure/trigger.ts';
import { channelApi } from '#signal/channel.api.ts';
import { useRead } from '#web/call/use-read.ts';
import { CategoryPick } from '#web/duty/category-pick.tsx';
import { AnybodyPick } from '#web/people/anybody-pick.tsx';
import type { Picked } from '#web/pick/pick.tsx';
import { ReasonItem } from '#web/problems/reason-item.tsx';
import { IndicatorSelect } from '#web/procedures/feedback-fields.tsx';
import { runWords } from '#web/procedures/run.words.ts';
import { weekdays } from '#web/procedures/say-terms.ts';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useSaid, useWords } from '#web/words/words.ts';

type Values = {
  channelId?: string;
  categoryId?: string | null;
  every?: 'month' | 'week';
  day?: number;
  roll?: boolean;
  indicator?: Picked;
  side?: 'above' | 'below';
  line?: number;
  procedureId?: string;
  key?: string;
  level?: keyof typeof creditLevels;
  fallback: Picked;
  reason: string;
};

function termsOf(kind: TriggerKind, values: Values): Terms {
  const { channelId, categoryId, every = 'month', day = 1, roll = false, side = 'above', line = 0 } = values;
  switch (kind) {
    case 'signal':
      return { kind, channelId: channelId ?? null, categoryId: categoryId ?? null };
    case 'date':
      return { kind, every, day, roll };
    case 'indicator':
      return { kind, indicatorId: values.indicator!.id, side, line };
    case 'file':
      return { kind, channelId: channelId! };
    case 'task_done':
      return { kind, procedureId: values.procedureId!, key: values.key! };
    case 'credit':
      return { kind, level: values.level! };
  }
}

export function TriggerDialog({ procedureId, onClose }: { procedureId: string; onClose: () => void }) {
  const t = useWords(runWords);
  const say = useSaid();
  const [kind, setKind] = useState<TriggerKind>('date');
  const needed = [{ required: true, message: t('needed') }];
  return (
    <ActionDialog
      title={t('addTrigger')}
      width={520}
      initial={{ every: 'month', day: 1, roll: true, side: 'above' } as Partial<Values>}
      route={triggerApi.add}
      args={(values: Values, id) => ({
        params: { id: procedureId },
        body: { id, terms: termsOf(kind, values), fallbackId: values.fallback.id, reason: values.reason },
      })}
      done={() => t('triggerAdded')}
      changes={['/procedures']}
      onClose={onClose}
    >
      <Form.Item label={t('kind')} required>
        <Select
          value={kind}
          aria-label={t('kind')}
          onChange={setKind}
          options={Object.entries(triggerKinds).map(([value, words]) => ({
            value: value as TriggerKind,
            label: say(words),
          }))}
        />
      </Form.Item>
      {kind === 'signal' && <SignalItems />}
      {kind === 'file' && <ChannelItem needed />}
      {kind === 'date' && <DateItems />}
      {kind === 'indicator' && <IndicatorItems />}
      {kind === 'task_done' && <StepItems />}
      {kind === 'credit' && (
        <Form.Item name="level" label={t('level')} rules={needed}>
          <Select options={Object.entries(creditLevels).map(([value, words]) => ({ value, label: say(words) }))} />
        </Form.Item>
      )}
      <Form.Item name="fallback" label={t('fallback')} rules={needed}>
        <AnybodyPick />
      </Form.Item>
      <ReasonItem />
    </ActionDialog>
  );
}

function ChannelItem({ needed = false }: { needed?: boolean }) {
  const t = useWords(runWords);
  const read = useRead(channelApi.list, {});
  return (
    <Form.Item name="channelId" label={t('channel')} rules={needed ? [{ required: true, message: t('needed') }] : []}>
      <Select
        allowClear={!needed}
        {...(!needed && { placeholder: t('anyChannel') })}
        options={(read.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Form.Item>
  );
}

/** One of the two at least; which of them says also when it begins. */
function SignalItems() {
  const t = useWords(runWords);
  const category = Form.useWatch('categoryId') as string | null | undefined;
  const channel = Form.useWatch('channelId') as string | undefined;
  return (
    <>
      <Form.Item
        name="categoryId"
        label={t('category')}
        dependencies={['channelId']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              value || getFieldValue('channelId')
                ? Promise.resolve()
                : Promise.reject(new Error(t('channelOrCategory'))),
          }),
        ]}
      >
        <CategoryPick label={t('anyCategory')} />
      </Form.Item>
      <ChannelItem />
      <p className="faint">{t(category ? 'onCategory' : channel ? 'onArrival' : 'channelOrCategory')}</p>
    </>
  );
}

function DateItems() {
  const t = useWords(runWords);
  const say = useSaid();
  const every = Form.useWatch('every') as Values['every'];
  const days = weekdays.map((words, value) => ({ value, label: t('everyWeek', { day: say(words) }) }));
  return (
    <>
      <Form.Item name="every" label={t('every')} required>
        <Select
          options={[
            { value: 'month', label: t('month') },
            { value: 'week', label: t('week') },
          ]}
        />
      </Form.Item>
      <Form.Item name="day" label={t('day')} rules={[{ required: true, message: t('needed') }]}>
        {every === 'week' ? <Select options={days} /> : <InputNumber min={1} max={28} precision={0} />}
      </Form.Item>
      <Form.Item name="roll" valuePropName="checked">
        <Checkbox>{t('roll')}</Checkbox>
      </Form.Item>
    </>
  );
}

function IndicatorItems() {
  const t = useWords(runWords);
  const needed = [{ required: true, message: t('needed') }];
  return (
    <>
      <Form.Item name="indicator" label={t('indicator')} rules={needed}>
        <IndicatorSelect />
      </Form.Item>
      <Form.Item name="side" label={t('side')} required>
        <Select
          options={[
            { value: 'above', label: t('above', { line: '' }) },
            { value: 'below', label: t('belowLine', { line: '' }) },
          ]}
        />
      </Form.Item>
      <Form.Item name="line" label={t('line')} rules={needed}>
        <InputNumber />
      </Form.Item>
    </>
  );
}

function StepItems() {
  const t = useWords(runWords);
  const needed = [{ required: true, message: t('needed') }];
  const list = useRead(procedureApi.list, { query: { limit: 200, inForce: 'true' } });
  const chosen = Form.useWatch('procedureId') as string | undefined;
  const one = useRead(procedureApi.one, chosen ? { params: { id: chosen } } : undefined);
  const steps = one.data?.versions.find(({ state }) => state === 'issued')?.steps ?? [];
  return (
    <>
      <Form.Item name="procedureId" label={t('other')} rules={needed}>
        <Select
          options={(list.data?.items ?? []).map(({ id, name, number }) => ({ value: id, label: `${number} ${name}` }))}
        />
      </Form.Item>
      <Form.Item name="key" label={t('step')} rules={needed}>
        <Select options={steps.map(({ key, title }) => ({ value: key, label: title }))} />
      </Form.Item>
    </>
  );
}
