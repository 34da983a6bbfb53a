/** A meeting that was held: when, where, who was there, and the minutes. */
import { DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { projectApi } from '#project/project.api.ts';
import { steps } from '#project/project.ts';
import type { Picked } from '#web/pick/pick.tsx';
import { decisionWords } from '#web/projects/decision.words.ts';
import { named, type Paper, PapersItem } from '#web/projects/papers-item.tsx';
import { PeoplePick } from '#web/projects/people-pick.tsx';
import type { OnProject } from '#web/projects/project-dialogs.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

type Meeting = {
  heldAt: Dayjs;
  place?: string;
  topic: string;
  minutes: string;
  present?: Picked[];
  files?: Paper[];
};

export function MeetingDialog({ project, onClose }: OnProject) {
  const t = useWords(decisionWords);
  const say = useSaid();
  const times = useTimes();
  const words = [{ required: true, whitespace: true, message: t('needed') }];
  return (
    <ActionDialog
      title={say(steps.convene)}
      width={640}
      initial={{ heldAt: dayjs(times.now()).startOf('hour') }}
      route={projectApi.meet}
      args={({ heldAt, place, topic, minutes, present = [], files }: Meeting, id) => ({
        params: { id: project.id },
        body: {
          ...{ id, version: project.version, topic, minutes, place: place ?? '', files: named(files) },
          ...{ heldAt: heldAt.toISOString(), present: present.map((one) => one.id) },
        },
      })}
      done={(_, { topic }) => t('met', { topic })}
      onClose={onClose}
    >
      <Form.Item name="topic" label={t('topic')} rules={words}>
        <Input maxLength={200} />
      </Form.Item>
      <div className="charter-fields">
        <Form.Item name="heldAt" label={t('heldAt')} rules={[{ required: true, message: t('needed') }]}>
          <DatePicker
            showTime={{ format: 'HH:mm', minuteStep: 5 }}
            format="YYYY-MM-DD HH:mm"
            maxDate={dayjs(times.now())}
            style={{ width: '100%' }}
          />
        </Form.Item>
        <Form.Item name="place" label={t('place')}>
          <Input maxLength={200} />
        </Form.Item>
      </div>
      <Form.Item name="present" label={t('whoWasThere')}>
        <PeoplePick />
      </Form.Item>
      <Form.Item name="minutes" label={t('minutes')} rules={words}>
        <Input.TextArea
          autoSize={{ minRows: 4, maxRows: 16 }}
          maxLength={5000}
          showCount
          placeholder={t('minutesHint')}
        />
      </Form.Item>
      <PapersItem projectId={project.id} />
    </ActionDialog>
  );
}
