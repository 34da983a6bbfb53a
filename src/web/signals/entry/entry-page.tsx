/** The call taker's page: from the phone's ring to the number, without the mouse. */
import { Alert, Button, Form } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { channelApi } from '#signal/channel.api.ts';
import { layOnForm } from '#web/call/lay-on-form.ts';
import { Refused } from '#web/call/refused.tsx';
import { useRead } from '#web/call/use-read.ts';
import { useMe } from '#web/desk/me.ts';
import { tell } from '#web/desk/notices.ts';
import { OpenedThing } from '#web/overview/opened-thing.tsx';
import { keptCell } from '#web/place/cell.ts';
import { keptDraft } from '#web/place/draft.ts';
import { useTitle } from '#web/place/title.ts';
import { answerWords } from '#web/signals/entry/answers.words.ts';
import { AnswersSide, countUse } from '#web/signals/entry/answers-side.tsx';
import { CallerSide } from '#web/signals/entry/caller-side.tsx';
import { entryWords } from '#web/signals/entry/entry.words.ts';
import { EntryFields } from '#web/signals/entry/entry-fields.tsx';
import { onEntryKey } from '#web/signals/entry/entry-keys.ts';
import {
  type DigitField,
  type Draft,
  type EntryValues,
  emptyEntry,
  isDraft,
  isWritten,
} from '#web/signals/entry/entry-values.ts';
import { type Photo, PhotoTray, photosIn } from '#web/signals/entry/photo-tray.tsx';
import { RepeatsSide } from '#web/signals/entry/repeats-side.tsx';
import { useAnswers } from '#web/signals/entry/use-answers.ts';
import { useEarlier } from '#web/signals/entry/use-earlier.ts';
import { type Sending, useEntering } from '#web/signals/entry/use-entering.ts';
import { useRepeats } from '#web/signals/entry/use-repeats.ts';
import { type Said, useSaid, useWords } from '#web/words/words.ts';
import '#web/signals/entry/entry.css';

const channelCell = keptCell('entry-channel', '', (found): found is string => typeof found === 'string');

export function EntryPage() {
  const t = useWords(entryWords);
  const a = useWords(answerWords);
  useTitle(t('title'));
  const me = useMe();
  const kept = keptDraft<Draft>('signal', me.person.id, isDraft);
  const channels = useRead(channelApi.list, {}).data?.items.filter((channel) => !channel.closed);
  const [form] = Form.useForm<EntryValues>();
  const [draft, setDraft] = useState<Draft>(() => kept.read() ?? emptyEntry());
  const [restored, setRestored] = useState(() => isWritten(draft));
  const [photos, setPhotos] = useState<Photo[]>([]);
  const [loose, setLoose] = useState<Said[]>([]);
  const earlier = useEarlier();
  const repeats = useRepeats();
  const answers = useAnswers();
  const entering = useEntering();
  const composing = useRef(false);
  const phone = useRef<HTMLElement>(null);

  const settled = Boolean(Form.useWatch(['disposition', 'kind'], form));
  const first =
    channels?.find(({ id }) => id === channelCell.get()) ??
    channels?.find(({ kind }) => kind === 'hotline') ??
    channels?.[0];
  useEffect(() => {
    if (first && !form.getFieldValue('channelId')) form.setFieldValue('channelId', first.id);
  }, [first, form]);

  const look = (values: EntryValues) => {
    repeats.look(values);
    answers.look(values.words);
  };
  const keep = () => {
    const values = form.getFieldsValue(true) as EntryValues;
    setRestored(false);
    kept.write({ ...draft, values });
    if (!composing.current) look(values);
  };
  const compose = (on: boolean) => {
    composing.current = on;
    if (!on) look(form.getFieldsValue(true) as EntryValues);
  };
  const next = (channelId?: string) => {
    const fresh = emptyEntry(channelId);
    kept.forget();
    setDraft(fresh);
    setPhotos([]);
    setLoose([]);
    setRestored(false);
    earlier.forget();
    repeats.forget();
    answers.forget();
    form.resetFields();
    form.setFieldsValue(fresh.values);
    setTimeout(() => phone.current?.focus());
  };
  const save = async () => {
    if (entering.running) return;
    setLoose([]);
    const values = form.getFieldsValue(true) as EntryValues;
    const refusal = await entering.enter({ ...draft, values }, photos, repeats.chosen);
    if (refusal) return setLoose(layOnForm(form, refusal));
    if (values.channelId) channelCell.set(values.channelId);
    next(values.channelId);
  };
  /** The answer becomes what was answered: saved, the call is settled on the spot. */
  const answerWith = (index: number) => {
    const entry = answers.found?.[index];
    if (!entry) return;
    const words = entry.basis ? `${entry.answer}（${entry.basis}）` : entry.answer;
    form.setFieldValue('disposition', { kind: 'answered', code: 'knowledge', words });
    countUse(entry.id, 'copied');
    tell(a('taken'));
    keep();
  };
  const choose = (field: DigitField, value: string) => {
    form.setFieldValue(field, value);
    keep();
  };

  return (
    <div className="desk-page entry">
      <header>
        <h1>{t('title')}</h1>
      </header>
      <Form
        form={form}
        className="entry-form"
        layout="vertical"
        requiredMark
        initialValues={draft.values}
        onValuesChange={keep}
        onFinish={save}
        scrollToFirstError={{ focus: true, block: 'center' }}
        onKeyDown={(event: KeyboardEvent<HTMLFormElement>) =>
          onEntryKey(event, {
            save: () => form.submit(),
            choose,
            repeat: settled ? () => {} : repeats.choose,
            answer: answerWith,
          })
        }
        onCompositionStart={() => compose(true)}
        onCompositionEnd={() => compose(false)}
        onPaste={(event) => setPhotos([...photos, ...photosIn(event.clipboardData.files)])}
      >
        {restored && <Alert type="info" showIcon closable title={t('draftKept')} />}
        {entering.sending && <PhotosLeft sending={entering.sending} again={entering.again} />}
        {entering.refusal?.body.code !== 'malformed' || loose.length > 0 ? (
          <Refused refusal={entering.refusal} loose={loose} />
        ) : null}
        <EntryFields channels={channels ?? []} look={earlier.look} phone={phone} />
        <Form.Item label={t('photos')}>
          <PhotoTray photos={photos} onChange={setPhotos} />
        </Form.Item>
        <div className="entry-foot">
          <Button type="primary" htmlType="submit" loading={entering.running}>
            {t('save')} <kbd className="entry-key">{t('saveKey')}</kbd>
          </Button>
          <Button type="text" onClick={() => next(form.getFieldValue('channelId'))}>
            {t('clear')}
          </Button>
        </div>
      </Form>
      <div className="entry-side">
        <AnswersSide answers={answers} take={answerWith} />
        <RepeatsSide repeats={repeats} settled={settled} />
        <CallerSide earlier={earlier} />
      </div>
      <OpenedThing />
    </div>
  );
}

function PhotosLeft({ sending, again }: { sending: Sending; again: () => void }) {
  const t = useWords(entryWords);
  const say = useSaid();
  const { number, left, refusal } = sending;
  const said = { number, count: left.length, why: refusal ? say(refusal.body.message) : '' };
  if (!refusal) return <Alert type="info" showIcon title={t('photosSending', said)} />;
  return (
    <Alert
      type="error"
      showIcon
      title={t('photosFailed', said)}
      action={
        <Button size="small" onClick={again}>
          {t('again')}
        </Button>
      }
    />
  );
}
