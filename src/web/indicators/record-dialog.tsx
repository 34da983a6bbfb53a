/** Typing a reading: of a month, of some days, or of one day; its unit stands at the figure. */
import { DatePicker, Form, Input, InputNumber, Segmented } from 'antd';
import type dayjs from 'dayjs';
import { useState } from 'react';
import { addDays, dayOf } from '#clock/day.ts';
import { addMonths, firstDay, lastDay, monthOf } from '#clock/month.ts';
import { indicatorApi } from '#indicator/indicator.api.ts';
import type { IndicatorPage } from '#views/indicator.api.ts';
import { withUnit } from '#web/indicators/figures.ts';
import { indicatorDialogWords, indicatorWords } from '#web/indicators/indicator.words.ts';
import { sayPeriod } from '#web/indicators/period.ts';
import { dayPicked, pickerDay } from '#web/indicators/picker-day.ts';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useTimes } from '#web/words/times.ts';
import { useLanguage, useWords } from '#web/words/words.ts';

type Kind = 'month' | 'span' | 'day';
type Values = {
  month?: dayjs.Dayjs;
  span?: [dayjs.Dayjs, dayjs.Dayjs];
  day?: dayjs.Dayjs;
  value?: number | null;
  numerator?: number | null;
  denominator?: number | null;
  source?: string;
};

function periodOf(kind: Kind, { month, span, day }: Values) {
  if (kind === 'month')
    return { from: firstDay(dayPicked(month!).slice(0, 7)), to: lastDay(dayPicked(month!).slice(0, 7)) };
  if (kind === 'day') return { from: dayPicked(day!), to: dayPicked(day!) };
  return { from: dayPicked(span![0]), to: dayPicked(span![1]) };
}

export function RecordDialog({ indicator, onClose }: { indicator: IndicatorPage; onClose: () => void }) {
  const t = useWords(indicatorWords);
  const d = useWords(indicatorDialogWords);
  const language = useLanguage();
  const times = useTimes();
  const [kind, setKind] = useState<Kind>('month');
  const today = dayOf(times.now());
  const needed = [{ required: true, message: d('needed') }];
  const last = indicator.latest?.to;
  // What comes after the newest reading, as long as it has ended.
  const ended = addMonths(monthOf(today), -1);
  const next = last ? monthOf(addDays(last, 1)) : ended;
  const { unitWords, digits } = indicator;
  const figure = (name: 'value' | 'numerator' | 'denominator', unit?: string) => (
    <Form.Item name={name} label={d(name)} {...(name === 'value' && { extra: d('valueHow') })}>
      <InputNumber<number>
        style={{ width: '100%' }}
        {...(unit && { suffix: unit })}
        controls={false}
        autoFocus={name === 'value'}
      />
    </Form.Item>
  );
  return (
    <ActionDialog
      title={d('record')}
      how={d('recordHow', { unit: unitWords })}
      initial={{ month: pickerDay(firstDay(next < ended ? next : ended)) }}
      route={indicatorApi.record}
      args={({ value, numerator, denominator, source, ...values }: Values, id) => ({
        params: { id: indicator.id },
        body: {
          ...{ id, version: indicator.version, unitWords, source: source ?? '', ...periodOf(kind, values) },
          ...{ value: value ?? null, numerator: numerator ?? null, denominator: denominator ?? null },
        },
      })}
      done={({ value }, values) =>
        d('recorded', {
          period: sayPeriod(periodOf(kind, values), language),
          value: withUnit(value, { unitWords, digits, direction: indicator.direction }),
        })
      }
      changes={['/indicators']}
      onClose={onClose}
    >
      <Form.Item label={d('kind')}>
        <Segmented
          value={kind}
          options={[
            { value: 'month', label: d('asMonth') },
            { value: 'span', label: d('asSpan') },
            { value: 'day', label: d('asDay') },
          ]}
          onChange={(value) => setKind(value as Kind)}
        />
      </Form.Item>
      {kind === 'month' && (
        <Form.Item name="month" label={d('month')} rules={needed}>
          <DatePicker picker="month" allowClear={false} maxDate={pickerDay(firstDay(ended))} />
        </Form.Item>
      )}
      {kind === 'span' && (
        <Form.Item name="span" label={d('span')} rules={needed}>
          <DatePicker.RangePicker maxDate={pickerDay(today)} />
        </Form.Item>
      )}
      {kind === 'day' && (
        <Form.Item name="day" label={d('day')} rules={needed}>
          <DatePicker maxDate={pickerDay(today)} />
        </Form.Item>
      )}
      {figure('value', unitWords)}
      <div className="two-readings">
        {figure('numerator')}
        {figure('denominator')}
      </div>
      <Form.Item name="source" label={t('source')}>
        <Input maxLength={1000} placeholder={d('sourceHint')} />
      </Form.Item>
    </ActionDialog>
  );
}
