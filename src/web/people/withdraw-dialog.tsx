/** Withdrawing a post; the open work of its unit goes to somebody by name. */
import { DatePicker, Form, Input } from 'antd';
import dayjs from 'dayjs';
import type { PersonPage, PostShown } from '#people/person.api.ts';
import { postApi } from '#people/post.api.ts';
import { HandingFields, type HandingValues, handingOf } from '#web/people/handing-fields.tsx';
import { postWords } from '#web/people/post.words.ts';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

type Values = HandingValues & { on: dayjs.Dayjs; reason: string };
type WithdrawDialogProps = { person: PersonPage; post: PostShown; onClose: () => void };

export function WithdrawDialog({ person, post, onClose }: WithdrawDialogProps) {
  const t = useWords(postWords);
  const say = useSaid();
  const times = useTimes();
  const today = dayjs(times.now());
  const words = { name: person.name, unit: post.unit.shortName, role: say(post.roleName) };
  const stays = person.posts.some((other) => other.id !== post.id && other.unit.id === post.unit.id);
  return (
    <ActionDialog
      title={t('withdrawTitle', words)}
      how={t('withdrawHow', words)}
      ok={t('withdraw')}
      danger
      width={600}
      initial={{ on: today }}
      route={postApi.withdraw}
      args={({ on, reason, ...rest }: Values, id) => ({
        params: { id: post.id },
        body: { id, on: on.format('YYYY-MM-DD'), reason, handing: handingOf(rest) },
      })}
      done={() => t('withdrawn', words)}
      changes={['/people', '/units', '/roles']}
      onClose={onClose}
    >
      <Form.Item name="on" label={t('endsOn')} rules={[{ required: true, message: t('needed') }]}>
        <DatePicker allowClear={false} maxDate={today} />
      </Form.Item>
      <Form.Item name="reason" label={t('reason')} rules={[{ required: true, whitespace: true, message: t('needed') }]}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      {!stays && <HandingFields personId={person.id} which={(work) => work.unit === post.unit.id} />}
    </ActionDialog>
  );
}
