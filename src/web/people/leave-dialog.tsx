/** Somebody leaves office, or hands work over while they stay. */
import { DatePicker, Form, Input } from 'antd';
import dayjs from 'dayjs';
import { handoverApi } from '#people/handover.api.ts';
import { type PersonPage, personApi } from '#people/person.api.ts';
import { HandingFields, type HandingValues, handingOf } from '#web/people/handing-fields.tsx';
import { peopleWords } from '#web/people/people.words.ts';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';

type DialogProps = { person: PersonPage; onClose: () => void };

function Reason() {
  const t = useWords(peopleWords);
  return (
    <Form.Item name="reason" label={t('reason')} rules={[{ required: true, whitespace: true, message: t('needed') }]}>
      <Input.TextArea rows={2} maxLength={500} />
    </Form.Item>
  );
}

type LeaveValues = HandingValues & { on: dayjs.Dayjs; reason: string };

export function LeaveDialog({ person, onClose }: DialogProps) {
  const t = useWords(peopleWords);
  const times = useTimes();
  const today = dayjs(times.now());
  const { id, name, version } = person;
  return (
    <ActionDialog
      title={`${t('leave')} · ${name}`}
      how={t('leaveHow')}
      ok={t('leave')}
      danger
      width={600}
      initial={{ on: today }}
      route={personApi.leave}
      args={({ on, reason, ...rest }: LeaveValues, decision) => ({
        params: { id },
        body: { id: decision, version, on: on.format('YYYY-MM-DD'), reason, handing: handingOf(rest) },
      })}
      done={() => t('leaveDone', { name })}
      changes={['/people', '/units']}
      onClose={onClose}
    >
      <Form.Item name="on" label={t('leaveOn')} rules={[{ required: true, message: t('needed') }]}>
        <DatePicker allowClear={false} maxDate={today} />
      </Form.Item>
      <Reason />
      <HandingFields personId={id} />
    </ActionDialog>
  );
}

type HandOverProps = { person: { id: string; name: string }; onClose: () => void };

export function HandOverDialog({ person, onClose }: HandOverProps) {
  const t = useWords(peopleWords);
  const { id, name } = person;
  return (
    <ActionDialog
      title={`${t('handOver')} · ${name}`}
      how={t('handOverHow', { name })}
      ok={t('handOver')}
      width={600}
      route={handoverApi.handOver}
      args={({ reason, ...rest }: HandingValues & { reason: string }, decision) => ({
        params: { id },
        body: { id: decision, reason, handing: handingOf(rest) },
      })}
      done={({ handed }) => t('handedOver', { count: handed })}
      onClose={onClose}
    >
      <HandingFields personId={id} whole={false} />
      <Reason />
    </ActionDialog>
  );
}
