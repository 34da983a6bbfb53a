/** Leaders' notes as a list, the chosen one at the right; and recording one. */
import { Button, Checkbox, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { dayOf } from '#clock/day.ts';
import { type NoteItem, noteApi } from '#note/note.api.ts';
import { DAYS, type NoteState, states } from '#note/note.ts';
import { useMay } from '#web/desk/me.ts';
import type { Column, Filter, View } from '#web/list/list.ts';
import { ListPage } from '#web/list/list-page.tsx';
import { noteWords } from '#web/notes/note.words.ts';
import { NoteView } from '#web/notes/note-view.tsx';
import { DayPick } from '#web/pick/day-pick.tsx';
import type { Picked } from '#web/pick/pick.tsx';
import { UnitPick } from '#web/pick/unit-pick.tsx';
import { Due } from '#web/show/due.tsx';
import { StateTag } from '#web/show/state-tag.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useNow } from '#web/words/now.ts';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';

const inState = (state: NoteState): View => ({
  key: state,
  said: states[state],
  query: { state },
  none: noteWords.noneHere,
});
const views: readonly View[] = [
  inState('open'),
  inState('answered'),
  inState('closed'),
  { key: 'all', said: noteWords.all, query: {} },
];
const columns: readonly Column<NoteItem>[] = [
  {
    key: 'number',
    said: noteWords.number,
    width: 110,
    phone: 'line',
    render: (one) => <span className="figures faint">{one.number}</span>,
  },
  { key: 'words', said: noteWords.words, locked: true, phone: 'title', render: (one) => one.words },
  { key: 'leader', said: noteWords.leader, width: 140, phone: 'line', render: (one) => one.leader },
  { key: 'unit', said: noteWords.unit, width: 110, phone: 'line', render: (one) => one.unit.shortName },
  {
    key: 'state',
    said: noteWords.state,
    width: 160,
    phone: 'side',
    render: (one) => <StateTag state={states[one.state]} />,
  },
  { key: 'due', said: noteWords.due, width: 196, phone: 'line', render: (one) => one.due && <Due due={one.due} /> },
];

export function NoteList() {
  const t = useWords(noteWords);
  const may = useMay();
  const now = useNow();
  const [recording, setRecording] = useState(false);
  const filters: Filter[] = [{ key: 'q', said: noteWords.search, kind: 'words' }];
  return (
    <>
      <ListPage<NoteItem>
        name="notes"
        title={t('title')}
        route={noteApi.list}
        views={views}
        filters={filters}
        columns={columns}
        rowId={(one) => one.id}
        to={(one) => `/notes/${one.id}`}
        late={(one) => one.due !== null && new Date(one.due.dueAt) < now}
        pane={(id) => <NoteView id={id} />}
        actions={
          may('note.record') && (
            <Button type="primary" onClick={() => setRecording(true)}>
              {t('record')}
            </Button>
          )
        }
        empty={{ title: t('none'), how: t('noneHow') }}
      />
      {recording && <RecordDialog onClose={() => setRecording(false)} />}
    </>
  );
}

type Values = {
  leader: string;
  writtenOn: string;
  words: string;
  unitId: Picked;
  days: number;
  about?: string;
  asSignal?: boolean;
};

function RecordDialog({ onClose }: { onClose: () => void }) {
  const t = useWords(noteWords);
  const times = useTimes();
  const today = dayOf(times.now());
  const needed = [{ required: true, message: t('needed') }];
  return (
    <ActionDialog
      title={t('record')}
      width={600}
      initial={{ writtenOn: today, days: DAYS } as Partial<Values>}
      route={noteApi.record}
      args={({ unitId, about = '', asSignal = false, ...rest }: Values, id) => ({
        body: { id, ...rest, unitId: unitId.id, about, asSignal: about === '' && asSignal },
      })}
      done={(_, { unitId, days }) => t('recorded', { unit: unitId.name, days })}
      leads={({ id }) => `/notes/${id}`}
      changes={['/notes', '/signals']}
      onClose={onClose}
    >
      <Form.Item name="leader" label={t('leader')} extra={t('leaderHint')} rules={needed}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="writtenOn" label={t('writtenOn')} rules={needed}>
        <DayPick open={(day) => day <= today} />
      </Form.Item>
      <Form.Item name="words" label={t('words')} rules={needed}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={4_000} />
      </Form.Item>
      <Form.Item name="unitId" label={t('unit')} rules={needed}>
        <UnitPick />
      </Form.Item>
      <Form.Item name="days" label={t('days')} rules={needed}>
        <InputNumber min={1} max={60} precision={0} />
      </Form.Item>
      <Form.Item name="about" label={t('about')} extra={t('aboutHint')}>
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) =>
          !getFieldValue('about') && (
            <Form.Item name="asSignal" valuePropName="checked">
              <Checkbox>{t('asSignal')}</Checkbox>
            </Form.Item>
          )
        }
      </Form.Item>
    </ActionDialog>
  );
}
