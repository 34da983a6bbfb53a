/** “I shall be away”: who acts in somebody's posts, from one day to another, and why. */
import { DatePicker, Form, Input } from 'antd';
import dayjs from 'dayjs';
import { endOfDay, startOfDay } from '#clock/day.ts';
import { delegationApi } from '#people/delegation.api.ts';
import { delegationWords } from '#web/delegation/delegation.words.ts';
import { useMe } from '#web/desk/me.ts';
import { AnybodyPick } from '#web/people/anybody-pick.tsx';
import type { Picked } from '#web/pick/pick.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';

type Values = { toPersonId: Picked; days: [dayjs.Dayjs, dayjs.Dayjs]; reason: string };

const dayOf = (day: dayjs.Dayjs): string => day.format('YYYY-MM-DD');

/** `away`: somebody else, for who arranges it for their unit. */
export function AwayDialog({ away, onClose }: { away?: { id: string; name: string }; onClose: () => void }) {
  const t = useWords(delegationWords);
  const times = useTimes();
  const me = useMe();
  const needed = [{ required: true, message: t('needed') }];
  const earliest = dayjs(times.now()).startOf('day');
  /** From this moment if it begins today: what was done before is nobody else's. */
  const beginOf = (day: dayjs.Dayjs): string => {
    const start = startOfDay(dayOf(day));
    return (start < times.now() ? times.now() : start).toISOString();
  };
  return (
    <ActionDialog
      title={away ? t('forOtherTitle', { name: away.name }) : t('away')}
      how={away ? t('howOther', { name: away.name }) : t('how')}
      ok={t('forOther')}
      route={delegationApi.make}
      args={({ toPersonId, days: [first, last], reason }: Values, id) => ({
        body: {
          id,
          ...(away && { fromPersonId: away.id }),
          toPersonId: toPersonId.id,
          begins: beginOf(first),
          ends: endOfDay(dayOf(last)).toISOString(),
          reason,
        },
      })}
      done={(_, { toPersonId, days: [, last] }) => t('done', { name: toPersonId.name, day: times.day(dayOf(last)) })}
      changes={['/delegations', '/people', '/me']}
      onClose={onClose}
    >
      <Form.Item name="toPersonId" label={t('to')} rules={needed}>
        <AnybodyPick not={[away?.id ?? me.person.id]} />
      </Form.Item>
      <Form.Item name="days" label={t('days')} rules={needed}>
        <DatePicker.RangePicker disabledDate={(day) => day.isBefore(earliest)} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="reason" label={t('reason')} rules={[{ ...needed[0], whitespace: true }]}>
        <Input maxLength={200} placeholder={t('reasonHint')} />
      </Form.Item>
    </ActionDialog>
  );
}
