/** Decisions on a version of the duty list: issue it from a day on, drop it. */
import { DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { type DutyListItem, dutyApi } from '#triage/duty/duty.api.ts';
import { dutyWords, versionWords } from '#web/duty/duty.words.ts';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';

type Props = { list: DutyListItem; onClose: () => void };
const changes = ['/duty'];
const FORMAT = 'YYYY-MM-DD';

function ReasonField() {
  const t = useWords(versionWords);
  return (
    <Form.Item name="reason" label={t('reason')} rules={[{ required: true, whitespace: true, message: t('needed') }]}>
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
    </Form.Item>
  );
}

export function IssueDialog({ list, onClose }: Props) {
  const t = useWords(versionWords);
  const d = useWords(dutyWords);
  const times = useTimes();
  return (
    <ActionDialog
      title={`${t('issue')} · ${d('versionOf', { number: list.number })}`}
      how={t('issueHow')}
      ok={t('issue')}
      initial={{ from: dayjs(times.now()) as Dayjs }}
      route={dutyApi.issue}
      args={({ from, reason }: { from: Dayjs; reason: string }, id) => ({
        params: { id: list.id },
        body: { id, version: list.version, from: from.format(FORMAT), reason },
      })}
      done={(_, { from }) => t('issued', { day: times.date(from.format(FORMAT)) })}
      changes={changes}
      onClose={onClose}
    >
      <Form.Item name="from" label={t('from')} rules={[{ required: true, message: t('needed') }]}>
        <DatePicker allowClear={false} />
      </Form.Item>
      <ReasonField />
    </ActionDialog>
  );
}

export function DropDialog({ list, onClose }: Props) {
  const t = useWords(versionWords);
  const d = useWords(dutyWords);
  return (
    <ActionDialog
      title={`${t('drop')} · ${d('versionOf', { number: list.number })}`}
      how={t('dropHow')}
      ok={t('drop')}
      danger
      route={dutyApi.drop}
      args={({ reason }: { reason: string }, id) => ({
        params: { id: list.id },
        body: { id, version: list.version, reason },
      })}
      done={() => t('dropped')}
      changes={changes}
      onClose={onClose}
    >
      <ReasonField />
    </ActionDialog>
  );
}
