/** Arranging who acts in my posts from one day to another. */
import { DatePicker, Form, Input } from 'antd';
import dayjs from 'dayjs';
import { endOfDay, startOfDay } from '#clock/day.ts';
import { delegationApi } from '#people/delegation.api.ts';
import { accountWords } from '#web/account/account.words.ts';
import { ColleaguePick } from '#web/account/colleague-pick.tsx';
import type { Picked } from '#web/pick/pick.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';

type Values = { toPersonId: Picked; days: [dayjs.Dayjs, dayjs.Dayjs]; reason: string };

const dayOf = (day: dayjs.Dayjs): string => day.format('YYYY-MM-DD');

export function DelegateDialog({ onClose }: { onClose: () => void }) {
  const t = useWords(accountWords);
  const times = useTimes();
  const needed = [{ required: true, message: t('needed') }];
  const earliest = dayjs(times.now()).startOf('day');
  /** From this moment if it begins today: a delegation cannot begin in the past. */
  const beginOf = (day: dayjs.Dayjs): string => {
    const start = startOfDay(dayOf(day));
    return (start < times.now() ? times.now() : start).toISOString();
  };
  return (
    <ActionDialog
      title={t('delegate')}
      how={t('delegateHow')}
      route={delegationApi.make}
      args={({ toPersonId, days: [first, last], reason }: Values, id) => ({
        body: {
          id,
          toPersonId: toPersonId.id,
          begins: beginOf(first),
          ends: endOfDay(dayOf(last)).toISOString(),
          reason,
        },
      })}
      done={(_, { toPersonId, days: [, last] }) =>
        t('delegateDone', { name: toPersonId.name, day: times.day(dayOf(last)) })
      }
      onClose={onClose}
    >
      <Form.Item name="toPersonId" label={t('delegateTo')} rules={needed}>
        <ColleaguePick />
      </Form.Item>
      <Form.Item name="days" label={t('delegateDays')} rules={needed}>
        <DatePicker.RangePicker disabledDate={(day) => day.isBefore(earliest)} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="reason" label={t('reason')} rules={needed}>
        <Input maxLength={200} placeholder={t('delegateReason')} />
      </Form.Item>
    </ActionDialog>
  );
}
