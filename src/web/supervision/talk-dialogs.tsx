/** Recording a talk, or why there was none. */
import { DatePicker, Form } from 'antd';
import dayjs from 'dayjs';
import { paperApi, type TalkShown } from '#supervision/paper.api.ts';
import { AnybodyPick } from '#web/people/anybody-pick.tsx';
import type { Picked } from '#web/pick/pick.tsx';
import { ReasonItem, useNeeded } from '#web/problems/reason-item.tsx';
import { supervisionWords } from '#web/supervision/supervision.words.ts';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';

const CHANGES = ['/letters', '/talks', '/fired'];

type About = { talk: TalkShown; onClose: () => void };
type Held = { heldOn: dayjs.Dayjs; asks: Picked; present?: Picked | null; words: string };

export function HoldDialog({ talk, onClose }: About) {
  const t = useWords(supervisionWords);
  const times = useTimes();
  const needed = useNeeded();
  return (
    <ActionDialog
      title={t('record')}
      route={paperApi.hold}
      initial={{ heldOn: dayjs(times.now()) }}
      args={({ heldOn, asks, present, words }: Held, id) => ({
        params: { id: talk.id },
        body: {
          ...{ id, version: talk.version, words, heldOn: heldOn.format('YYYY-MM-DD') },
          ...{ asks: [asks.id], present: present ? [present.id] : [] },
        },
      })}
      done={() => t('recorded')}
      changes={CHANGES}
      onClose={onClose}
    >
      <Form.Item name="heldOn" label={t('heldOn')} rules={needed}>
        <DatePicker disabledDate={(day) => day.isAfter(times.now())} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="asks" label={t('asks')} rules={needed}>
        <AnybodyPick />
      </Form.Item>
      <Form.Item name="present" label={t('present')}>
        <AnybodyPick />
      </Form.Item>
      <ReasonItem name="words" label={t('agreed')} />
    </ActionDialog>
  );
}

export function DropDialog({ talk, onClose }: About) {
  const t = useWords(supervisionWords);
  return (
    <ActionDialog
      title={t('dropped')}
      danger
      route={paperApi.drop}
      args={({ words }: { words: string }, id) => ({
        params: { id: talk.id },
        body: { id, version: talk.version, words },
      })}
      done={() => t('droppedDone')}
      changes={CHANGES}
      onClose={onClose}
    >
      <ReasonItem name="words" label={t('dropped')} />
    </ActionDialog>
  );
}
